-- How far `pamong demo` has come, so that an example whose making was interrupted is made anew and nothing else ever is.
create table example_run (
    id {int} primary key check (id = 1),
    today {day} not null,
    steps_done {int} not null,
    finished {bool} not null
) {strict};

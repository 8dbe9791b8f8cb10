#include "app/demo/demo_progress.h"

#include "app/demo/demo.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "features/people/adapters/sql_people.h"
#include "platform/store/transfer.h"

namespace pamong::app {
namespace {

struct RunRow {
    std::int64_t steps_done = 0;
    bool finished = false;
};
BOOST_DESCRIBE_STRUCT(RunRow, (), (steps_done, finished))

constexpr std::string_view select_run = "select steps_done, finished from example_run where id = 1";
constexpr std::string_view insert_run =
    "insert into example_run (id, today, steps_done, finished) values (1, $1, 0, $2)";
constexpr std::string_view update_run = "update example_run set steps_done = $1, finished = $2 where id = 1";
constexpr std::string_view count_accounts = "select count(*) as n from account";
constexpr std::string_view count_sessions = "select count(*) as n from session";

}  // namespace

Result<std::int64_t> begin_example(store::Store& store, Day today) {
    auto begun = store::in_one_transaction(store, [&](store::Connection& connection) -> Result<std::int64_t> {
        store::Tx tx(connection, {});
        const auto run = tx.one<RunRow>(select_run);
        if (run ? run->finished : tx.number(count_accounts).value_or(0) > 0) return refused("app.demo_not_empty");
        if (run && tx.number(count_sessions).value_or(0) > 0) return refused("app.demo_in_use");
        if (run) store::clear_database(connection);
        tx.run(insert_run, today, false);
        return run ? run->steps_done : 0;
    });
    if (begun) {
        people::seed_regions(store);
        instruments::publish_shipped(store, Timestamp{});
    }
    return begun;
}

void note_example_step(store::Store& store, std::int64_t steps_done, bool finished) {
    must(store.write({}, [&](store::Tx& tx) -> Done {
        tx.run(update_run, steps_done, finished);
        return {};
    }));
}

}  // namespace pamong::app

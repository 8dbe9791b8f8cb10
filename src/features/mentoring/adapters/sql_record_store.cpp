#include "features/mentoring/adapters/sql_mentoring_store.h"
#include "platform/json/json.h"

namespace pamong::mentoring {
namespace {

struct ActionRow {
    OrgId org_id;
    Uuid id;
    std::int64_t revision = 1;
    PairId pair_id;
    std::optional<SessionId> session_id;
    Private<std::string> body;
    PersonId owner_id;
    Day due_on;
    ActionState state = ActionState::open;
    std::optional<Day> done_on;
};
BOOST_DESCRIBE_STRUCT(ActionRow, (),
                      (org_id, id, revision, pair_id, session_id, body, owner_id, due_on, state, done_on))
struct NoteRow {
    OrgId org_id;
    Uuid id;
    std::int64_t revision = 1;
    PairId pair_id;
    std::optional<SessionId> session_id;
    PersonId author_id;
    std::string model;
    Private<std::string> body;
    NoteLevel level = NoteLevel::pair;
    Timestamp written_at;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (),
                      (org_id, id, revision, pair_id, session_id, author_id, model, body, level, written_at))
struct ContactRow {
    OrgId org_id;
    Uuid id;
    PairId pair_id;
    PersonId by_id;
    ContactChannel channel = ContactChannel::chat;
    Day on_day;
    std::int32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ContactRow, (), (org_id, id, pair_id, by_id, channel, on_day, minutes))
struct ActionContent {
    std::optional<Day> done_on;
    Day due_on;
    Uuid pair_id;
    ActionState state = ActionState::open;
};
BOOST_DESCRIBE_STRUCT(ActionContent, (), (done_on, due_on, pair_id, state))
struct NoteVersion {
    Private<std::string> body;
    NoteLevel level = NoteLevel::pair;
    std::string model;
};
BOOST_DESCRIBE_STRUCT(NoteVersion, (), (body, level, model))
struct MeasureContent {
    std::string measure;
    std::int64_t part = 0;
    Uuid programme_id;
    Day until;
    std::int64_t whole = 0;
};
BOOST_DESCRIBE_STRUCT(MeasureContent, (), (measure, part, programme_id, until, whole))
struct FeedRow {
    OrgId owner_id;
    PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(FeedRow, (), (owner_id, person_id))

constexpr std::string_view insert_action = R"sql(
    insert into mentoring_action (org_id, id, revision, pair_id, session_id, body, owner_id, due_on, state, done_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view select_action = R"sql(
    select org_id, id, revision, pair_id, session_id, body, owner_id, due_on, state, done_on
    from mentoring_action
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_actions_of_pair = R"sql(
    select org_id, id, revision, pair_id, session_id, body, owner_id, due_on, state, done_on
    from mentoring_action
    where org_id = $1
      and pair_id = $2
    order by due_on, id
)sql";
constexpr std::string_view select_actions_of_programme = R"sql(
    select a.org_id, a.id, a.revision, a.pair_id, a.session_id, a.body, a.owner_id, a.due_on, a.state, a.done_on
    from mentoring_action a
    join mentoring_pair p on p.org_id = a.org_id and p.id = a.pair_id
    where a.org_id = $1
      and p.programme_id = $2
    order by a.due_on, a.id
)sql";
constexpr std::string_view update_action = R"sql(
    update mentoring_action
    set revision = $4, state = $5, done_on = $6
    where org_id = $1
      and id = $2
      and revision = $3
)sql";
constexpr std::string_view upsert_note = R"sql(
    insert into mentoring_note (org_id, id, revision, pair_id, session_id, author_id, model, body, level, written_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (org_id, id) do update set revision = excluded.revision, model = excluded.model, body = excluded.body,
        level = excluded.level, written_at = excluded.written_at
)sql";
constexpr std::string_view select_note = R"sql(
    select org_id, id, revision, pair_id, session_id, author_id, model, body, level, written_at
    from mentoring_note
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_notes = R"sql(
    select org_id, id, revision, pair_id, session_id, author_id, model, body, level, written_at
    from mentoring_note
    where org_id = $1
      and pair_id = $2
    order by written_at, id
)sql";
constexpr std::string_view select_contacts = R"sql(
    select org_id, id, pair_id, by_id, channel, on_day, minutes
    from mentoring_contact
    where org_id = $1
      and pair_id = $2
    order by on_day, id
)sql";
constexpr std::string_view select_contacts_of_programme = R"sql(
    select c.org_id, c.id, c.pair_id, c.by_id, c.channel, c.on_day, c.minutes
    from mentoring_contact c
    join mentoring_pair p on p.org_id = c.org_id and p.id = c.pair_id
    where c.org_id = $1
      and p.programme_id = $2
    order by c.on_day, c.id
)sql";
constexpr std::string_view end_feeds = R"sql(
    update mentoring_feed
    set ended_at = $3
    where owner_id = $1
      and person_id = $2
      and ended_at is null
)sql";
constexpr std::string_view insert_feed = R"sql(
    insert into mentoring_feed (token_hash, owner_id, person_id, made_at)
    values ($1, $2, $3, $4)
)sql";
constexpr std::string_view select_feed = R"sql(
    select owner_id, person_id
    from mentoring_feed
    where token_hash = $1
      and ended_at is null
)sql";

AgreedAction action_from(ActionRow&& row) {
    return {row.id,       row.revision, row.pair_id, row.session_id, std::move(row.body),
            row.owner_id, row.due_on,   row.state,   row.done_on};
}
Note note_from(NoteRow&& row) {
    return {row.id,        row.revision,         row.pair_id,         row.session_id,
            row.author_id, std::move(row.model), std::move(row.body), row.level,
            row.written_at};
}
Contact contact_from(const ContactRow& row) {
    return {row.id, row.pair_id, row.by_id, row.channel, row.on_day, row.minutes};
}

}  // namespace

bool SqlMentoringStore::add_action(const AgreedAction& one) {
    const bool added = tx_.run(insert_action, tx_.owner(), one.id, one.revision, one.pair, one.session, one.body,
                               one.owner, one.due_on, one.state, one.done_on) > 0;
    if (added) tx_.journal("action.agreed", "action", one.id);
    return added;
}

std::optional<AgreedAction> SqlMentoringStore::find_action(const Uuid& id) {
    auto row = tx_.one<ActionRow>(select_action, tx_.owner(), id);
    if (!row) return std::nullopt;
    return action_from(std::move(*row));
}

bool SqlMentoringStore::replace_action(const AgreedAction& before, const AgreedAction& after, Timestamp now) {
    if (tx_.run(update_action, tx_.owner(), before.id, before.revision, after.revision, after.state, after.done_on) ==
        0)
        return false;
    keep_version("action", before.id, before.revision, content_of(before), now);
    tx_.journal("action.changed", "action", after.id);
    return true;
}

std::vector<AgreedAction> SqlMentoringStore::actions_of(const PairId& pair) {
    std::vector<AgreedAction> actions;
    for (auto& row : tx_.all<ActionRow>(select_actions_of_pair, tx_.owner(), pair))
        actions.push_back(action_from(std::move(row)));
    return actions;
}

std::vector<AgreedAction> SqlMentoringStore::actions_of_programme(const ProgrammeId& programme) {
    std::vector<AgreedAction> actions;
    for (auto& row : tx_.all<ActionRow>(select_actions_of_programme, tx_.owner(), programme))
        actions.push_back(action_from(std::move(row)));
    return actions;
}

void SqlMentoringStore::save_note(const Note& note, Timestamp now) {
    if (const auto before = find_note(note.id))
        keep_version("note", note.id, before->revision,
                     to_json(NoteVersion{before->body, before->level, before->model}), now);
    tx_.run(upsert_note, tx_.owner(), note.id, note.revision, note.pair, note.session, note.author, note.model,
            note.body, note.level, note.written_at);
    tx_.journal("note.saved", "note", note.id);
}

std::optional<Note> SqlMentoringStore::find_note(const Uuid& id) {
    auto row = tx_.one<NoteRow>(select_note, tx_.owner(), id);
    if (!row) return std::nullopt;
    return note_from(std::move(*row));
}

std::vector<Note> SqlMentoringStore::notes_of(const PairId& pair) {
    std::vector<Note> notes;
    for (auto& row : tx_.all<NoteRow>(select_notes, tx_.owner(), pair)) notes.push_back(note_from(std::move(row)));
    return notes;
}

void SqlMentoringStore::add_contact(const Contact& one) {
    tx_.insert("mentoring_contact",
               ContactRow{tx_.owner(), one.id, one.pair, one.by, one.channel, one.on_day, one.minutes});
    tx_.journal("contact.logged", "pair", one.pair.value);
}

std::vector<Contact> SqlMentoringStore::contacts_of(const PairId& pair) {
    std::vector<Contact> contacts;
    for (const auto& row : tx_.all<ContactRow>(select_contacts, tx_.owner(), pair))
        contacts.push_back(contact_from(row));
    return contacts;
}

std::vector<Contact> SqlMentoringStore::contacts_of_programme(const ProgrammeId& programme) {
    std::vector<Contact> contacts;
    for (const auto& row : tx_.all<ContactRow>(select_contacts_of_programme, tx_.owner(), programme))
        contacts.push_back(contact_from(row));
    return contacts;
}

std::string SqlMentoringStore::content_of(const AgreedAction& one) {
    return to_json(ActionContent{one.done_on, one.due_on, one.pair.value, one.state});
}

std::string SqlMentoringStore::content_of(std::string_view measure, const ProgrammeId& programme, std::int64_t part,
                                          std::int64_t whole, Day until) {
    return to_json(MeasureContent{std::string(measure), part, programme.value, until, whole});
}

void SqlMentoringStore::add_feed(const std::string& token_hash, const PersonId& person, Timestamp now) {
    tx_.run(end_feeds, tx_.owner(), person, now);
    tx_.run(insert_feed, token_hash, tx_.owner(), person, now);
    tx_.journal("calendar.feed_made", "person", person.value);
}

std::optional<FeedOf> feed_with(store::Tx& tx, const std::string& token_hash) {
    const auto row = tx.one<FeedRow>(select_feed, token_hash);
    if (!row) return std::nullopt;
    return FeedOf{row->owner_id, row->person_id};
}

}  // namespace pamong::mentoring

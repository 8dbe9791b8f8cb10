#include "features/instruments/adapters/sql_link_store.h"

#include "features/instruments/adapters/sql_submission_store.h"

namespace pamong::instruments {
namespace {

struct LinkRow {
    OrgId org_id;
    LinkId id;
    Uuid instrument_id;
    std::string instrument_version;
    std::optional<Uuid> subject_person_id;
    std::string class_name;
    std::int64_t most = 1;
    std::int64_t responses = 0;
    AccountId opened_by;
    Timestamp opened_at;
    Timestamp closes_at;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (),
                      (org_id, id, instrument_id, instrument_version, subject_person_id, class_name, most, responses,
                       opened_by, opened_at, closes_at))
struct LinkTokenRow {
    std::string token_hash;
    OrgId owner_id;
    LinkId link_id;
};
BOOST_DESCRIBE_STRUCT(LinkTokenRow, (), (token_hash, owner_id, link_id))
struct ResponseRow {
    OrgId org_id;
    LinkId link_id;
    std::string response_key;
    std::string content_hash;
    std::int64_t batch = 0;
};
BOOST_DESCRIBE_STRUCT(ResponseRow, (), (org_id, link_id, response_key, content_hash, batch))
struct LinkAnswerRow {
    OrgId org_id;
    LinkId link_id;
    std::string response_key;
    std::string path;
    std::string repeat_index;
    AnswerKind kind = AnswerKind::text;
    std::string value;
    std::optional<Exact> number;
};
BOOST_DESCRIBE_STRUCT(LinkAnswerRow, (), (org_id, link_id, response_key, path, repeat_index, kind, value, number))
struct CountRow {
    std::string path;
    std::string value;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(CountRow, (), (path, value, people))
struct ResponseHashRow {
    std::string content_hash;
};
BOOST_DESCRIBE_STRUCT(ResponseHashRow, (), (content_hash))

constexpr std::string_view select_link = R"sql(
    select org_id, id, instrument_id, instrument_version, subject_person_id, class_name, most, responses, opened_by,
           opened_at, closes_at
    from instruments_link
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_link_locked = R"sql(
    select org_id, id, instrument_id, instrument_version, subject_person_id, class_name, most, responses, opened_by,
           opened_at, closes_at
    from instruments_link
    where org_id = $1
      and id = $2
    {for_update}
)sql";
constexpr std::string_view select_links = R"sql(
    select org_id, id, instrument_id, instrument_version, subject_person_id, class_name, most, responses, opened_by,
           opened_at, closes_at
    from instruments_link
    where org_id = $1
      and opened_by = $2
    order by opened_at desc, id
    limit 100
)sql";
constexpr std::string_view select_link_owner = R"sql(
    select token_hash, owner_id, link_id
    from instruments_link_token
    where token_hash = $1
)sql";
constexpr std::string_view select_response = R"sql(
    select content_hash
    from instruments_link_response
    where org_id = $1
      and link_id = $2
      and response_key = $3
)sql";
constexpr std::string_view update_responses = R"sql(
    update instruments_link
    set responses = responses + 1
    where org_id = $1
      and id = $2
)sql";
// Words somebody wrote could give them away, so only choices and numbers are counted.
constexpr std::string_view select_counts = R"sql(
    select a.path, a.value, count(*) as people
    from instruments_link_answer a
    join instruments_link_response r
      on r.org_id = a.org_id and r.link_id = a.link_id and r.response_key = a.response_key
    where a.org_id = $1
      and a.link_id = $2
      and r.batch < $3
      and a.kind in ('choice', 'choices', 'whole')
    group by a.path, a.value
    order by a.path, a.value
)sql";

Link link_from(LinkRow&& row) {
    return {row.id,
            row.instrument_id,
            std::move(row.instrument_version),
            row.subject_person_id,
            std::move(row.class_name),
            row.most,
            row.responses,
            row.opened_by,
            row.opened_at,
            row.closes_at};
}

std::optional<Link> link_from(std::optional<LinkRow>&& row) {
    if (!row) return std::nullopt;
    return link_from(std::move(*row));
}

}  // namespace

std::optional<Link> SqlLinkStore::find(const LinkId& id) {
    return link_from(tx_.one<LinkRow>(select_link, tx_.owner(), id));
}

std::optional<Link> SqlLinkStore::find_locked(const LinkId& id) {
    return link_from(tx_.one<LinkRow>(select_link_locked, tx_.owner(), id));
}

std::vector<Link> SqlLinkStore::of_account(const AccountId& account) {
    std::vector<Link> links;
    tx_.each<LinkRow>(
        select_links, [&](LinkRow&& row) { links.push_back(link_from(std::move(row))); }, tx_.owner(), account);
    return links;
}

void SqlLinkStore::add(const Link& link, const std::string& token_hash) {
    tx_.insert("instruments_link",
               LinkRow{tx_.owner(), link.id, link.instrument_id, link.instrument_version, link.subject_person_id,
                       link.class_name, link.most, link.responses, link.opened_by, link.opened_at, link.closes_at});
    tx_.insert("instruments_link_token", LinkTokenRow{token_hash, tx_.owner(), link.id});
}

std::optional<std::string> SqlLinkStore::response_hash(const LinkId& id, const std::string& key) {
    auto row = tx_.one<ResponseHashRow>(select_response, tx_.owner(), id, key);
    if (!row) return std::nullopt;
    return std::move(row->content_hash);
}

void SqlLinkStore::add_response(const Link& link, const std::string& key, const std::string& content_hash,
                                std::int64_t batch, const std::vector<Answer>& answers) {
    tx_.insert("instruments_link_response", ResponseRow{tx_.owner(), link.id, key, content_hash, batch});
    std::vector<LinkAnswerRow> rows;
    for (const Answer& answer : answers)
        rows.push_back(
            {tx_.owner(), link.id, key, answer.path, answer.repeat_index, answer.kind, answer.value, answer.number});
    tx_.insert_all("instruments_link_answer", rows);
    tx_.run(update_responses, tx_.owner(), link.id);
}

std::vector<ChoiceCount> SqlLinkStore::counts(const LinkId& id, std::int64_t batches) {
    std::vector<ChoiceCount> counts;
    tx_.each<CountRow>(
        select_counts,
        [&](CountRow&& row) { counts.push_back({std::move(row.path), std::move(row.value), row.people}); }, tx_.owner(),
        id, batches);
    return counts;
}

access::Where SqlLinkStore::place_of(const std::optional<Uuid>& person) {
    return SqlSubmissionStore(tx_).place_of(person);
}

void SqlLinkStore::journal(std::string_view action, const Uuid& subject) {
    tx_.journal(action, "answer_link", subject);
}

std::optional<LinkOwner> link_owner(store::Tx& tx, const std::string& token_hash) {
    const auto row = tx.one<LinkTokenRow>(select_link_owner, token_hash);
    if (!row) return std::nullopt;
    return LinkOwner{row->owner_id, row->link_id};
}

}  // namespace pamong::instruments

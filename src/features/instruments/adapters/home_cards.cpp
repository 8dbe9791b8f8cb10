#include "features/instruments/adapters/home_cards.h"

namespace pamong::instruments {
namespace {

struct WaitingRow {
    SubmissionState state = SubmissionState::quarantined;
    std::int64_t waiting = 0;
    std::string one_id;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (state, waiting, one_id))

constexpr std::string_view select_waiting = R"sql(
    select state, count(*) as waiting, min(cast(id as text)) as one_id
    from instruments_submission
    where org_id = $1
      and account_id = $2
      and state in ('quarantined', 'conflict')
    group by state
    order by state
)sql";

}  // namespace

std::vector<access::HomeCard> instruments_home_cards(store::Tx& tx, const access::Actor& actor, Day) {
    std::vector<access::HomeCard> cards;
    for (const WaitingRow& row : tx.all<WaitingRow>(select_waiting, tx.owner(), actor.account())) {
        const bool is_conflict = row.state == SubmissionState::conflict;
        cards.push_back({.id = is_conflict ? "submissions-conflict" : "submissions-quarantine",
                         .kind = "submission",
                         .tone = access::Tone::warn,
                         .title_key = is_conflict ? "instruments.home_conflict" : "instruments.home_quarantined",
                         .values = {{"count", std::to_string(row.waiting)}},
                         .text_key = {},
                         .href = row.waiting == 1 ? "/forms/sent/" + row.one_id : "/forms/sent",
                         .count = row.waiting,
                         .due = {},
                         .actions = {}});
    }
    return cards;
}

}  // namespace pamong::instruments

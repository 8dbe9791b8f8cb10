#include "features/access/adapters/home_cards.h"

namespace pamong::access {
namespace {

struct Waiting {
    std::int64_t never = 0;
    std::int64_t without_code = 0;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (never, without_code))
struct Sealed {
    std::int64_t seq = 0;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (seq, at))
struct Offset {
    std::int32_t utc_offset_hours = 7;
};
BOOST_DESCRIBE_STRUCT(Offset, (), (utc_offset_hours))

// Accounts with a role here that nobody signed in with yet, and those of them whose code has run out or was never made.
constexpr std::string_view count_waiting = R"sql(
    select count(*) as never,
        coalesce(sum(case when exists (
            select 1
            from account_code c
            where c.account_id = a.id
              and c.used_at is null
              and c.expires_at > $2) then 0 else 1 end), 0) as without_code
    from account a
    where a.password_hash is null
      and a.disabled_at is null
      and exists (
        select 1
        from role_grant g
        where g.org_id = $1
          and g.account_id = a.id
          and g.ended_at is null)
)sql";
constexpr std::string_view select_newest_sealed = R"sql(
    select seq, at
    from journal
    where org_id = $1
      and seq is not null
    order by seq desc
    limit 1
)sql";

HomeCard card(std::string id, Tone tone, std::string title, std::map<std::string, std::string> values, std::string text,
              std::string href, std::optional<std::int64_t> count = {}) {
    return {.id = std::move(id),
            .kind = "access",
            .tone = tone,
            .title_key = std::move(title),
            .values = std::move(values),
            .text_key = std::move(text),
            .href = std::move(href),
            .count = count,
            .due = {},
            .actions = {}};
}

}  // namespace

std::vector<HomeCard> access_home_cards(store::Tx& tx, const Actor& actor, Timestamp now) {
    std::vector<HomeCard> cards;
    if (actor.reach(manage_accounts).everything) {
        const auto waiting = tx.one<Waiting>(count_waiting, actor.owner(), now);
        if (waiting && waiting->without_code > 0)
            cards.push_back(card("accounts-without-code", Tone::due, "access.home_without_code", {},
                                 "access.home_without_code_text", "/admin/accounts", waiting->without_code));
        if (waiting && waiting->never > waiting->without_code)
            cards.push_back(card("accounts-invited", Tone::info, "access.home_invited", {}, "access.home_invited_text",
                                 "/admin/accounts", waiting->never - waiting->without_code));
    }
    if (actor.may(read_audit)) {
        const auto offset = tx.one<Offset>("select utc_offset_hours from owner where id = $1", actor.owner());
        if (const auto sealed = tx.one<Sealed>(select_newest_sealed, actor.owner()); sealed && offset)
            cards.push_back(card("audit-sealed", Tone::info, "access.home_audit",
                                 {{"count", std::to_string(sealed->seq)},
                                  {"day", to_string(local_day(sealed->at, offset->utc_offset_hours))}},
                                 "access.home_audit_text", "/admin/audit"));
    }
    return cards;
}

}  // namespace pamong::access

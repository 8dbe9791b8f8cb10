// Themes and member checks of SqlStudyStore.
#include "features/qualitative/adapters/rows.h"
#include "features/qualitative/adapters/sql_study_store.h"

namespace pamong::qualitative {

constexpr std::string_view select_theme = R"sql(
    select id, study_id, revision, name, definition, claim, confidence, contested
    from qualitative_theme
    where org_id = $1
      and id = $2
      and revision >= $3
    order by revision desc
    limit 1
)sql";
constexpr std::string_view select_theme_revision = R"sql(
    select id, study_id, revision, name, definition, claim, confidence, contested
    from qualitative_theme
    where org_id = $1
      and id = $2
      and revision = $3
)sql";
constexpr std::string_view select_segments = R"sql(
    select coding_id, stance
    from qualitative_theme_segment
    where org_id = $1
      and theme_id = $2
      and revision = $3
    order by coding_id
)sql";

std::vector<Theme> SqlStudyStore::themes(std::string_view sql, const Uuid& id, std::int64_t revision) {
    std::vector<Theme> found;
    for (auto& row : tx_.all<ThemeRow>(sql, tx_.owner(), id, revision)) {
        Theme theme{row.id,
                    row.study_id,
                    row.revision,
                    std::move(row.name),
                    std::move(row.definition),
                    row.claim,
                    row.confidence,
                    row.contested,
                    {}};
        theme.segments = tx_.all<ThemeSegment>(select_segments, tx_.owner(), theme.id, theme.revision);
        found.push_back(std::move(theme));
    }
    return found;
}

std::optional<Theme> SqlStudyStore::theme(const ThemeId& id) {
    auto found = themes(select_theme, id.value, 1);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}
std::optional<Theme> SqlStudyStore::theme(const ThemeId& id, std::int64_t revision) {
    auto found = themes(select_theme_revision, id.value, revision);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

constexpr std::string_view insert_theme = R"sql(
    insert into qualitative_theme
        (org_id, id, revision, study_id, name, definition, claim, confidence, contested, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql";
constexpr std::string_view update_contested = R"sql(
    update qualitative_theme
    set contested = $4
    where org_id = $1
      and id = $2
      and revision = $3
)sql";

void SqlStudyStore::add(const Theme& theme) {
    tx_.run(insert_theme, tx_.owner(), theme.id, theme.revision, theme.study_id, theme.name, theme.definition,
            theme.claim, theme.confidence, theme.contested, tx_.now());
    std::vector<ThemeSegmentRow> rows;
    for (const ThemeSegment& segment : theme.segments)
        rows.push_back({tx_.owner(), theme.id, theme.revision, segment.coding_id, segment.stance});
    tx_.insert_all("qualitative_theme_segment", rows);
}
void SqlStudyStore::set_contested(const Theme& theme) {
    tx_.run(update_contested, tx_.owner(), theme.id, theme.revision, theme.contested);
}

constexpr std::string_view select_check = R"sql(
    select k.id, k.theme_id, k.theme_revision, k.source_id, k.asked_at, k.expires_at,
        coalesce(a.number, 0) as answers, a.answer, a.comment, a.answered_at
    from qualitative_member_check k
    left join qualitative_member_check_answer a on a.org_id = k.org_id and a.check_id = k.id
    where k.org_id = $1
      and k.id = $2
    order by a.number desc
    limit 1
)sql";

std::vector<MemberCheck> SqlStudyStore::checks(std::string_view sql, const Uuid& id) {
    std::vector<MemberCheck> found;
    for (auto& row : tx_.all<CheckRow>(sql, tx_.owner(), id))
        found.push_back({row.id, row.theme_id, row.theme_revision, row.source_id, row.asked_at, row.expires_at,
                         row.answers, row.answer, Private(std::move(row.comment).value_or("")), row.answered_at});
    return found;
}
std::optional<MemberCheck> SqlStudyStore::check(const MemberCheckId& id) {
    auto found = checks(select_check, id.value);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

constexpr std::string_view insert_check = R"sql(
    insert into qualitative_member_check
        (org_id, id, theme_id, theme_revision, source_id, asked_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql";
constexpr std::string_view insert_link = R"sql(
    insert into qualitative_member_link (token_hash, owner_id, check_id, expires_at)
    values ($1, $2, $3, $4)
)sql";
constexpr std::string_view insert_answer = R"sql(
    insert into qualitative_member_check_answer (org_id, check_id, number, answer, comment, answered_at)
    values ($1, $2, $3, $4, $5, $6)
)sql";

void SqlStudyStore::add(const MemberCheck& check, const std::string& token_hash) {
    tx_.run(insert_check, tx_.owner(), check.id, check.theme_id, check.theme_revision, check.source_id, check.asked_at,
            check.expires_at);
    tx_.run(insert_link, token_hash, tx_.owner(), check.id, check.expires_at);
}
void SqlStudyStore::add_answer(const MemberCheck& check) {
    tx_.run(insert_answer, tx_.owner(), check.id, check.answers, check.answer, check.comment, check.answered_at);
}

constexpr std::string_view select_link = R"sql(
    select owner_id, check_id
    from qualitative_member_link
    where token_hash = $1
      and expires_at >= $2
)sql";

std::optional<MemberLink> member_link(store::Tx& tx, const std::string& token_hash, Timestamp now) {
    const auto row = tx.one<LinkRow>(select_link, token_hash, now);
    if (!row) return std::nullopt;
    return MemberLink{row->owner_id, row->check_id};
}

}  // namespace pamong::qualitative

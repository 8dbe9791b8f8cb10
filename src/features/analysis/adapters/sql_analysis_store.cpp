#include "features/analysis/adapters/sql_analysis_store.h"

#include "platform/chart/svg.h"
#include "platform/crypto/crypto.h"
#include "platform/words.h"

namespace pamong::analysis {
namespace {

struct AnalysisRow {
    OrgId org_id;
    Uuid id;
    std::int64_t revision = 1;
    std::string method;
    std::string method_version;
    std::string title;
    JsonText settings;
    JsonText snapshot;
    std::string snapshot_hash;
    JsonText result;
    AccountId account_id;
    Timestamp made_at;
};
BOOST_DESCRIBE_STRUCT(AnalysisRow, (),
                      (org_id, id, revision, method, method_version, title, settings, snapshot, snapshot_hash, result,
                       account_id, made_at))

Analysis analysis_from(AnalysisRow&& row) {
    return {row.id,
            row.revision,
            std::move(row.method),
            std::move(row.method_version),
            std::move(row.title),
            std::move(row.settings.text),
            std::move(row.snapshot.text),
            std::move(row.snapshot_hash),
            std::move(row.result.text),
            row.made_at};
}

constexpr std::string_view select_newest = R"sql(
    select org_id, id, revision, method, method_version, title, settings, snapshot, snapshot_hash, result, account_id, made_at
    from analysis_result
    where org_id = $1
      and id = $2
    order by revision desc
    limit 1
)sql";
constexpr std::string_view select_all_newest = R"sql(
    select a.org_id, a.id, a.revision, a.method, a.method_version, a.title, a.settings, a.snapshot, a.snapshot_hash, a.result,
           a.account_id, a.made_at
    from analysis_result a
    where a.org_id = $1
      and not exists (
          select 1
          from analysis_result later
          where later.org_id = a.org_id
            and later.id = a.id
            and later.revision > a.revision)
    order by a.made_at, a.id
)sql";

}  // namespace

std::optional<Analysis> SqlAnalysisStore::newest(const Uuid& id) {
    auto row = tx_.one<AnalysisRow>(select_newest, tx_.owner(), id);
    if (!row) return std::nullopt;
    return analysis_from(std::move(*row));
}

std::vector<Analysis> SqlAnalysisStore::all() {
    std::vector<Analysis> analyses;
    tx_.each<AnalysisRow>(
        select_all_newest, [&](AnalysisRow&& row) { analyses.push_back(analysis_from(std::move(row))); }, tx_.owner());
    return analyses;
}

void SqlAnalysisStore::add(const Analysis& analysis) {
    tx_.insert("analysis_result", AnalysisRow{tx_.owner(),
                                              analysis.id,
                                              analysis.revision,
                                              analysis.method,
                                              analysis.version,
                                              analysis.title,
                                              {analysis.settings},
                                              {analysis.snapshot},
                                              analysis.snapshot_hash,
                                              {analysis.result},
                                              tx_.account(),
                                              analysis.made_at});
    tx_.journal("analysis.kept", "analysis", analysis.id, "", analysis.snapshot_hash);
}

std::string SqlAnalysisStore::hash(const std::string& text) { return blake2b_hex(text); }

std::string SqlAnalysisStore::snapshot_of(const std::vector<Observed>& units) {
    std::vector<SnapshotUnit> rows;
    for (const Observed& unit : units) rows.push_back({unit.label, unit.first, unit.second});
    return to_json(rows);
}

std::string picture_of(const Analysis& analysis, const std::string& language, PictureWidth width) {
    const auto units = from_json<std::vector<SnapshotUnit>>(analysis.snapshot);
    if (!units) return {};
    const auto word = [&](std::string_view key) {
        return Words::all().text(language == "en" ? Language::en : Language::id, key);
    };
    Chart chart;
    chart.title = analysis.title;
    chart.language = language;
    if (width == PictureWidth::phone) chart.width = 340;
    chart.decimals = 1;
    if (analysis.method == change_method) {
        chart.kind = ChartKind::slope;
        chart.series = {{word("analysis.before")}, {word("analysis.after")}};
        for (const SnapshotUnit& unit : *units) {
            chart.categories.push_back(unit.label);
            chart.series[0].values.emplace_back(unit.first);
            chart.series[1].values.emplace_back(unit.second);
        }
    } else if (analysis.method == scale_method) {
        chart.kind = ChartKind::bar;
        chart.x_title = word("analysis.points");
        chart.series = {{word("analysis.points")}};
        chart.decimals = 0;
        for (const SnapshotUnit& unit : *units) {
            chart.categories.push_back(unit.label);
            chart.series[0].values.emplace_back(unit.first);
        }
    } else {
        chart.kind = ChartKind::scatter;
        chart.x_title = word("analysis.performance");
        chart.y_title = word("analysis.class_mean");
        for (const SnapshotUnit& unit : *units) chart.points.push_back({unit.first, unit.second, unit.label});
    }
    chart.note = word(guards_of(analysis.method).front());
    return chart_svg(chart, width == PictureWidth::phone ? "analysis-phone" : "analysis").value_or(std::string{});
}

}  // namespace pamong::analysis

#include "app/evaluation_command.h"

#include "app/command_output.h"
#include "app/db_command.h"
#include "features/access/adapters/sql_audit_store.h"
#include "features/evaluation/adapters/report_output.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "platform/crypto/crypto.h"

namespace pamong::app {
namespace {

constexpr std::string_view evaluation_help =
    "pamong evaluation report ID|latest [--out FILE.pdf|FILE.html] [--json]   the published report\n"
    "pamong evaluation trace ID|latest [--json]                               each claim, down to the records\n"
    "pamong evaluation verify ID|latest                                       do chains, hashes and numbers hold?\n"
    "ID is an evaluation; `latest` is the one whose report was published last.\n\n"
    "Example: pamong evaluation trace latest --json --db sqlite:data/example.db\n";

/// The owner that holds a report, and which.
struct Place {
    OrgId owner;
    evaluation::EvaluationId id;
};

std::optional<Place> place_of(store::Store& store, const std::string& wanted) {
    const auto given = id_from<evaluation::EvaluationId>(wanted);
    std::optional<Place> place;
    Timestamp newest{};
    for (const auto& owner : access::owners(store))
        store.read({owner.id, {}, {}}, [&](store::Tx& tx) {
            evaluation::SqlEvaluationStore evaluations(tx);
            const auto id = given ? given : evaluations.latest_published();
            if (!id) return 0;
            const auto report = evaluations.newest_report(*id);
            if (!report || (place && report->published_at <= newest)) return 0;
            place = Place{owner.id, *id};
            newest = report->published_at;
            return 0;
        });
    return place;
}

/// Whoever may run this command on the database file may read what is in it.
template <class F>
auto at_place(store::Store& store, const Place& place, F run) {
    return store.read({place.owner, {}, {}}, [&](store::Tx& tx) {
        evidence::SqlEvidenceStore graph(tx);
        const access::Actor reader({}, place.owner, {}, {{access::Role::evaluator, access::ScopeKind::all}});
        return evaluation::with_work(tx, reader, SystemClock().now(), graph, run);
    });
}

int failed(const Problem& problem, Terminal& terminal) {
    print_problem(terminal.err, problem);
    return exit_data;
}

int print_report(store::Store& store, const Place& place, const Settings& settings, Terminal& terminal) {
    const std::string& file = settings.text("out");
    if (settings.yes("json") || file.empty()) {
        const auto json = store.read({place.owner, {}, {}}, [&](store::Tx& tx) {
            return evaluation::SqlEvaluationStore(tx).newest_report_json(place.id);
        });
        terminal.out << json.value_or("null") << '\n';
        if (file.empty()) return exit_fine;
    }
    const bool as_html = file.ends_with(".html");
    const auto report = at_place(store, place, [&](evaluation::Work& work) {
        return as_html ? evaluation::report_html(place.id, Language::id, work)
                       : evaluation::report_pdf(place.id, Language::id, work);
    });
    if (!report) return failed(report.error(), terminal);
    if (auto written = write_all_or_none({{file, *report}}, terminal.out); !written)
        return failed(written.error(), terminal);
    return exit_fine;
}

int print_trace(store::Store& store, const Place& place, bool as_json, Terminal& terminal) {
    const auto claims =
        at_place(store, place, [&](evaluation::Work& work) { return evaluation::trace_report(place.id, work); });
    if (!claims) return failed(claims.error(), terminal);
    if (as_json) {
        terminal.out << evaluation::trace_json(*claims) << '\n';
        return exit_fine;
    }
    for (const auto& claim : *claims) {
        terminal.out << (claim.stale ? "! " : "") << claim.text << '\n';
        for (const auto& entry : claim.chain)
            terminal.out << "    " << name_of(entry.why) << "  " << name_of(entry.kind) << "  " << entry.label << '\n';
    }
    return exit_fine;
}

int print_verification(store::Store& store, const Place& place, Terminal& terminal) {
    const auto checked =
        at_place(store, place, [&](evaluation::Work& work) { return evaluation::verify_report(place.id, work); });
    if (!checked) return failed(checked.error(), terminal);
    const auto& words = Words::all();
    terminal.out << words.text(Language::id, "evaluation.verified",
                               {{"claims", std::to_string(checked->claims)},
                                {"records", std::to_string(checked->records)},
                                {"broken", std::to_string(checked->broken.size())},
                                {"stale", std::to_string(checked->stale.size())}})
                 << '\n';
    for (const auto& text : checked->stale)
        terminal.out << "  " << words.text(Language::id, "evaluation.stale") << ": " << text << '\n';
    for (const auto& broken : checked->broken)
        terminal.err << "  " << words.text(Language::id, broken.problem) << " \u2013 " << broken.text << '\n';
    return checked->broken.empty() ? exit_fine : exit_data;
}

}  // namespace

int evaluation_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings =
        settings_for(evaluation_help,
                     {{"out", SettingKind::text, "", "file for the report, .pdf or .html; - for the output", true},
                      {"json", SettingKind::yes_no, "false", "print JSON", true}},
                     arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto& rest = settings->rest();
    if (rest.size() != 2 || (rest[0] != "report" && rest[0] != "trace" && rest[0] != "verify")) {
        terminal.err << evaluation_help;
        return exit_use;
    }
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    const auto place = place_of(*store, rest[1]);
    if (!place) return failed({"evaluation.no_report"}, terminal);
    if (rest[0] == "report") return print_report(*store, *place, *settings, terminal);
    if (rest[0] == "trace") return print_trace(*store, *place, settings->yes("json"), terminal);
    return print_verification(*store, *place, terminal);
}

}  // namespace pamong::app

#include "app/audit_command.h"

#include "app/db_command.h"
#include "features/access/adapters/sql_audit_store.h"

namespace pamong::app {
namespace {

constexpr std::string_view audit_help =
    "pamong audit verify [--db URL] [--data FOLDER]\n"
    "Is the journal of every owner whole, unchanged and as long as the heads kept in FOLDER/chain_heads say?\n\n"
    "Example: pamong audit verify --db sqlite:data/pamong.db\n";

}  // namespace

int audit_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(audit_help, {}, arguments, terminal, exit_code);
    if (!settings) return exit_code;
    if (settings->rest() != std::vector<std::string>{"verify"}) {
        terminal.err << audit_help;
        return exit_use;
    }
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    const access::HeadFile heads(settings->text("data") + "/chain_heads");
    return print_chains(*store, &heads, terminal.out) ? exit_fine : exit_data;
}

bool print_chains(store::Store& store, const access::HeadFile* heads, std::ostream& out) {
    bool intact = true;
    for (const auto& owner : access::owners(store)) {
        const auto report = store.read({owner.id, {}, {}}, [&](store::Tx& tx) {
            access::SqlAuditStore audit(tx);
            return access::verify_journal(audit, heads == nullptr ? std::nullopt : heads->kept(owner.id));
        });
        intact = intact && report.intact();
        out << owner.name << ": "
            << (report.broken_at
                    ? Words::all().text(Language::id, "app.audit_broken", {{"seq", std::to_string(*report.broken_at)}})
                : report.cut_off
                    ? Words::all().text(Language::id, "app.audit_cut_off")
                    : Words::all().text(Language::id, "app.audit_whole", {{"entries", std::to_string(report.entries)}}))
            << '\n';
    }
    return intact;
}

}  // namespace pamong::app

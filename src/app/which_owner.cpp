#include "app/which_owner.h"

#include <algorithm>

#include "app/command.h"
#include "features/access/adapters/sql_audit_store.h"

namespace pamong::app {

std::optional<OrgId> which_owner(store::Store& store, const std::string& name, std::ostream& err) {
    const auto all = access::owners(store);
    if (name.empty() && all.size() == 1) return all.front().id;
    const auto found = std::ranges::find(all, name, &access::OwnerLine::name);
    if (found != all.end()) return found->id;
    print_problem(err, {"app.which_owner"});
    for (const auto& one : all) err << "  " << one.name << '\n';
    return std::nullopt;
}

}  // namespace pamong::app

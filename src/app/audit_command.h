#pragma once

#include "app/command.h"
#include "features/access/adapters/sql_audit_store.h"

namespace pamong::app {

/// `pamong audit verify [--db URL]`: walks every owner's chain and compares it with the heads kept beside the data.
int audit_command(std::span<const std::string_view> arguments, Terminal& terminal);

/// One line for each owner: is the journal's chain whole, and as long as the kept heads say (if any are given)?
bool print_chains(store::Store& store, const access::HeadFile* heads, std::ostream& out);

}  // namespace pamong::app

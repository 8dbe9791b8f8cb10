#pragma once

#include "app/command.h"
#include "platform/store/store.h"

namespace pamong::app {

/// The parts of `pamong db` that move a whole database: each opens its own databases, prints what it did and returns
/// the exit code.
int db_export(const std::string& address, const std::string& file, Terminal& terminal);
int db_copy(const std::string& from, const std::string& to, bool replace, Terminal& terminal);
/// `data`: the data folder that gets the backup's attached files.
int db_restore(const std::string& file, const std::string& to, const std::string& data, bool replace,
               Terminal& terminal);

}  // namespace pamong::app

#pragma once

#include <memory>
#include <string>

#include "platform/store/store.h"

namespace pamong::store {

/// A pool of connections. Each transaction names its owner (`set local pamong.org`), and row-level security lets it
/// touch that owner's rows only, whatever the SQL says.
std::unique_ptr<Store> open_postgres_store(const std::string& url);

}  // namespace pamong::store

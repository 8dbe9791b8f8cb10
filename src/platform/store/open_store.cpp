#include <filesystem>

#include "platform/store/postgres_store.h"
#include "platform/store/sqlite_store.h"
#include "platform/store/store.h"

namespace pamong::store {

Result<std::unique_ptr<Store>> open_store(const std::string& address) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite) && address.size() > sqlite.size()) {
        const std::filesystem::path path(address.substr(sqlite.size()));
        if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
        return open_sqlite_store(path.string());
    }
    if (address.starts_with("postgresql://") || address.starts_with("postgres://")) return open_postgres_store(address);
    return refused("store.address", {{"address", address}});
}

}  // namespace pamong::store

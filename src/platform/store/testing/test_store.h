#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "platform/store/migrations.h"
#include "platform/store/store.h"

namespace pamong::store {

/// "sqlite" always, and "postgres" when PAMONG_TEST_POSTGRES names a server.
std::vector<std::string> test_store_addresses();

/// A fresh, migrated database for one test: an SQLite file in a temporary folder, or a new PostgreSQL database.
/// Both are gone afterwards. A migrated template is made once per run, so this is quick.
class TestStore {
  public:
    explicit TestStore(const std::string& engine);
    TestStore(const TestStore&) = delete;
    TestStore& operator=(const TestStore&) = delete;
    ~TestStore();

    Store& store() { return *store_; }
    Random& random() { return random_; }
    /// "sqlite:..." or "postgresql://...", for a program that opens it itself.
    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }
    OrgId add_owner(const std::string& name, const std::string& kind = "district");

  private:
    std::string folder_;
    std::string address_;
    std::string database_;
    SeededRandom random_{20251120};
    std::unique_ptr<Store> store_;
};

}  // namespace pamong::store

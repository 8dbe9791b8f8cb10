#include "platform/store/testing/test_store.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "platform/store/connection.h"
#include "platform/store/store_error.h"

namespace pamong::store {
namespace {

constexpr Timestamp test_start{1'700'000'000'000'000};

std::string postgres_server() {
    const char* url = std::getenv("PAMONG_TEST_POSTGRES");
    return url == nullptr ? "" : url;
}

std::string with_database(const std::string& url, const std::string& name) {
    return url.substr(0, url.rfind('/') + 1) + name;
}

/// A migrated SQLite file that tests copy.
const std::filesystem::path& sqlite_template() {
    static const std::filesystem::path path = [] {
        auto file = std::filesystem::temp_directory_path() / ("pamong-template-" + std::to_string(getpid()) + ".db");
        std::filesystem::remove(file);
        {
            const auto store = *open_store("sqlite:" + file.string());
            expects(migrate(*store, test_start).has_value(), "the migrations run");
            store->run_alone([](Connection& connection) { connection.script("pragma wal_checkpoint(truncate)"); });
        }
        std::atexit([] {
            std::filesystem::remove(std::filesystem::temp_directory_path() /
                                    ("pamong-template-" + std::to_string(getpid()) + ".db"));
        });
        return file;
    }();
    return path;
}

const std::string& postgres_template() {
    static const std::string name = [] {
        std::string database = "pamong_template_" + std::to_string(getpid());
        const auto admin = open_postgres(postgres_server());
        admin->script("drop database if exists " + database);
        admin->script("create database " + database);
        const auto store = *open_store(with_database(postgres_server(), database));
        expects(migrate(*store, test_start).has_value(), "the migrations run");
        return database;
    }();
    return name;
}

}  // namespace

std::vector<std::string> test_store_addresses() {
    std::vector<std::string> engines{"sqlite"};
    if (!postgres_server().empty()) engines.emplace_back("postgres");
    return engines;
}

TestStore::TestStore(const std::string& engine) {
    static std::atomic<int> number{0};
    const std::string name = "pamong_test_" + std::to_string(getpid()) + "_" + std::to_string(++number);
    folder_ = (std::filesystem::temp_directory_path() / name).string();
    std::filesystem::create_directories(folder_);
    if (engine == "sqlite") {
        std::filesystem::copy_file(sqlite_template(), folder_ + "/pamong.db");
        address_ = "sqlite:" + folder_ + "/pamong.db";
    } else {
        const std::string& origin = postgres_template();
        database_ = name;
        open_postgres(postgres_server())->script("create database " + name + " template " + origin);
        address_ = with_database(postgres_server(), name);
    }
    store_ = *open_store(address_);
}

TestStore::~TestStore() {
    store_.reset();
    // The server's own vacuum may be looking at the database; it belongs to another role, so we wait for it. A database
    // that still cannot be dropped is left to the server's end: a test must not fail over it.
    constexpr int attempts = 60;
    for (int attempt = 0; !database_.empty() && attempt < attempts; ++attempt) try {
            open_postgres(postgres_server())->script("drop database if exists " + database_ + " with (force)");
            break;
        } catch (const StoreError&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    std::filesystem::remove_all(folder_);
}

OrgId TestStore::add_owner(const std::string& name, const std::string& kind) {
    const auto id = make_id<OrgId>(test_start, random_);
    (void)store_->write({}, [&](Tx& tx) -> Done {
        tx.run("insert into owner (id, name, kind, created_at) values ($1, $2, $3, $4)", id, name, kind, test_start);
        return {};
    });
    return id;
}

}  // namespace pamong::store

#include "platform/store/migrations.h"

#include <sodium.h>

#include <array>
#include <map>

#include "platform/embedded.h"
#include "platform/store/dialect.h"

namespace pamong::store {
namespace {

struct Applied {
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (name, checksum))
struct TableName {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(TableName, (), (name))

constexpr std::string_view create_list =
    "create table if not exists migration (name {text} primary key, checksum {text} not null, applied_at {timestamp} "
    "not null) {strict}";
constexpr std::string_view select_applied = "select name, checksum from migration order by name";
constexpr std::string_view insert_applied = "insert into migration (name, checksum, applied_at) values ($1, $2, $3)";
constexpr std::string_view select_unprotected = R"sql(
    select c.table_name as name
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public'
      and t.table_type = 'BASE TABLE'
      and c.column_name = 'org_id'
      and c.table_name not in (select cast(tablename as text) from pg_policies where schemaname = 'public')
    order by c.table_name
)sql";

std::string checksum_of(std::string_view text) {
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    std::array<char, 65> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

std::string name_of_file(std::string_view path) {
    path.remove_prefix(std::string_view("migrations/").size());
    path.remove_suffix(std::string_view(".sql").size());
    return std::string(path);
}

std::vector<EmbeddedFile> migration_files() {
    auto files = embedded_below("migrations/");
    std::erase_if(files, [](const EmbeddedFile& file) { return !file.path.ends_with(".sql"); });
    return files;
}

void protect_tables(Connection& connection) {
    Tx tx(connection, {});
    for (const auto& table : tx.all<TableName>(select_unprotected))
        connection.script("alter table " + table.name + " enable row level security; alter table " + table.name +
                          " force row level security; create policy owner_only on " + table.name +
                          " using (org_id = nullif(current_setting('pamong.org', true), '')::uuid)");
}

Result<int> migrate_alone(Connection& connection, Timestamp now) {
    Tx tx(connection, {});
    connection.script(in_dialect(create_list, connection.engine()));
    std::map<std::string, std::string> applied;
    for (auto& row : tx.all<Applied>(select_applied)) applied.emplace(row.name, row.checksum);
    int count = 0;
    for (const auto& file : migration_files()) {
        const std::string name = name_of_file(file.path);
        const std::string checksum = checksum_of(file.content);
        if (const auto found = applied.find(name); found != applied.end()) {
            if (found->second != checksum) return refused("store.migration_changed", {{"name", name}});
            applied.erase(found);
            continue;
        }
        connection.script(migration_in_dialect(file.content, connection.engine()));
        tx.run(insert_applied, name, checksum, now);
        ++count;
    }
    if (!applied.empty()) return refused("store.database_is_newer", {{"name", applied.begin()->first}});
    if (count > 0 && connection.engine() == Engine::postgres) protect_tables(connection);
    return count;
}

}  // namespace

Result<int> migrate(Store& store, Timestamp now) {
    Result<int> result = 0;
    store.run_alone([&](Connection& connection) {
        // The number is arbitrary; it only has to be the same in every Pamong server.
        connection.script(connection.engine() == Engine::postgres ? "begin; select pg_advisory_xact_lock(7240918)"
                                                                  : "begin immediate");
        try {
            result = migrate_alone(connection, now);
        } catch (...) {
            connection.script("rollback");
            throw;
        }
        connection.script(result ? "commit" : "rollback");
    });
    return result;
}

std::vector<MigrationState> migration_status(Store& store) {
    std::vector<MigrationState> states;
    store.run_alone([&](Connection& connection) {
        connection.script(in_dialect(create_list, connection.engine()));
        Tx tx(connection, {});
        std::map<std::string, std::string> applied;
        for (auto& row : tx.all<Applied>(select_applied)) applied.emplace(row.name, row.checksum);
        for (const auto& file : migration_files())
            states.push_back({name_of_file(file.path), applied.contains(name_of_file(file.path))});
    });
    return states;
}

}  // namespace pamong::store

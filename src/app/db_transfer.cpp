#include "app/db_transfer.h"

#include <unistd.h>

#include <fstream>

#include "app/audit_command.h"
#include "app/db_command.h"
#include "app/export_left_out.h"
#include "platform/crypto/crypto.h"
#include "platform/files/file_care.h"
#include "platform/store/canonical.h"
#include "platform/store/migrations.h"
#include "platform/store/transfer.h"

namespace pamong::app {
namespace {

void print_words(std::ostream& out, std::string_view key, const std::map<std::string, std::string>& values) {
    out << Words::all().text(Language::id, key, values) << '\n';
}

/// A database that exists and has all migrations of this program: a copy has to know every column.
std::unique_ptr<store::Store> open_source(const std::string& address, std::ostream& err) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite) && !std::filesystem::exists(address.substr(sqlite.size()))) {
        print_problem(err, {"app.no_such_file", "", {{"file", address.substr(sqlite.size())}}});
        return nullptr;
    }
    auto opened = store::open_store(address);
    if (!opened) {
        print_problem(err, opened.error());
        return nullptr;
    }
    for (const auto& state : store::migration_status(**opened))
        if (!state.applied) {
            print_problem(err, {"app.not_migrated", "", {{"db", address}}});
            return nullptr;
        }
    return std::move(*opened);
}

/// Brought up to date, but without the shared lists: those come with the copy.
std::unique_ptr<store::Store> open_target(const std::string& address, std::ostream& err) {
    auto opened = store::open_store(address);
    const auto migrated = opened ? store::migrate(**opened, SystemClock().now()) : Result<int>(0);
    if (opened && migrated) return std::move(*opened);
    print_problem(err, opened ? migrated.error() : opened.error());
    return nullptr;
}

int copy_into(store::Store& from, const std::string& to, bool replace, Terminal& terminal) {
    const auto target = open_target(to, terminal.err);
    if (!target) return exit_data;
    const auto copied = store::copy_database(from, *target, replace);
    if (!copied) {
        print_problem(terminal.err, copied.error());
        return exit_data;
    }
    print_words(terminal.out, "app.copied", {{"rows", std::to_string(copied->rows)}, {"hash", copied->hash}});
    return exit_fine;
}

/// A backup is looked at in a copy beside it, so that it stays as it is: an older one is migrated there.
class CopyOfBackup {
  public:
    explicit CopyOfBackup(const std::string& file)
        : folder_(std::filesystem::temp_directory_path() / ("pamong-restore-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(folder_);
        std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
        std::filesystem::copy_file(file, folder_ / "backup.db", std::filesystem::copy_options::overwrite_existing);
    }
    CopyOfBackup(const CopyOfBackup&) = delete;
    CopyOfBackup& operator=(const CopyOfBackup&) = delete;
    ~CopyOfBackup() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    [[nodiscard]] std::string address() const { return "sqlite:" + (folder_ / "backup.db").string(); }

  private:
    std::filesystem::path folder_;
};

}  // namespace

int db_export(const std::string& address, const std::string& file, Terminal& terminal) {
    const auto from = open_source(address, terminal.err);
    if (!from) return exit_data;
    // Beside its place first: whoever finds FILE finds a whole export.
    const std::string unfinished = file + ".part";
    std::ofstream written;
    if (file != "-") written.open(unfinished, std::ios::binary | std::ios::trunc);
    std::ostream& out = file == "-" ? terminal.out : written;
    from->run_read({}, [&](store::Tx& tx) {
        store::canonical_lines(tx.connection(), is_left_out, [&](std::string_view line) { out << line << '\n'; });
    });
    out.flush();
    if (out && file != "-") std::filesystem::rename(unfinished, file);
    if (out) return exit_fine;
    print_problem(terminal.err, {"command_line.cannot_write", "", {{"file", file}}});
    return exit_data;
}

int db_copy(const std::string& from, const std::string& to, bool replace, Terminal& terminal) {
    if (from == to) {
        print_problem(terminal.err, {"app.copy_onto_itself"});
        return exit_use;
    }
    const auto source = open_source(from, terminal.err);
    return source ? copy_into(*source, to, replace, terminal) : exit_data;
}

int db_restore(const std::string& file, const std::string& to, const std::string& data, bool replace,
               Terminal& terminal) {
    if (!std::filesystem::is_regular_file(file)) {
        print_problem(terminal.err, {"app.no_such_file", "", {{"file", file}}});
        return exit_use;
    }
    const CopyOfBackup copy(file);
    const auto backup = open_target(copy.address(), terminal.err);
    if (!backup) return exit_data;
    // Files before rows: a file without a row harms nobody, a row without its file would.
    if (std::filesystem::is_directory(file + ".files")) {
        files::RealDisk disk;
        files::FileStore from(disk, file + ".files");
        files::FileStore kept(disk, std::filesystem::path(data) / "files");
        files::copy_files(*backup, from, kept);
    }
    if (const int failed = copy_into(*backup, to, replace, terminal); failed != exit_fine) return failed;
    // The heads kept in the data folder belong to what was there before; they stay beside it as a record of that.
    const auto heads = std::filesystem::path(data) / "chain_heads";
    if (std::filesystem::exists(heads))
        std::filesystem::rename(heads, std::filesystem::path(data) / "chain_heads.before_restore");
    const auto restored = store::open_store(to);
    return print_chains(**restored, nullptr, terminal.out) ? exit_fine : exit_data;
}

}  // namespace pamong::app

#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "platform/files/disk.h"

namespace pamong::files {

/// Files by what is in them: the same bytes are one file of an owner, whoever sent them. Thread safe, also when several
/// programs share the folder.
///
///     files/OWNER/ab/cdef...          a file by its content hash
///     files/OWNER/incoming/...        being written, of no use to anybody after a crash
///     files/OWNER/uploads/ID/0, 1 ... pieces of a file that is on its way
///
/// What keep() and keep_piece() have returned for survives a power cut.
class FileStore {
  public:
    /// `folder` is the data folder's `files`.
    FileStore(Disk& disk, std::filesystem::path folder) : disk_(disk), folder_(std::move(folder)) {}

    /// Writes under a temporary name, flushes, renames, flushes the folder. Mends a damaged file. Returns the hash.
    std::string keep(const OrgId& owner, std::string_view bytes);
    [[nodiscard]] std::filesystem::path path_of(const OrgId& owner, std::string_view hash) const;
    [[nodiscard]] std::optional<std::uint64_t> size_of(const OrgId& owner, std::string_view hash);
    /// A part of it; shorter at the end of the file.
    [[nodiscard]] std::string read(const OrgId& owner, std::string_view hash, std::uint64_t first,
                                   std::uint64_t length);
    /// Reads all of it: do the bytes still have that hash?
    [[nodiscard]] bool is_whole(const OrgId& owner, std::string_view hash);
    /// Hashes of all files in the folder.
    [[nodiscard]] std::vector<std::string> hashes(const OrgId& owner);

    /// One piece of an upload. False when other bytes have this number already.
    bool keep_piece(const OrgId& owner, const Uuid& upload, std::int64_t number, std::string_view bytes);
    /// Numbers of the pieces that are here, ascending.
    [[nodiscard]] std::vector<std::int64_t> pieces(const OrgId& owner, const Uuid& upload);
    [[nodiscard]] std::string piece(const OrgId& owner, const Uuid& upload, std::int64_t number);
    void drop_pieces(const OrgId& owner, const Uuid& upload);

    struct Swept {
        int temporary = 0;
        int uploads = 0;
    };
    /// Removes temporary files from before `temporary_before` and pieces of uploads untouched since `pieces_before`.
    /// Their senders still have them and start again. Never touches whole files.
    Swept sweep(Timestamp temporary_before, Timestamp pieces_before);

  private:
    [[nodiscard]] std::filesystem::path home_of(const OrgId& owner) const { return folder_ / to_string(owner); }
    [[nodiscard]] std::filesystem::path upload_folder(const OrgId& owner, const Uuid& upload) const {
        return home_of(owner) / "uploads" / to_string(upload);
    }
    void ready(const std::filesystem::path& folder);
    void write_safely(const OrgId& owner, const std::filesystem::path& target, std::string_view bytes);
    std::string all_of(const std::filesystem::path& file);

    Disk& disk_;
    std::filesystem::path folder_;
    std::mutex mutex_{};
    std::set<std::filesystem::path> ready_{};  ///< folders whose names are flushed
};

}  // namespace pamong::files

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace pamong::files {

/// The few things the file store asks of a disk, so that tests can use one that loses whatever was not flushed.
/// Nothing is safe from a power cut before sync() of the file and sync_folder() of the folder that names it.
/// All throw std::system_error when the disk cannot.
class Disk {
  public:
    struct File {
        std::uint64_t bytes = 0;
        Timestamp changed{};
    };
    virtual ~Disk() = default;
    /// Makes the folder and those above it; all their names are flushed when it returns.
    virtual void make_folder(const std::filesystem::path& folder) = 0;
    /// Creates or replaces.
    virtual void write(const std::filesystem::path& file, std::string_view bytes) = 0;
    virtual void sync(const std::filesystem::path& file) = 0;
    virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    virtual void sync_folder(const std::filesystem::path& folder) = 0;
    /// Nothing when there is no such file.
    [[nodiscard]] virtual std::optional<File> look(const std::filesystem::path& file) = 0;
    [[nodiscard]] virtual std::string read(const std::filesystem::path& file, std::uint64_t first,
                                           std::uint64_t length) = 0;
    /// A file, or a folder without entries; fine when it is gone already.
    virtual void remove(const std::filesystem::path& path) = 0;
    /// Names in a folder, sorted; none when there is no such folder.
    [[nodiscard]] virtual std::vector<std::string> list(const std::filesystem::path& folder) = 0;
};

/// The machine's own.
class RealDisk final : public Disk {
  public:
    void make_folder(const std::filesystem::path& folder) override;
    void write(const std::filesystem::path& file, std::string_view bytes) override;
    void sync(const std::filesystem::path& file) override;
    void rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    void sync_folder(const std::filesystem::path& folder) override;
    [[nodiscard]] std::optional<File> look(const std::filesystem::path& file) override;
    [[nodiscard]] std::string read(const std::filesystem::path& file, std::uint64_t first,
                                   std::uint64_t length) override;
    void remove(const std::filesystem::path& path) override;
    [[nodiscard]] std::vector<std::string> list(const std::filesystem::path& folder) override;
};

}  // namespace pamong::files

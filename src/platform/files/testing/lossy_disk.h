#pragma once

#include <limits>
#include <map>
#include <memory>
#include <stdexcept>

#include "platform/files/disk.h"

namespace pamong::files {

/// The power went while the disk was busy.
class PowerCut : public std::runtime_error {
  public:
    PowerCut() : std::runtime_error("power cut") {}
};

/// A disk in memory that forgets as much as a real one may: after power_cut() a file has the bytes of its last sync()
/// (none without one), and a folder the names of its last sync_folder().
class LossyDisk final : public Disk {
  public:
    /// The power goes before the step with this number (0 is the first one from now).
    void cut_before(int step) { steps_left_ = step; }
    /// How many steps have been asked for in all.
    [[nodiscard]] int steps() const { return steps_; }
    /// What was not flushed is gone; then the disk works again.
    void power_cut();
    void set_time(Timestamp now) { now_ = now; }
    /// Damages a file without anybody noticing.
    void spoil(const std::filesystem::path& file) { names_.at(file)->live.at(0) ^= 1; }

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

  private:
    struct Content {
        std::string live;
        std::string flushed;
        Timestamp changed;
    };
    using Names = std::map<std::filesystem::path, std::shared_ptr<Content>>;  // no content: a folder
    void step();

    Names names_{};
    Names flushed_names_{};
    Timestamp now_{};
    int steps_ = 0;
    int steps_left_ = std::numeric_limits<int>::max();
};

}  // namespace pamong::files

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace pamong::store {

/// While it lives, SQLite works on a disk of which a power cut leaves only what was flushed: the files lie where they
/// are, and beside them we remember each as it was at its last sync. (Names are flushed with the first sync of a file,
/// as SQLite's own layer does.) `survivors()` writes what a power cut at this moment would leave into another folder.
class LossyVfs {
  public:
    LossyVfs();
    LossyVfs(const LossyVfs&) = delete;
    LossyVfs& operator=(const LossyVfs&) = delete;
    ~LossyVfs();

    /// Any thread, at any moment. `folder` exists; the files keep their names.
    void survivors(const std::string& folder);
    [[nodiscard]] int syncs() const;

    // For the functions that SQLite calls.
    void opened(const std::string& path);
    void synced(const std::string& path);
    void removed(const std::string& path, bool flushed);

  private:
    struct Registered;
    std::unique_ptr<Registered> registered_;
    mutable std::mutex mutex_;
    std::map<std::string, std::string> flushed_;
    int syncs_ = 0;
};

}  // namespace pamong::store

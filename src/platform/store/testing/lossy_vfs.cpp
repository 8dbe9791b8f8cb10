#include "platform/store/testing/lossy_vfs.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <new>
#include <sstream>

#include "base/result.h"

namespace pamong::store {
namespace {

/// SQLite's file with ours in front; the real one lies in the bytes behind it.
struct LossyFile {
    sqlite3_file base;
    LossyVfs* vfs;
    std::string* path;  ///< null for temporary files
    [[nodiscard]] sqlite3_file* real() {
        return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(this) + sizeof(LossyFile));
    }
};

LossyFile& own(sqlite3_file* file) { return *reinterpret_cast<LossyFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return own(file).real(); }

int close_file(sqlite3_file* file) {
    const int code = real(file)->pMethods->xClose(real(file));
    delete own(file).path;
    return code;
}
int sync_file(sqlite3_file* file, int flags) {
    const int code = real(file)->pMethods->xSync(real(file), flags);
    if (code == SQLITE_OK && own(file).path != nullptr) own(file).vfs->synced(*own(file).path);
    return code;
}

/// All but closing and flushing goes straight through.
const sqlite3_io_methods lossy_methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = [](sqlite3_file* file, void* to, int count,
                sqlite3_int64 at) { return real(file)->pMethods->xRead(real(file), to, count, at); },
    .xWrite = [](sqlite3_file* file, const void* from, int count,
                 sqlite3_int64 at) { return real(file)->pMethods->xWrite(real(file), from, count, at); },
    .xTruncate = [](sqlite3_file* file,
                    sqlite3_int64 size) { return real(file)->pMethods->xTruncate(real(file), size); },
    .xSync = sync_file,
    .xFileSize = [](sqlite3_file* file,
                    sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); },
    .xLock = [](sqlite3_file* file, int lock) { return real(file)->pMethods->xLock(real(file), lock); },
    .xUnlock = [](sqlite3_file* file, int lock) { return real(file)->pMethods->xUnlock(real(file), lock); },
    .xCheckReservedLock = [](sqlite3_file* file,
                             int* is) { return real(file)->pMethods->xCheckReservedLock(real(file), is); },
    .xFileControl = [](sqlite3_file* file, int what,
                       void* with) { return real(file)->pMethods->xFileControl(real(file), what, with); },
    .xSectorSize = [](sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); },
    .xDeviceCharacteristics =
        [](sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); },
    .xShmMap = [](sqlite3_file* file, int page, int size, int extend,
                  void volatile** at) { return real(file)->pMethods->xShmMap(real(file), page, size, extend, at); },
    .xShmLock = [](sqlite3_file* file, int offset, int count,
                   int flags) { return real(file)->pMethods->xShmLock(real(file), offset, count, flags); },
    .xShmBarrier = [](sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); },
    .xShmUnmap = [](sqlite3_file* file, int gone) { return real(file)->pMethods->xShmUnmap(real(file), gone); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

}  // namespace

struct LossyVfs::Registered {
    sqlite3_vfs* before = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs = *before;
    LossyVfs* owner = nullptr;

    static Registered& of(sqlite3_vfs* vfs) { return *static_cast<Registered*>(vfs->pAppData); }
    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
        auto* opened = new (file) LossyFile{{nullptr}, of(vfs).owner, nullptr};
        const int code = of(vfs).before->xOpen(of(vfs).before, name, opened->real(), flags, out_flags);
        if (code != SQLITE_OK) return code;
        constexpr int kept = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
        if (name != nullptr && (flags & kept) != 0) {
            opened->path = new std::string(name);
            of(vfs).owner->opened(*opened->path);
        }
        opened->base.pMethods = &lossy_methods;
        return code;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int flush) {
        const int code = of(vfs).before->xDelete(of(vfs).before, name, flush);
        if (code == SQLITE_OK) of(vfs).owner->removed(name, flush != 0);
        return code;
    }
};

LossyVfs::LossyVfs() : registered_(std::make_unique<Registered>()) {
    Registered& mine = *registered_;
    mine.owner = this;
    mine.vfs.zName = "pamong-lossy";
    mine.vfs.szOsFile = static_cast<int>(sizeof(LossyFile)) + mine.before->szOsFile;
    mine.vfs.pAppData = &mine;
    mine.vfs.pNext = nullptr;
    mine.vfs.xOpen = Registered::open;
    mine.vfs.xDelete = Registered::remove;
    // SQLite's own functions find their data through the vfs they are handed.
    mine.vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        return Registered::of(vfs).before->xAccess(Registered::of(vfs).before, name, flags, result);
    };
    mine.vfs.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
        return Registered::of(vfs).before->xFullPathname(Registered::of(vfs).before, name, size, out);
    };
    expects(sqlite3_vfs_register(&mine.vfs, 1) == SQLITE_OK, "SQLite takes our disk");
}

LossyVfs::~LossyVfs() {
    sqlite3_vfs_unregister(&registered_->vfs);
    sqlite3_vfs_register(registered_->before, 1);
}

void LossyVfs::opened(const std::string& path) {
    const std::scoped_lock lock(mutex_);
    // What was there before we looked is taken for flushed.
    if (!flushed_.contains(path) && std::filesystem::exists(path) && std::filesystem::file_size(path) > 0)
        flushed_[path] = bytes_of(path);
}

void LossyVfs::synced(const std::string& path) {
    const std::scoped_lock lock(mutex_);
    flushed_[path] = bytes_of(path);
    ++syncs_;
}

void LossyVfs::removed(const std::string& path, bool flushed) {
    const std::scoped_lock lock(mutex_);
    if (flushed) flushed_.erase(path);
}

void LossyVfs::survivors(const std::string& folder) {
    const std::scoped_lock lock(mutex_);
    for (const auto& [path, bytes] : flushed_)
        std::ofstream(folder + "/" + std::filesystem::path(path).filename().string(), std::ios::binary) << bytes;
}

int LossyVfs::syncs() const {
    const std::scoped_lock lock(mutex_);
    return syncs_;
}

}  // namespace pamong::store

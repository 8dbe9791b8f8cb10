#pragma once

#include <filesystem>

#include "base/result.h"

namespace pamong {

/// Holds a data folder for one server. The lock ends with the process, also after kill -9, so it cannot go stale.
class DataLock {
  public:
    /// Makes the folder (0700) when it is missing. Problems: data.in_use{path}, data.cannot_lock{path}.
    static Result<DataLock> take(const std::filesystem::path& folder);
    DataLock(DataLock&& other) noexcept;
    DataLock& operator=(DataLock&& other) noexcept;
    DataLock(const DataLock&) = delete;
    DataLock& operator=(const DataLock&) = delete;
    ~DataLock();

  private:
    explicit DataLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace pamong

#pragma once

#include <memory>
#include <string>

#include "platform/store/store.h"

namespace pamong::store {

/// Many readers, one writer thread with group commit: writes that wait while a commit reaches the disk share the next
/// one, so 64 waiting clients cost about as many disk flushes as one.
std::unique_ptr<Store> open_sqlite_store(const std::string& path);

}  // namespace pamong::store

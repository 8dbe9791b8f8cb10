#pragma once

#include <string>
#include <vector>

#include "platform/files/file_store.h"
#include "platform/store/store.h"

namespace pamong::files {

/// How rows and files agree, over all owners.
struct FileCheck {
    std::vector<std::string> missing;  ///< hashes with a row and without a file
    std::vector<std::string> damaged;  ///< the bytes have another hash or length
    std::vector<std::string> unknown;  ///< files without a row
};
/// Reads every byte.
FileCheck check_files(store::Store& store, FileStore& files);

/// Copies every file that the rows speak of; what the target has already is only looked at. Returns how many there are.
/// A file that is missing here is left out: check_files() names it.
std::size_t copy_files(store::Store& store, FileStore& from, FileStore& to);

}  // namespace pamong::files

#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pamong {

struct OutputFile {
    std::string path;  ///< "-" is the command's own output
    std::string content;
};

/// Writes all of them or none: each goes to a file beside its place first, and is put there once all are complete.
/// problem  command_line.cannot_write, command_line.one_stream.
Done write_all_or_none(const std::vector<OutputFile>& files, std::ostream& out);

/// A CSV field, quoted where it must be.
std::string csv_field(std::string_view text);

/// What this process has used so far.
struct ResourcesUsed {
    double cpu_seconds = 0;
    double peak_memory_mb = 0;
};
ResourcesUsed resources_used();

}  // namespace pamong

#include "app/command_output.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>

namespace pamong {
namespace {

namespace files_ns = std::filesystem;

std::string beside(const std::string& path) { return path + ".part-" + std::to_string(getpid()); }

std::unexpected<Problem> not_written(const std::string& path) {
    return refused("command_line.cannot_write", {{"file", path}}, path);
}

}  // namespace

Done write_all_or_none(const std::vector<OutputFile>& files, std::ostream& out) {
    if (std::count_if(files.begin(), files.end(), [](const OutputFile& file) { return file.path == "-"; }) > 1)
        return refused("command_line.one_stream");
    std::error_code ignored;
    const auto clean_up = [&] {
        for (const OutputFile& file : files)
            if (file.path != "-") files_ns::remove(beside(file.path), ignored);
    };
    for (const OutputFile& file : files) {
        if (file.path == "-") continue;
        std::ofstream part(beside(file.path), std::ios::binary);
        part << file.content;
        part.close();
        if (!part || files_ns::is_directory(file.path, ignored)) {
            clean_up();
            return not_written(file.path);
        }
    }
    for (const OutputFile& file : files) {
        if (file.path == "-") {
            out << file.content;
            continue;
        }
        std::error_code failed;
        files_ns::rename(beside(file.path), file.path, failed);
        if (failed) {
            clean_up();
            return not_written(file.path);
        }
    }
    return {};
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

ResourcesUsed resources_used() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return {seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
}

}  // namespace pamong

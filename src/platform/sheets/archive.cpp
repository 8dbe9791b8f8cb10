#include "platform/sheets/archive.h"

#include <zip.h>

#include <vector>

namespace pamong {
namespace {

struct OpenEntry {
    zip_file_t* file;
    ~OpenEntry() { zip_fclose(file); }
};

/// Every entry has a central record; counting their marks keeps libzip from making a table of millions.
std::size_t central_records(std::string_view bytes, std::size_t enough) {
    std::size_t count = 0;
    for (auto at = bytes.find("PK\1\2"); at != std::string_view::npos && count < enough;
         at = bytes.find("PK\1\2", at + 4))
        ++count;
    return count;
}

std::unexpected<Problem> archive_too_large(std::string_view what, std::size_t limit, std::string at = {}) {
    return refused("sheets.too_large", {{"what", std::string(what)}, {"limit", std::to_string(limit)}}, std::move(at));
}

}  // namespace

void Archive::Closed::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string_view bytes, const SheetLimits& limits) {
    if (bytes.size() > limits.file_bytes) return archive_too_large("file_bytes", limits.file_bytes);
    if (central_records(bytes, limits.entries + 1) > limits.entries)
        return archive_too_large("entries", limits.entries);

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    if (archive == nullptr) return refused("sheets.bad_zip");
    return Archive(archive, limits);
}

Result<std::optional<std::string>> Archive::read(const std::string& name) {
    zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_ENC_GUESS);
    if (index < 0) index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_ENC_GUESS | ZIP_FL_NOCASE);
    if (index < 0) return std::nullopt;
    const auto entry = static_cast<zip_uint64_t>(index);

    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive_.get(), entry, 0, &stat) != 0) return refused("sheets.bad_zip", {}, name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return refused("sheets.encrypted");
    if (stat.size > limits_.entry_bytes) return archive_too_large("entry_bytes", limits_.entry_bytes, name);

    zip_file_t* file = zip_fopen_index(archive_.get(), entry, 0);
    if (file == nullptr) return refused("sheets.bad_zip", {}, name);
    const OpenEntry closing{file};
    std::string content;
    std::vector<char> piece(64U << 10U);
    while (true) {
        const zip_int64_t got = zip_fread(file, piece.data(), piece.size());
        if (got < 0) return refused("sheets.bad_zip", {}, name);
        if (got == 0) break;
        content.append(piece.data(), static_cast<std::size_t>(got));
        if (content.size() > limits_.entry_bytes) return archive_too_large("entry_bytes", limits_.entry_bytes, name);
        if (unpacked_ + content.size() > limits_.total_bytes)
            return archive_too_large("total_bytes", limits_.total_bytes, name);
        if (content.size() > (1U << 20U) && content.size() / limits_.ratio > stat.comp_size)
            return refused("sheets.zip_bomb", {{"ratio", std::to_string(limits_.ratio)}}, name);
    }
    unpacked_ += content.size();
    return content;
}

std::optional<std::string> archive_path(std::string_view source, std::string_view target) {
    std::string path;
    if (target.starts_with('/')) target.remove_prefix(1);
    else if (const auto slash = source.rfind('/'); slash != std::string_view::npos) path = source.substr(0, slash);
    while (true) {
        const auto slash = target.find('/');
        const std::string_view part = target.substr(0, slash);
        if (part == "..") {
            if (path.empty()) return std::nullopt;
            const auto last = path.rfind('/');
            path.erase(last == std::string::npos ? 0 : last);
        } else if (!part.empty() && part != ".") {
            if (!path.empty()) path += '/';
            path += part;
        }
        if (slash == std::string_view::npos) return path;
        target.remove_prefix(slash + 1);
    }
}

}  // namespace pamong

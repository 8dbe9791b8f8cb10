#include "app/table_file.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace pamong {
namespace {

constexpr std::size_t longest_row = 1U << 20U;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

bool same_heading(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

char separator_of(std::string_view heading) {
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(heading.begin(), heading.end(), candidate) > std::count(heading.begin(), heading.end(), best))
            best = candidate;
    return best;
}

}  // namespace

struct TableFile::Stream {
    gzFile file = nullptr;
    std::array<char, 1U << 18U> buffer{};
    std::size_t begin = 0;
    std::size_t end = 0;
    bool broken = false;

    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() {
        if (file != nullptr) gzclose_r(file);
    }
    bool fill() {
        const int got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()));
        int error = Z_OK;
        gzerror(file, &error);
        broken =
            got < 0 || (error != Z_OK && error != Z_STREAM_END);  // a cut-off file gives its rest and then an error
        begin = 0;
        end = got > 0 ? static_cast<std::size_t>(got) : 0;
        return got > 0;
    }
};

TableFile::TableFile(std::unique_ptr<Stream> stream, std::string name)
    : stream_(std::move(stream)), name_(std::move(name)) {}
TableFile::TableFile(TableFile&&) noexcept = default;
TableFile::~TableFile() = default;

Problem TableFile::problem(std::string_view code, std::map<std::string, std::string> values) const {
    values.emplace("file", name_);
    values.emplace("row", std::to_string(row_));
    return {std::string(code), name_ + ":" + std::to_string(row_), std::move(values), {}};
}

Result<TableFile> TableFile::open(const std::string& path, std::span<const std::string_view> columns) {
    auto stream = std::make_unique<Stream>();
    stream->file = path == "-" ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path.c_str(), "rb");
    if (stream->file == nullptr) return refused("table_file.cannot_open", {{"file", path}}, path);
    TableFile table(std::move(stream), path);
    const auto heading = table.next_line();
    if (!heading) return refused(heading.error());
    if (!*heading) return refused("table_file.empty", {{"file", path}}, path);
    if (table.line_.starts_with("\xEF\xBB\xBF")) table.line_.erase(0, 3);
    table.separator_ = separator_of(table.line_);
    if (const auto done = table.split(); !done) return refused(done.error());
    for (const std::string_view column : columns) {
        const auto found = std::find_if(table.fields_.begin(), table.fields_.end(),
                                        [&](std::string_view field) { return same_heading(trimmed(field), column); });
        if (found == table.fields_.end())
            return refused(table.problem("table_file.no_column", {{"column", std::string(column)}}));
        table.columns_.emplace_back(column);
        table.positions_.push_back(static_cast<std::size_t>(found - table.fields_.begin()));
    }
    return table;
}

/// The next line with something in it; quotes do not reach over its end.
Result<bool> TableFile::next_line() {
    for (;;) {
        line_.clear();
        ++row_;
        for (;;) {
            if (stream_->begin == stream_->end && !stream_->fill()) {
                if (stream_->broken) return refused(problem("table_file.broken"));
                if (trimmed(line_).empty()) return false;
                return true;
            }
            const char* from = stream_->buffer.data() + stream_->begin;
            const char* to = stream_->buffer.data() + stream_->end;
            const char* end = std::find(from, to, '\n');
            line_.append(from, end);
            stream_->begin += static_cast<std::size_t>(end - from) + (end == to ? 0 : 1);
            if (line_.size() > longest_row) return refused(problem("table_file.row_too_long"));
            if (end != to) break;
        }
        if (!trimmed(line_).empty()) return true;
    }
}

Done TableFile::split() {
    fields_.clear();
    // Quoted fields are unpacked in place: what is written never overtakes what is read.
    char* write = line_.data();
    const char* read = line_.data();
    const char* end = read + line_.size();
    if (end != read && end[-1] == '\r') --end;
    for (;;) {
        const char* start = write;
        if (read != end && *read == '"') {
            ++read;
            for (;; ++read) {
                if (read == end) return refused(problem("table_file.open_quote"));
                if (*read == '"' && (read + 1 == end || read[1] != '"')) break;
                if (*read == '"') ++read;
                *write++ = *read;
            }
            ++read;
        }
        while (read != end && *read != separator_) *write++ = *read++;
        fields_.push_back(trimmed({start, static_cast<std::size_t>(write - start)}));
        if (read == end) return {};
        ++read;
        ++write;  // the separator's own place keeps neighbours apart
    }
}

Result<bool> TableFile::next() {
    const auto found = next_line();
    if (!found || !*found) return found;
    if (const auto done = split(); !done) return refused(done.error());
    for (std::size_t column = 0; column < positions_.size(); ++column)
        if (positions_[column] >= fields_.size() || fields_[positions_[column]].empty())
            return refused(problem("table_file.no_value", {{"column", columns_[column]}}));
    return true;
}

Result<std::int64_t> TableFile::number(std::size_t column) const {
    if (const auto value = whole_number(text(column))) return *value;
    return refused(problem("table_file.not_a_number",
                           {{"column", columns_[column]}, {"value", std::string(text(column).substr(0, 40))}}));
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace pamong

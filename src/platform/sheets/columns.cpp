#include "platform/sheets/columns.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace pamong {
namespace {

std::string_view without_blanks(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty()) {
        if (blank(text.front())) text.remove_prefix(1);
        else if (text.starts_with("\xC2\xA0"))  // a no-break space, as copied from web pages
            text.remove_prefix(2);
        else if (blank(text.back())) text.remove_suffix(1);
        else if (text.ends_with("\xC2\xA0")) text.remove_suffix(2);
        else break;
    }
    return text;
}

/// Which wanted column a folded heading means, and by which of its names (0 is the first and best).
using FoldedNames = std::unordered_map<std::string, std::pair<std::size_t, std::size_t>>;

FoldedNames fold_names(std::span<const WantedColumn> wanted) {
    FoldedNames names;
    for (std::size_t column = 0; column < wanted.size(); ++column) {
        names.try_emplace(folded_heading(wanted[column].key), column, wanted[column].names.size());
        for (std::size_t name = 0; name < wanted[column].names.size(); ++name)
            names[folded_heading(wanted[column].names[name])] = {column, name};
    }
    return names;
}

}  // namespace

std::string folded_heading(std::string_view heading) {
    std::string folded;
    for (std::size_t at = 0; at < heading.size(); ++at) {
        const char c = heading[at];
        if (heading.substr(at).starts_with("\xC2\xA0")) {
            ++at;
            continue;
        }
        if (c >= 'A' && c <= 'Z') folded += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) folded += c;
    }
    return folded;
}

ColumnMatch match_columns(const Sheet& sheet, std::span<const WantedColumn> wanted) {
    constexpr std::size_t looked_at = 30;
    const FoldedNames names = fold_names(wanted);
    ColumnMatch match;
    std::size_t best = 0;
    for (std::size_t row = 0; row < std::min(looked_at, sheet.rows.size()); ++row) {
        std::vector<bool> known(wanted.size());
        for (const Cell& cell : sheet.rows[row])
            if (const auto found = names.find(folded_heading(cell.text)); found != names.end())
                known[found->second.first] = true;
        const auto count = static_cast<std::size_t>(std::ranges::count(known, true));
        if (count > best) best = count, match.heading_row = row;
    }

    std::map<std::string, std::size_t> rank;  // by which name a key was found
    const std::size_t width = match.heading_row < sheet.rows.size() ? sheet.rows[match.heading_row].size() : 0;
    for (std::size_t column = 0; column < width; ++column) {
        const Cell& cell = sheet.at(match.heading_row, column);
        const std::string folded = folded_heading(cell.text);
        if (folded.empty()) continue;
        const auto found = names.find(folded);
        if (found == names.end()) {
            match.unknown.emplace_back(without_blanks(cell.text));
            continue;
        }
        const auto& [wanted_index, name] = found->second;
        const std::string& key = wanted[wanted_index].key;
        const auto [earlier, is_new] = match.column_of.try_emplace(key, column);
        if (is_new) {
            rank[key] = name;
            continue;
        }
        const std::size_t other = name < rank[key] ? std::exchange(earlier->second, column) : column;
        rank[key] = std::min(rank[key], name);
        match.notes.push_back({"sheets.column_twice",
                               cell_reference(sheet.name, match.heading_row, other),
                               {{"heading", std::string(without_blanks(sheet.at(match.heading_row, other).text))},
                                {"used", cell_reference(sheet.name, match.heading_row, earlier->second)}},
                               {}});
    }
    for (const WantedColumn& column : wanted)
        if (column.required && !match.column_of.contains(column.key)) match.missing.push_back(column.key);
    return match;
}

std::string_view ColumnMatch::text(const Sheet& sheet, std::size_t row, std::string_view key) const {
    const auto column = column_of.find(std::string(key));
    if (column == column_of.end()) return {};
    return without_blanks(sheet.at(row, column->second).text);
}

std::optional<Problem> ColumnMatch::problem(const Sheet& sheet, std::span<const WantedColumn> wanted) const {
    if (complete()) return std::nullopt;
    Problem whole{"sheets.columns_missing",
                  row_reference(sheet.name, heading_row),
                  {{"count", std::to_string(missing.size())}},
                  {}};
    for (const WantedColumn& column : wanted) {
        if (std::ranges::find(missing, column.key) == missing.end()) continue;
        whole.parts.push_back({"sheets.column_missing",
                               row_reference(sheet.name, heading_row),
                               {{"column", column.names.empty() ? column.key : column.names.front()}},
                               {}});
    }
    return whole;
}

}  // namespace pamong

#include <algorithm>
#include <cctype>

#include "platform/sheets/read.h"

namespace pamong {
namespace {

/// "/tmp/../Data Guru.csv" -> "Data Guru": a name to show, never a path to open.
std::string sheet_name_of(std::string_view file_name) {
    if (const auto slash = file_name.find_last_of("/\\"); slash != std::string_view::npos)
        file_name.remove_prefix(slash + 1);
    if (const auto dot = file_name.rfind('.'); dot != std::string_view::npos && dot > 0)
        file_name = file_name.substr(0, dot);
    return file_name.empty() ? "CSV" : std::string(file_name);
}

bool begins_as_html(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || bytes[first] != '<') return false;
    std::string head(bytes.substr(first, 15));
    std::ranges::transform(head, head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::any_of(std::initializer_list<std::string_view>{"<!doctype html", "<html", "<table", "<meta"},
                               [&](std::string_view tag) { return head.starts_with(tag); });
}

}  // namespace

Result<Workbook> read_table(std::string_view bytes, std::string_view file_name, const SheetLimits& limits) {
    if (bytes.empty()) return refused("sheets.empty_file");
    if (bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6")) {
        // An OpenDocument file begins with an uncompressed entry `mimetype` that says so.
        if (bytes.substr(0, 200).contains("mimetypeapplication/vnd.oasis.opendocument"))
            return refused("sheets.is_ods");
        return read_xlsx(bytes, limits);
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refused("sheets.old_excel");
    if (bytes.starts_with("%PDF-")) return refused("sheets.not_a_table");
    if (begins_as_html(bytes)) return refused("sheets.is_html");
    return read_csv(bytes, sheet_name_of(file_name), limits);
}

}  // namespace pamong

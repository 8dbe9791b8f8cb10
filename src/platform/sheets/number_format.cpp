#include "platform/sheets/number_format.h"

#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/time.h"
#include "platform/sheets/xml_part.h"

namespace pamong {
namespace {

/// Built-in format numbers that mean a day or a time (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are East Asian days).
bool is_builtin_date(unsigned id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

}  // namespace

NumberFormat number_format(std::string_view code) {
    code = code.substr(0, code.find(';'));
    if (code.size() >= 2 && code.size() <= 30 && code.find_first_not_of('0') == std::string_view::npos)
        return {false, code.size()};
    if (code == "General") return {};
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"' || c == '[') {
            at = code.find(c == '"' ? '"' : ']', at + 1);
            if (at == std::string_view::npos) break;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (std::string_view("dmyhsDMYHS").contains(c)) {
            return {true, 0};
        }
    }
    return {};
}

std::vector<NumberFormat> read_number_formats(const pugi::xml_node& style_sheet) {
    std::map<unsigned, NumberFormat> own;
    for (const pugi::xml_node format : child_named(style_sheet, "numFmts").children())
        own[attribute_named(format, "numFmtId").as_uint()] =
            number_format(attribute_named(format, "formatCode").value());
    std::vector<NumberFormat> styles;
    for (const pugi::xml_node style : child_named(style_sheet, "cellXfs").children()) {
        const unsigned id = attribute_named(style, "numFmtId").as_uint();
        const auto found = own.find(id);
        styles.push_back(found != own.end() ? found->second : NumberFormat{is_builtin_date(id), 0});
    }
    return styles;
}

std::string date_text_of_serial(double serial, bool system_1904) {
    constexpr double last_serial = 2'958'466;  // 9999-12-31 and its last second
    if (!(serial >= 0 && serial < last_serial)) return {};
    auto day = static_cast<std::int32_t>(std::floor(serial));
    auto seconds = static_cast<int>(std::llround((serial - std::floor(serial)) * 86'400));
    if (seconds == 86'400) ++day, seconds = 0;
    const std::string time = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (day == 0 && !system_1904) return time;

    constexpr std::int32_t day_1904 = -24'107;         // 1904-01-01
    constexpr std::int32_t day_before_1900 = -25'568;  // 1899-12-31 is serial 0
    // Serial 60 is the 29 February 1900 that Lotus 1-2-3 believed in; it and all later ones are one too high.
    const std::int32_t number = system_1904 ? day_1904 + day : day_before_1900 + (day >= 60 ? day - 1 : day);
    const std::string date = to_string(Day{number});
    return seconds == 0 ? date : date + "T" + time;
}

}  // namespace pamong

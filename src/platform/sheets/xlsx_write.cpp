#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <stdexcept>

#include <xlsxwriter.h>

#include <fmt/format.h>

#include "platform/sheets/encoding.h"
#include "platform/sheets/write.h"

namespace pamong {
namespace {

constexpr std::size_t excel_rows = 1'048'576;
constexpr std::size_t excel_columns = 16'384;
constexpr std::size_t excel_cell_characters = 32'767;
constexpr std::size_t excel_name_characters = 31;

std::size_t characters(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

std::string shortened(std::string_view utf8, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < utf8.size(); ++at) {
        if ((static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80U && count++ == most) break;
    }
    return std::string(utf8.substr(0, at));
}

/// Excel's rules: 1 to 31 characters, none of []:*?/\, no apostrophe at the ends, different without regard to case.
std::string valid_sheet_name(std::string_view wanted, std::set<std::string>& taken) {
    std::string name;
    for (const char c : wanted) name += std::string_view("[]:*?/\\").contains(c) || c == '\0' ? ' ' : c;
    if (!is_utf8(name)) name.clear();
    while (name.starts_with('\'')) name.erase(0, 1);
    name = shortened(name, excel_name_characters);
    while (name.ends_with('\'')) name.pop_back();
    if (name.empty()) name = "Sheet";
    const std::string base = name;
    const auto folded = [](std::string text) {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    };
    for (int number = 2; !taken.insert(folded(name)).second; ++number) {
        const std::string suffix = fmt::format(" ({})", number);
        name = shortened(base, excel_name_characters - suffix.size()) + suffix;
    }
    return name;
}

/// A private folder that goes away with us: libxlsxwriter writes to files only.
class WorkFolder {
  public:
    WorkFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "pamong-xlsx-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder for temporary files");
        path_ = pattern;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

struct XlsxFormats {
    lxw_format* heading;
    lxw_format* text;
    lxw_format* day;
    lxw_format* moment;
};

/// Excel keeps 15 digits of a number.
bool is_safe_number(std::string_view text) {
    std::size_t digits = 0;
    bool begun = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            begun = begun || c != '0';
            digits += begun;
        } else if (!(c == '.' || (c == '-' && at == 0))) {
            return false;
        }
    }
    // A leading zero is part of an identifier, not of a number.
    const std::string_view whole = text.starts_with('-') ? text.substr(1) : text;
    const bool padded = whole.size() > 1 && whole[0] == '0' && whole[1] != '.';
    return !whole.empty() && !padded && digits <= 15 && std::string_view("0123456789").contains(whole[0]) &&
           whole.find('.') == whole.rfind('.');
}

std::optional<lxw_datetime> lxw_date(std::string_view iso) {
    const auto day = day_from(iso.substr(0, 10));
    if (!day || day->year() < 1900) return std::nullopt;
    lxw_datetime moment{day->year(), day->month(), day->day_of_month(), 0, 0, 0.0};
    if (iso.size() == 10) return moment;
    const auto two = [&](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
    if (iso.size() != 19 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':') return std::nullopt;
    for (const std::size_t at : {11U, 12U, 14U, 15U, 17U, 18U})
        if (iso[at] < '0' || iso[at] > '9') return std::nullopt;
    moment.hour = two(11);
    moment.min = two(14);
    moment.sec = two(17);
    if (moment.hour > 23 || moment.min > 59 || moment.sec > 59) return std::nullopt;
    return moment;
}

/// A text that happens to read "_x000D_" would come back as a control character: its first _ is escaped itself.
void guard_escapes(std::string& text) {
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size()) return;
        const std::string_view digits = std::string_view(text).substr(at + 2, 4);
        if (text[at + 6] != '_' || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
            continue;
        text.insert(at + 1, "x005F_");
        at += 6;
    }
}

void write_cell(lxw_worksheet* out, lxw_row_t row, lxw_col_t column, const Cell& cell, bool heading,
                const XlsxFormats& formats) {
    lxw_format* plain = heading ? formats.heading : nullptr;
    switch (cell.kind) {
        case CellKind::empty:
            if (heading) worksheet_write_blank(out, row, column, plain);
            return;
        case CellKind::number:
            if (!is_safe_number(cell.text)) break;
            worksheet_write_number(out, row, column, std::strtod(cell.text.c_str(), nullptr), plain);
            return;
        case CellKind::boolean:
            worksheet_write_boolean(out, row, column, cell.text == "true", plain);
            return;
        case CellKind::date:
            if (auto moment = lxw_date(cell.text)) {
                worksheet_write_datetime(out, row, column, &*moment,
                                         cell.text.size() > 10 ? formats.moment : formats.day);
                return;
            }
            break;
        case CellKind::text:
            break;
    }
    // Never worksheet_write_formula or _url: whatever stands here is shown, not run. Format "@" keeps it text when
    // edited.
    std::string valid = is_utf8(cell.text) ? cell.text : decode_text(cell.text).value_or(DecodedText{}).utf8;
    std::erase(valid, '\0');
    guard_escapes(valid);
    worksheet_write_string(out, row, column, valid.c_str(), heading ? formats.heading : formats.text);
}

Done check_sizes(std::span<const Sheet> sheets) {
    for (const Sheet& sheet : sheets) {
        if (sheet.rows.size() > excel_rows)
            return refused("sheets.too_large", {{"what", "rows"}, {"limit", std::to_string(excel_rows)}}, sheet.name);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            if (sheet.rows[row].size() > excel_columns)
                return refused("sheets.too_large", {{"what", "columns"}, {"limit", std::to_string(excel_columns)}},
                               row_reference(sheet.name, row));
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                if (sheet.rows[row][column].text.size() > excel_cell_characters &&
                    characters(sheet.rows[row][column].text) > excel_cell_characters)
                    return refused("sheets.text_too_long", {{"limit", std::to_string(excel_cell_characters)}},
                                   cell_reference(sheet.name, row, column));
        }
    }
    return {};
}

void write_sheet(lxw_workbook* book, const Sheet& sheet, const std::string& name, const XlsxStyle& style,
                 const XlsxFormats& formats) {
    lxw_worksheet* out = workbook_add_worksheet(book, name.c_str());
    if (out == nullptr) throw std::runtime_error("cannot add a sheet to a workbook");
    std::vector<std::size_t> widths;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const auto& cells = sheet.rows[row];
        if (widths.size() < cells.size()) widths.resize(cells.size(), 6);
        for (std::size_t column = 0; column < cells.size(); ++column) {
            write_cell(out, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), cells[column],
                       row < style.heading_rows, formats);
            if (row < 1'000) widths[column] = std::max(widths[column], characters(cells[column].text));
        }
    }
    for (std::size_t column = 0; column < widths.size(); ++column)
        worksheet_set_column(out, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                             static_cast<double>(std::min<std::size_t>(widths[column], 60)) + 2, nullptr);
    if (style.heading_rows > 0 && !widths.empty() && sheet.rows.size() >= style.heading_rows) {
        worksheet_freeze_panes(out, static_cast<lxw_row_t>(style.heading_rows), 0);
        if (sheet.rows.size() > style.heading_rows)
            worksheet_autofilter(out, static_cast<lxw_row_t>(style.heading_rows - 1), 0,
                                 static_cast<lxw_row_t>(sheet.rows.size() - 1),
                                 static_cast<lxw_col_t>(widths.size() - 1));
    }
    if (sheet.hidden) worksheet_hide(out);
}

/// Excel refuses a workbook whose open sheet is hidden.
void open_on_first_visible(lxw_workbook* book, std::span<const Sheet> sheets) {
    std::size_t number = 0;
    lxw_worksheet* sheet = nullptr;
    STAILQ_FOREACH(sheet, book->worksheets, list_pointers) {
        if (number < sheets.size() && !sheets[number++].hidden) {
            worksheet_activate(sheet);
            worksheet_set_first_sheet(sheet);
            return;
        }
    }
}

}  // namespace

Result<std::string> write_xlsx(std::span<const Sheet> sheets, const XlsxStyle& style) {
    if (auto done = check_sizes(sheets); !done) return refused(done.error());
    const WorkFolder folder;
    const std::string file = (folder.path() / "out.xlsx").string();
    std::string temporary = folder.path().string();
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    if (book == nullptr) throw std::runtime_error("cannot make a workbook");

    XlsxFormats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                        workbook_add_format(book)};
    format_set_bold(formats.heading);
    format_set_bg_color(formats.heading, 0xE3EDF3);
    format_set_text_wrap(formats.heading);
    format_set_align(formats.heading, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(formats.heading, LXW_BORDER_THIN);
    format_set_num_format(formats.text, "@");
    format_set_num_format(formats.day, "yyyy-mm-dd");
    format_set_num_format(formats.moment, "yyyy-mm-dd hh:mm:ss");

    std::string title = style.title;
    std::string author = style.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    // 0 would mean "now"; a workbook without a date is dated to the first second instead, so that it can be repeated.
    properties.created = static_cast<time_t>(std::max<std::int64_t>(1, style.created.micros / 1'000'000));
    workbook_set_properties(book, &properties);

    std::set<std::string> names;
    for (const Sheet& sheet : sheets) write_sheet(book, sheet, valid_sheet_name(sheet.name, names), style, formats);
    open_on_first_visible(book, sheets);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        throw std::runtime_error(std::string("cannot write a workbook: ") + lxw_strerror(error));

    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in || bytes.empty()) throw std::runtime_error("cannot read back a workbook");
    return bytes;
}

}  // namespace pamong

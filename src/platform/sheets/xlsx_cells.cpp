#include "platform/sheets/xlsx_cells.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "platform/sheets/encoding.h"
#include "platform/sheets/stored_number.h"

namespace pamong {
namespace {

struct CellPlace {
    std::size_t row;
    std::size_t column;
};

/// "C14" -> row 13, column 2.
std::optional<CellPlace> place_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < reference.size() && at < 4 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
    std::size_t row = 0;
    const char* end = reference.data() + reference.size();
    const auto [stop, error] = std::from_chars(reference.data() + at, end, row);
    if (column == 0 || row == 0 || error != std::errc{} || stop != end) return std::nullopt;
    return CellPlace{row - 1, column - 1};
}

std::optional<CellRange> range_of(std::string_view reference) {
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto first = place_of(reference.substr(0, colon));
    const auto last = place_of(reference.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
    return CellRange{first->row, first->column, last->row, last->column};
}

/// Control characters stand as _x000D_ in the file, and a literal "_x000D_" as "_x005F_x000D_" (ECMA-376, ST_Xstring).
std::string without_escapes(std::string text) {
    if (text.find("_x") == std::string::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        unsigned code = 0;
        if (at + 7 <= text.size() && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_') {
            const char* end = text.data() + at + 6;
            const auto [stop, error] = std::from_chars(text.data() + at + 2, end, code, 16);
            if (error == std::errc{} && stop == end && (code < 0xD800 || code > 0xDFFF) && code != 0) {
                append_utf8(out, code);
                at += 7;
                continue;
            }
        }
        out += text[at++];
    }
    return out;
}

/// Reads one worksheet; the members say where we are, for the messages.
class WorksheetReader {
  public:
    WorksheetReader(Sheet& sheet, XlsxContext& context) : sheet_(sheet), context_(context) {}

    Done row(const pugi::xml_node& node) {
        if (const auto number = attribute_named(node, "r")) {
            const auto place = place_of(std::string("A") + number.value());
            if (!place) return refused("sheets.bad_cell", {{"text", number.value()}}, sheet_.name);
            next_row_ = place->row;
        }
        const std::size_t row = next_row_++;
        next_column_ = 0;
        for (const pugi::xml_node cell_node : node.children()) {
            if (local_name(cell_node.name()) != "c") continue;
            if (auto done = cell(cell_node, row); !done) return done;
        }
        return {};
    }

  private:
    Done too_large(std::string_view what, std::size_t limit, CellPlace place) const {
        return refused("sheets.too_large", {{"what", std::string(what)}, {"limit", std::to_string(limit)}},
                       cell_reference(sheet_.name, place.row, place.column));
    }

    Done cell(const pugi::xml_node& node, std::size_t row) {
        CellPlace place{row, next_column_};
        const char* type = "n";
        unsigned style = 0;
        for (const pugi::xml_attribute attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name == "r") {
                const auto found = place_of(attribute.value());
                if (!found) return refused("sheets.bad_cell", {{"text", attribute.value()}}, sheet_.name);
                place = *found;
            } else if (name == "t") {
                type = attribute.value();
            } else if (name == "s") {
                style = attribute.as_uint();
            }
        }
        next_column_ = place.column + 1;
        auto value = value_of(node, type, style, place);
        if (!value) return refused(value.error());
        return value->kind == CellKind::empty ? Done{} : put(std::move(*value), place);
    }

    Done put(Cell cell, CellPlace place) {
        const SheetLimits& limits = context_.limits;
        if (place.column >= limits.columns) return too_large("columns", limits.columns, place);
        if (place.row >= sheet_.rows.size()) {
            context_.rows += place.row + 1 - sheet_.rows.size();
            if (place.row >= limits.rows || context_.rows > limits.rows) return too_large("rows", limits.rows, place);
            sheet_.rows.resize(place.row + 1);
        }
        auto& cells = sheet_.rows[place.row];
        if (place.column >= cells.size()) {
            context_.cells += place.column + 1 - cells.size();
            if (context_.cells > limits.cells) return too_large("cells", limits.cells, place);
            cells.resize(place.column + 1);
        }
        if (cell.text.size() > limits.cell_bytes) return too_large("cell_bytes", limits.cell_bytes, place);
        context_.text_bytes += cell.text.size();
        if (context_.text_bytes > limits.text_bytes) return too_large("text_bytes", limits.text_bytes, place);
        if (cell.digits_lost)
            context_.notes.add("sheets.digits_lost", cell_reference(sheet_.name, place.row, place.column),
                               {{"text", cell.text}});
        cells[place.column] = std::move(cell);
        return {};
    }

    Result<Cell> value_of(const pugi::xml_node& node, std::string_view type, unsigned style, CellPlace place) const {
        const auto bad = [&](std::string_view text) {
            return refused("sheets.bad_cell", {{"text", std::string(text.substr(0, 40))}},
                           cell_reference(sheet_.name, place.row, place.column));
        };
        if (type == "inlineStr") return text_cell(xlsx_text(child_named(node, "is")));
        const pugi::xml_node value_node = child_named(node, "v");
        const std::string_view value = value_node.child_value();
        if (value.empty()) return Cell{};
        if (type == "s") {
            std::size_t index = 0;
            const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), index);
            if (error != std::errc{} || index >= context_.strings.size()) return bad(value);
            return text_cell(context_.strings[index]);
        }
        if (type == "str") return text_cell(without_escapes(std::string(value)));
        if (type == "b") return Cell{value == "1" || value == "true" ? "true" : "false", CellKind::boolean, false};
        if (type == "d") return date_cell(std::string(value));
        if (type == "e") {
            context_.notes.add("sheets.formula_error", cell_reference(sheet_.name, place.row, place.column),
                               {{"text", std::string(value.substr(0, 40))}});
            return text_cell(std::string(value));
        }
        if (type != "n") return bad(type);

        auto number = stored_number(value);
        if (!number) return bad(value);
        const NumberFormat format = style < context_.formats.size() ? context_.formats[style] : NumberFormat{};
        if (format.date) {
            std::string date = date_text_of_serial(std::strtod(number->text.c_str(), nullptr), context_.system_1904);
            if (!date.empty()) return date_cell(std::move(date));
        }
        const bool whole = number->text.find_first_not_of("0123456789") == std::string::npos;
        if (whole && number->text.size() < format.padded_to)
            number->text.insert(0, format.padded_to - number->text.size(), '0');
        return Cell{std::move(number->text), CellKind::number, number->digits_lost};
    }

    Sheet& sheet_;
    XlsxContext& context_;
    std::size_t next_row_ = 0;
    std::size_t next_column_ = 0;
};

}  // namespace

std::string xlsx_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node part : node.children()) {
        const std::string_view name = local_name(part.name());
        if (name == "t") text += part.child_value();
        else if (name == "r") text += child_named(part, "t").child_value();
    }
    return without_escapes(std::move(text));
}

Done read_worksheet(const pugi::xml_node& worksheet, Sheet& sheet, XlsxContext& context) {
    WorksheetReader reader(sheet, context);
    for (const pugi::xml_node node : child_named(worksheet, "sheetData").children()) {
        if (local_name(node.name()) != "row") continue;
        if (auto done = reader.row(node); !done) return done;
    }
    for (const pugi::xml_node node : child_named(worksheet, "mergeCells").children()) {
        const auto range = range_of(attribute_named(node, "ref").value());
        if (!range || range->last_column >= context.limits.columns) continue;
        if (sheet.merged.size() == context.limits.rows) break;
        sheet.merged.push_back(*range);
    }
    return {};
}

}  // namespace pamong

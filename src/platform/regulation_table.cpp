#include "platform/regulation_table.h"

#include <algorithm>
#include <charconv>

namespace pamong {
namespace {

const std::string regulation_nothing;

Problem malformed_regulation(std::string_view file, std::size_t line, std::string_view column) {
    return {"regulations.malformed",
            std::string(file) + ":" + std::to_string(line),
            {{"file", std::string(file)}, {"line", std::to_string(line)}, {"column", std::string(column)}},
            {}};
}

}  // namespace

Result<RegulationTable> RegulationTable::parse(std::string_view file, std::string_view content) {
    RegulationTable table;
    table.file_ = file;
    std::size_t line = 1;
    std::size_t at = 0;
    while (at < content.size()) {
        Row row{line, {}};
        for (bool more = true; more;) {  // one cell a turn
            std::string text;
            const auto column = std::to_string(row.cells.size() + 1);
            if (at < content.size() && content[at] == '"') {
                bool closed = false;
                for (++at; at < content.size() && !closed; ++at) {
                    if (content[at] == '\n') ++line;
                    if (content[at] != '"') text += content[at];
                    else if (at + 1 < content.size() && content[at + 1] == '"') text += content[++at];
                    else closed = true;
                }
                if (!closed) return refused(malformed_regulation(file, row.line, column));
            } else {
                while (at < content.size() && content[at] != ',' && content[at] != '\n') {
                    if (content[at] == '"' || content[at] == '\r')
                        return refused(malformed_regulation(file, row.line, column));
                    text += content[at++];
                }
            }
            row.cells.push_back(std::move(text));
            if (at < content.size() && content[at] != ',' && content[at] != '\n')
                return refused(malformed_regulation(file, row.line, column));
            more = at < content.size() && content[at] == ',';
            ++at;
        }
        ++line;
        if (table.columns_.empty()) {
            table.columns_ = std::move(row.cells);
            continue;
        }
        if (row.cells.size() != table.columns_.size())
            return refused(malformed_regulation(file, row.line, std::to_string(row.cells.size())));
        table.rows_.push_back(std::move(row));
    }
    for (auto name = table.columns_.begin(); name != table.columns_.end(); ++name)
        if (name->empty() || std::find(name + 1, table.columns_.end(), *name) != table.columns_.end())
            return refused(malformed_regulation(file, 1, *name));
    for (const char* name : {"source", "year", "mark"})
        if (std::ranges::find(table.columns_, name) == table.columns_.end())
            return refused(malformed_regulation(file, 1, name));
    for (std::size_t row = 0; row < table.rows_.size(); ++row) table.citation(row);
    if (table.problem_) return refused(*table.problem_);
    if (table.rows_.empty()) return refused(malformed_regulation(file, 2, table.columns_.front()));
    return table;
}

void RegulationTable::wrong_line(std::size_t line, std::string_view column) {
    if (!problem_) problem_ = malformed_regulation(file_, line, column);
}

void RegulationTable::wrong(std::size_t row, std::string_view column) {
    wrong_line(row < rows_.size() ? rows_[row].line : 1, column);
}

const std::string* RegulationTable::cell(std::size_t row, std::string_view column) {
    const auto found = std::ranges::find(columns_, column);
    if (row >= rows_.size() || found == columns_.end()) {
        wrong_line(1, column);
        return nullptr;
    }
    return &rows_[row].cells[static_cast<std::size_t>(found - columns_.begin())];
}

const std::string& RegulationTable::text_or_empty(std::size_t row, std::string_view column) {
    const std::string* found = cell(row, column);
    return found != nullptr ? *found : regulation_nothing;
}

const std::string& RegulationTable::text(std::size_t row, std::string_view column) {
    const std::string& found = text_or_empty(row, column);
    if (found.empty()) wrong(row, column);
    return found;
}

int RegulationTable::whole(std::size_t row, std::string_view column) {
    const std::string& digits = text(row, column);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) wrong(row, column);
    return value;
}

Exact RegulationTable::decimal(std::size_t row, std::string_view column) {
    const auto value = exact_from(text(row, column));
    if (!value) wrong(row, column);
    return value.value_or(Exact{});
}

std::optional<Exact> RegulationTable::decimal_or_nothing(std::size_t row, std::string_view column) {
    if (text_or_empty(row, column).empty()) return std::nullopt;
    return decimal(row, column);
}

Citation RegulationTable::citation(std::size_t row) {
    Citation citation{text(row, "source"), std::nullopt, Mark::unchecked};
    if (!text_or_empty(row, "year").empty()) citation.year = whole(row, "year");
    const std::string& mark = text(row, "mark");
    if (mark == "V") citation.mark = Mark::checked;
    else if (mark == "D") citation.mark = Mark::design;
    else if (mark != "U") wrong(row, "mark");
    return citation;
}

}  // namespace pamong

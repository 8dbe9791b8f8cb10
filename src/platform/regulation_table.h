#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// One file of regulations/: a header and rows of text, ending in the columns source, year and mark.
///
/// Cells are read by column name. The first wrong cell is remembered with file, line and column and a harmless value
/// is returned, so a reader reads all its cells and asks once, at the end: `if (table.problem()) return refused(..)`.
class RegulationTable {
  public:
    /// Refuses quotes that do not close, rows of another width, repeated columns and a missing source, year or mark.
    static Result<RegulationTable> parse(std::string_view file, std::string_view content);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    const std::string& text(std::size_t row, std::string_view column);
    const std::string& text_or_empty(std::size_t row, std::string_view column);
    int whole(std::size_t row, std::string_view column);
    Exact decimal(std::size_t row, std::string_view column);
    std::optional<Exact> decimal_or_nothing(std::size_t row, std::string_view column);
    Citation citation(std::size_t row);
    /// For a rule of the reader that a cell breaks, such as "the bands are best first".
    void wrong(std::size_t row, std::string_view column);

    [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

  private:
    struct Row {
        std::size_t line;
        std::vector<std::string> cells;
    };
    const std::string* cell(std::size_t row, std::string_view column);
    void wrong_line(std::size_t line, std::string_view column);

    std::string file_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::optional<Problem> problem_;
};

}  // namespace pamong

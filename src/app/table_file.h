#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pamong {

/// A plain CSV file read row by row, in constant memory, so that tens of millions of rows pass: a heading row, fields
/// separated by comma, semicolon or tab (whichever the heading has most of), quotes as in RFC 4180 but within one line.
/// A gzip file is unpacked on the way. People's spreadsheets go through platform/sheets instead.
class TableFile {
  public:
    /// `path` "-" is standard input. Finds `columns` in the heading, in any case and order; others are ignored.
    /// problem  table_file.cannot_open, empty, no_column, broken, open_quote, row_too_long.
    static Result<TableFile> open(const std::string& path, std::span<const std::string_view> columns);
    TableFile(TableFile&&) noexcept;
    ~TableFile();

    /// Goes to the next row that holds anything; false at the end. problem  as open(); table_file.no_value.
    Result<bool> next();
    /// Field of the wanted column number `column`; valid until next().
    [[nodiscard]] std::string_view text(std::size_t column) const { return fields_[positions_[column]]; }
    /// problem  table_file.not_a_number.
    [[nodiscard]] Result<std::int64_t> number(std::size_t column) const;
    /// Line of the file, from 1, the heading counted.
    [[nodiscard]] std::size_t row() const { return row_; }
    [[nodiscard]] Problem problem(std::string_view code, std::map<std::string, std::string> values = {}) const;

  private:
    struct Stream;
    TableFile(std::unique_ptr<Stream> stream, std::string name);
    Result<bool> next_line();
    Done split();

    std::unique_ptr<Stream> stream_;
    std::string name_;
    std::vector<std::string> columns_;
    std::vector<std::size_t> positions_;
    std::string line_;
    std::vector<std::string_view> fields_;
    std::size_t row_ = 0;
    char separator_ = ',';
};

/// A whole number without anything around it; nothing otherwise, or when it does not fit.
std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace pamong

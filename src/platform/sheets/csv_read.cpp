#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "platform/sheets/csv_syntax.h"
#include "platform/sheets/encoding.h"
#include "platform/sheets/notes.h"
#include "platform/sheets/read.h"

namespace pamong {
namespace {

struct CsvField {
    std::string text;
    bool text_after_quote = false;
};

/// Reads one record after the other; knows quotes, separators and line ends, and nothing about cells.
class CsvScanner {
  public:
    CsvScanner(std::string_view text, char separator) : text_(text), separator_(separator) {}
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] bool open_quote() const { return open_quote_; }

    /// The next record's fields into `fields`, at most `most` of them; false when there were more.
    bool next(std::vector<CsvField>& fields, std::size_t most) {
        fields.clear();
        while (true) {
            if (fields.size() == most) return false;
            fields.push_back(field());
            if (done()) return true;
            const char end = text_[at_++];
            if (end == separator_) {
                if (!done()) continue;
                fields.push_back({});
                return true;
            }
            if (end == '\r' && !done() && text_[at_] == '\n') ++at_;
            return true;
        }
    }

  private:
    [[nodiscard]] bool ends_field(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

    CsvField field() {
        CsvField result;
        if (!done() && text_[at_] == '"') {
            ++at_;
            while (true) {
                const auto quote = text_.find('"', at_);
                if (quote == std::string_view::npos) {
                    open_quote_ = true;
                    result.text.append(text_.substr(at_));
                    at_ = text_.size();
                    return result;
                }
                result.text.append(text_.substr(at_, quote - at_));
                at_ = quote + 1;
                if (done() || text_[at_] != '"') break;
                result.text += '"';
                ++at_;
            }
            result.text_after_quote = !done() && !ends_field(text_[at_]);
        }
        const std::size_t begin = at_;
        while (!done() && !ends_field(text_[at_])) ++at_;
        result.text.append(text_.substr(begin, at_ - begin));
        return result;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    bool open_quote_ = false;
};

/// The separator under which most of the first records have as many fields as the first one; then the one with more.
char guessed_separator(std::string_view text) {
    constexpr std::size_t looked_at = 50;
    char best = ',';
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    std::vector<CsvField> fields;
    for (const char candidate : {',', ';', '\t'}) {
        CsvScanner scanner(text.substr(0, 256U << 10U), candidate);
        std::size_t first = 0;
        std::pair<std::size_t, std::size_t> score{0, 0};
        for (std::size_t record = 0; record < looked_at && !scanner.done(); ++record) {
            scanner.next(fields, 2'000);
            if (record == 0) first = fields.size();
            if (fields.size() == first && first > 1) ++score.first;
        }
        score.second = first;
        if (score > best_score) best = candidate, best_score = score;
    }
    return best;
}

/// A first line `sep=;` is Excel's way to say it. Takes the line off `text`.
std::optional<char> declared_separator(std::string_view& text) {
    if (text.size() < 5 || !(text.starts_with("sep=") || text.starts_with("SEP="))) return std::nullopt;
    if (text.size() > 5 && text[5] != '\r' && text[5] != '\n') return std::nullopt;
    const char separator = text[4];
    if (!std::string_view(",;\t|").contains(separator)) return std::nullopt;
    text.remove_prefix(std::min<std::size_t>(text.size(), text.substr(5).starts_with("\r\n") ? 7 : 6));
    return separator;
}

/// "1,985E+17": what is left of a long number after a spreadsheet has saved it as it was shown.
bool is_float_of_long_number(std::string_view text) {
    const auto exponent = text.find_first_of("Ee");
    if (exponent == std::string_view::npos || exponent == 0 || text.size() > exponent + 5) return false;
    std::string_view power = text.substr(exponent + 1);
    if (!power.starts_with('+')) return false;
    power.remove_prefix(1);
    if (power.empty() || power.find_first_not_of("0123456789") != std::string_view::npos) return false;
    return text.substr(0, exponent).find_first_not_of("0123456789.,") == std::string_view::npos &&
           std::atoi(std::string(power).c_str()) >= 11;
}

}  // namespace

Result<Workbook> read_csv(std::string_view bytes, std::string_view sheet_name, const SheetLimits& limits,
                          std::optional<char> separator) {
    const auto too_large = [&](std::string_view what, std::size_t limit, std::size_t row) {
        return refused("sheets.too_large", {{"what", std::string(what)}, {"limit", std::to_string(limit)}},
                       row_reference(sheet_name, row));
    };
    if (bytes.size() > limits.file_bytes) return too_large("file_bytes", limits.file_bytes, 0);
    if (bytes.empty()) return refused("sheets.empty_file");
    const auto decoded = decode_text(bytes);
    if (!decoded) return refused(decoded.error());
    std::string_view text = decoded->utf8;
    if (text.contains('\0')) return refused("sheets.not_a_table");

    Workbook book;
    book.sheets.emplace_back().name = std::string(sheet_name);
    Sheet& sheet = book.sheets.front();
    SheetNotes notes(book);
    if (!decoded->guessed.empty())
        notes.add("sheets.guessed_encoding", std::string(sheet_name), {{"encoding", decoded->guessed}});

    const auto declared = declared_separator(text);
    CsvScanner scanner(text, separator.value_or(declared ? *declared : guessed_separator(text)));
    std::vector<CsvField> fields;
    std::size_t cells = 0;
    std::size_t width = 0;
    while (!scanner.done()) {
        const std::size_t row = sheet.rows.size();
        if (row == limits.rows) return too_large("rows", limits.rows, row);
        if (!scanner.next(fields, limits.columns)) return too_large("columns", limits.columns, row);
        if (scanner.open_quote()) return refused("sheets.open_quote", {}, row_reference(sheet_name, row));

        const std::size_t written = fields.size();
        const bool blank = written == 1 && fields[0].text.empty();
        while (!fields.empty() && fields.back().text.empty()) fields.pop_back();
        if (row == 0) width = written;
        if (!blank && (written < width || fields.size() > width))
            notes.add("sheets.ragged_row", row_reference(sheet_name, row),
                      {{"cells", std::to_string(written)}, {"expected", std::to_string(width)}});
        if ((cells += fields.size()) > limits.cells) return too_large("cells", limits.cells, row);

        auto& out = sheet.rows.emplace_back();
        out.reserve(fields.size());
        for (CsvField& field : fields) {
            const std::size_t column = out.size();
            if (field.text.size() > limits.cell_bytes)
                return refused("sheets.too_large",
                               {{"what", "cell_bytes"}, {"limit", std::to_string(limits.cell_bytes)}},
                               cell_reference(sheet_name, row, column));
            if (field.text_after_quote) notes.add("sheets.quote_in_field", cell_reference(sheet_name, row, column));
            if (field.text.starts_with('\'') && looks_like_formula(field.text)) field.text.erase(0, 1);
            Cell cell = text_cell(std::move(field.text));
            cell.digits_lost = is_float_of_long_number(cell.text);
            if (cell.digits_lost)
                notes.add("sheets.digits_lost", cell_reference(sheet_name, row, column), {{"text", cell.text}});
            out.push_back(std::move(cell));
        }
    }
    notes.close();
    return book;
}

}  // namespace pamong

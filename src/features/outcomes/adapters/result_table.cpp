#include "features/outcomes/adapters/result_table.h"

#include <algorithm>
#include <array>

#include "platform/sheets/columns.h"

namespace pamong::outcomes {
namespace {

const std::array<WantedColumn, 12>& wanted_columns() {
    static const std::array<WantedColumn, 12> columns{
        {{"teacher_id", {"guru_id", "id guru", "teacher_id"}},
         {"class_name", {"kelas", "rombel", "class"}},
         {"subject", {"mapel", "mata pelajaran", "subject"}},
         {"instrument", {"instrumen", "jenis penilaian", "instrument"}},
         {"period", {"periode", "semester", "period"}},
         {"measured_on", {"tanggal", "tanggal penilaian", "measured_on"}},
         {"pupils", {"murid", "jumlah murid", "peserta didik", "siswa", "n"}},
         {"mean", {"rerata", "rata-rata", "nilai rata-rata", "mean"}},
         {"sd", {"simpangan baku", "sd"}, false},
         {"full_marks", {"nilai maksimum", "skor maksimum", "full_marks"}, false},
         {"criterion", {"kkm", "kktp", "kriteria"}, false},
         {"mastered", {"tuntas", "jumlah tuntas", "mastered"}, false}}};
    return columns;
}

/// "72,5" and "72.5" are the same number in people's files.
std::optional<Exact> number_in(std::string_view text) {
    std::string plain(text);
    std::ranges::replace(plain, ',', '.');
    return exact_from(plain);
}

std::optional<std::int64_t> count_in(std::string_view text) {
    const auto number = number_in(text);
    if (!number || number->denominator() != 1) return std::nullopt;
    return number->numerator();
}

class RowReader {
  public:
    RowReader(const Sheet& sheet, const ColumnMatch& columns, std::size_t row, std::vector<Problem>& problems)
        : sheet_(sheet), columns_(columns), row_(row), problems_(problems) {}

    [[nodiscard]] std::string text(const char* key) const { return std::string(columns_.text(sheet_, row_, key)); }
    /// A cell that must hold something; what cannot be read is noted with its place.
    template <class T>
    T required(const char* key, std::optional<T> value, std::string_view code) {
        if (!value) note(key, code);
        return value.value_or(T{});
    }
    template <class T>
    std::optional<T> optional(const char* key, std::optional<T> value, std::string_view code) {
        if (!value && !text(key).empty()) note(key, code);
        return value;
    }
    void note(const std::string& key, std::string_view code, std::map<std::string, std::string> values = {}) {
        const auto column = columns_.column_of.find(key);
        values["text"] = text(key.c_str()).substr(0, 40);
        problems_.push_back({std::string(code),
                             cell_reference(sheet_.name, row_, column == columns_.column_of.end() ? 0 : column->second),
                             std::move(values),
                             {}});
    }

  private:
    const Sheet& sheet_;
    const ColumnMatch& columns_;
    std::size_t row_;
    std::vector<Problem>& problems_;
};

ClassResult read_row(RowReader& cells, const Uuid& school) {
    ClassResult result;
    result.school_id = school;
    result.teacher_id = cells.required("teacher_id", uuid_from(cells.text("teacher_id")), "outcomes.teacher_id");
    result.class_name = cells.text("class_name");
    result.subject = cells.text("subject");
    result.instrument = cells.text("instrument");
    result.period = cells.text("period");
    result.measured_on = cells.required("measured_on", day_from(cells.text("measured_on")), "outcomes.day");
    result.pupils = cells.required("pupils", count_in(cells.text("pupils")), "outcomes.number");
    result.mean = cells.required("mean", number_in(cells.text("mean")), "outcomes.number");
    result.sd = cells.optional("sd", number_in(cells.text("sd")), "outcomes.number");
    if (const auto full = cells.optional("full_marks", number_in(cells.text("full_marks")), "outcomes.number"))
        result.full_marks = *full;
    result.criterion = cells.optional("criterion", number_in(cells.text("criterion")), "outcomes.number");
    result.mastered = cells.optional("mastered", count_in(cells.text("mastered")), "outcomes.number");
    result.id = {uuid_for_name("class_result|" + to_string(school) + '|' + to_string(result.teacher_id) + '|' +
                               result.class_name + '|' + result.subject + '|' + result.instrument + '|' +
                               result.period)};
    return result;
}

}  // namespace

Result<std::vector<ClassResult>> read_result_table(const Sheet& sheet, const Uuid& school) {
    const auto columns = match_columns(sheet, wanted_columns());
    if (auto problem = columns.problem(sheet, wanted_columns())) return refused(std::move(*problem));
    std::vector<ClassResult> results;
    Problem wrong{"outcomes.rows_wrong", "", {}, {}};
    for (std::size_t row = columns.heading_row + 1; row < sheet.rows.size(); ++row) {
        if (std::ranges::all_of(sheet.rows[row], [](const Cell& cell) { return cell.text.empty(); })) continue;
        const auto before = wrong.parts.size();
        RowReader cells(sheet, columns, row, wrong.parts);
        auto result = read_row(cells, school);
        if (wrong.parts.size() == before)
            if (auto fine = check_class_result(result); !fine)
                cells.note(fine.error().at, fine.error().code, fine.error().values);
        results.push_back(std::move(result));
    }
    if (results.empty()) return refused("outcomes.empty");
    if (wrong.parts.empty()) return results;
    wrong.values["count"] = std::to_string(wrong.parts.size());
    return refused(std::move(wrong));
}

}  // namespace pamong::outcomes

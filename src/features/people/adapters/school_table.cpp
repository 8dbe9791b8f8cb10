#include "features/people/adapters/school_table.h"

#include <algorithm>
#include <array>

#include "features/people/domain/identity_numbers.h"
#include "platform/sheets/columns.h"

namespace pamong::people {
namespace {

constexpr std::array<std::string_view, 6> school_levels{"TK", "SD", "SMP", "SMA", "SMK", "SLB"};
constexpr std::size_t district_code = 5;  ///< "18.10"

const std::vector<WantedColumn>& school_columns() {
    static const std::vector<WantedColumn> columns{
        {"npsn", {"npsn"}},
        {"name", {"nama sekolah", "nama", "nama satuan pendidikan", "sekolah"}},
        {"level", {"jenjang", "bentuk pendidikan", "bp"}},
        {"region", {"kode wilayah", "kode kabupaten", "kode kemendagri", "kode daerah"}},
        {"status", {"status", "status sekolah"}, false},
        {"region_name", {"kabupaten/kota", "kabupaten", "kab/kota", "nama kabupaten"}, false}};
    return columns;
}

class SchoolReader {
  public:
    SchoolReader(const Sheet& sheet, const ColumnMatch& columns, std::vector<Problem>& problems)
        : sheet_(sheet), columns_(columns), problems_(problems) {}

    SchoolEntry read(std::size_t row) {
        row_ = row;
        SchoolEntry read;
        read.place = row_reference(sheet_.name, row);
        if (auto number = npsn(text("npsn")); number) read.school.npsn = std::move(*number);
        else note("npsn", number.error());
        read.school.id = {uuid_for_name("school npsn " + read.school.npsn)};
        read.school.name = text("name");
        if (read.school.name.empty()) note("name", {"people.name_missing"});
        read.school.level = text("level");
        std::ranges::transform(read.school.level, read.school.level.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (std::ranges::find(school_levels, read.school.level) == school_levels.end())
            note("level", {"people.school_level", "", {{"text", text("level").substr(0, 20)}}, {}});
        const auto status = folded_heading(text("status"));
        read.school.status = status.starts_with("s") ? SchoolStatus::swasta : SchoolStatus::negeri;
        read.region_name = text("region_name");
        read.region_code = code_of(text("region"));
        if (read.region_code.size() != district_code)
            note("region", {"people.region_code", "", {{"text", text("region").substr(0, 20)}}, {}});
        return read;
    }

  private:
    [[nodiscard]] std::string text(const char* key) const { return std::string(columns_.text(sheet_, row_, key)); }
    void note(const char* key, Problem problem) {
        const auto column = columns_.column_of.find(key);
        problem.at = cell_reference(sheet_.name, row_, column == columns_.column_of.end() ? 0 : column->second);
        problems_.push_back(std::move(problem));
    }
    /// "18.10.05", "1810" and "18.10" are the same district.
    static std::string code_of(const std::string& written) {
        std::string digits;
        for (const char c : written)
            if (c >= '0' && c <= '9') digits += c;
        return digits.size() < 4 ? digits : digits.substr(0, 2) + "." + digits.substr(2, 2);
    }

    const Sheet& sheet_;
    const ColumnMatch& columns_;
    std::vector<Problem>& problems_;
    std::size_t row_ = 0;
};

}  // namespace

Result<std::vector<SchoolEntry>> read_school_table(const Sheet& sheet) {
    const auto columns = match_columns(sheet, school_columns());
    if (auto problem = columns.problem(sheet, school_columns())) return refused(std::move(*problem));
    Problem wrong{"people.roster_wrong", "", {}, {}};
    SchoolReader reader(sheet, columns, wrong.parts);
    std::vector<SchoolEntry> rows;
    for (std::size_t row = columns.heading_row + 1; row < sheet.rows.size(); ++row)
        if (!std::ranges::all_of(sheet.rows[row], [](const Cell& cell) { return cell.text.empty(); }))
            rows.push_back(reader.read(row));
    if (rows.empty()) return refused("people.school_table_empty");
    if (wrong.parts.empty()) return rows;
    wrong.values["count"] = std::to_string(wrong.parts.size());
    return refused(std::move(wrong));
}

}  // namespace pamong::people

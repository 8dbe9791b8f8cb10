#include "features/people/adapters/roster_table.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "features/people/domain/identity_numbers.h"
#include "platform/json/described.h"
#include "platform/sheets/columns.h"

namespace pamong::people {
namespace {

const std::vector<WantedColumn>& roster_columns() {
    static const std::vector<WantedColumn> columns{
        {"name", {"nama", "nama guru", "nama lengkap", "nama ptk"}},
        {"npsn", {"npsn", "npsn sekolah"}},
        {"nuptk", {"nuptk"}, false},
        {"nip", {"nip", "nip/ni pppk", "ni pppk"}, false},
        {"employment", {"status kepegawaian", "status pegawai", "kepegawaian"}, false},
        {"kind", {"jenis ptk", "jabatan", "tugas"}, false},
        {"rank", {"golongan", "pangkat/golongan", "pangkat golongan", "gol"}, false},
        {"subject", {"mata pelajaran", "mapel", "bidang studi"}, false},
        {"sex", {"jk", "jenis kelamin", "l/p"}, false},
        {"born_on", {"tanggal lahir", "tgl lahir"}, false},
        {"certified_year", {"tahun sertifikasi"}, false},
        {"teaching_since", {"mengajar sejak", "tahun mulai mengajar"}, false}};
    return columns;
}

class RosterReader {
  public:
    RosterReader(const Sheet& sheet, const ColumnMatch& columns, std::vector<Problem>& problems)
        : sheet_(sheet), columns_(columns), problems_(problems) {}

    RosterRow read(std::size_t row) {
        row_ = row;
        RosterRow read;
        read.place = row_reference(sheet_.name, row);
        read.person.name = Private(text("name"));
        if (text("name").empty()) note("name", {"people.name_missing"});
        if (auto school = npsn(text("npsn")); school) read.npsn = std::move(*school);
        else note("npsn", school.error());
        read_numbers(read.person);
        read.person.employment = employment(read.person);
        read.role = role();
        read.person.rank = text("rank");
        read.person.subject = text("subject");
        if (const auto sex = text("sex"); sex == "L" || sex == "P") read.person.sex = sex;
        else if (!sex.empty()) note("sex", {"people.sex"});
        if (const auto born = text("born_on"); !born.empty()) {
            read.person.born_on = day_from(born);
            if (!read.person.born_on) note("born_on", {"people.born_on"});
        }
        read.person.certified_year = year("certified_year");
        read.person.teaching_since = year("teaching_since");
        return read;
    }

  private:
    [[nodiscard]] std::string text(const char* key) const { return std::string(columns_.text(sheet_, row_, key)); }
    void note(const char* key, Problem problem) {
        const auto column = columns_.column_of.find(key);
        problem.at = cell_reference(sheet_.name, row_, column == columns_.column_of.end() ? 0 : column->second);
        problems_.push_back(std::move(problem));
    }
    void read_numbers(Person& person) {
        if (const auto written = text("nuptk"); !written.empty()) {
            if (auto number = nuptk(written)) person.nuptk = std::move(*number);
            else note("nuptk", number.error());
        }
        if (const auto written = text("nip"); !written.empty()) {
            if (auto number = employee_number(written)) person.nip = std::move(number->digits);
            else note("nip", number.error());
        }
    }
    Employment employment(const Person& person) {
        Employment value = person.nip ? Employment::PNS : Employment::GTT;
        const auto written = text("employment");
        if (!written.empty() && !enum_from(written, value))
            note("employment", {"people.employment", "", {{"text", written.substr(0, 30)}}, {}});
        return value;
    }
    [[nodiscard]] PostRole role() const {
        const auto written = folded_heading(text("kind"));
        if (written.contains("kepalasekolah") && !written.contains("wakil")) return PostRole::principal;
        if (written.contains("wakil")) return PostRole::vice_principal;
        if (written.contains("bk") || written.contains("konselor")) return PostRole::counsellor;
        return PostRole::teacher;
    }
    std::optional<std::int64_t> year(const char* key) {
        const auto written = text(key);
        if (written.empty()) return std::nullopt;
        std::int64_t value = 0;
        const auto end = written.data() + written.size();
        const auto done = std::from_chars(written.data(), end, value);
        if (done.ec != std::errc{} || done.ptr != end || value < 1950 || value > 2100) note(key, {"people.year"});
        return value;
    }

    const Sheet& sheet_;
    const ColumnMatch& columns_;
    std::vector<Problem>& problems_;
    std::size_t row_ = 0;
};

}  // namespace

Result<std::vector<RosterRow>> read_roster_table(const Sheet& sheet) {
    const auto columns = match_columns(sheet, roster_columns());
    if (auto problem = columns.problem(sheet, roster_columns())) return refused(std::move(*problem));
    Problem wrong{"people.roster_wrong", "", {}, {}};
    RosterReader reader(sheet, columns, wrong.parts);
    std::vector<RosterRow> rows;
    for (std::size_t row = columns.heading_row + 1; row < sheet.rows.size(); ++row)
        if (!std::ranges::all_of(sheet.rows[row], [](const Cell& cell) { return cell.text.empty(); }))
            rows.push_back(reader.read(row));
    if (rows.empty()) return refused("people.roster_empty");
    if (wrong.parts.empty()) return rows;
    wrong.values["count"] = std::to_string(wrong.parts.size());
    return refused(std::move(wrong));
}

}  // namespace pamong::people

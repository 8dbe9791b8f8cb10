#include "features/competence/adapters/score_table.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/sheets/columns.h"

namespace pamong::competence {
namespace {

const std::vector<WantedColumn>& wanted_columns() {
    static const std::vector<WantedColumn> columns{
        {"nuptk", {"nuptk"}, false},
        {"nip", {"nip", "nip/ni pppk", "ni pppk"}, false},
        {"name", {"nama", "nama guru", "nama lengkap", "nama ptk"}, false},
        {"subject", {"mata pelajaran", "mapel", "bidang studi"}, false},
        {"pedagogic", {"pedagogik", "nilai pedagogik", "pedagogic"}, false},
        {"professional", {"profesional", "nilai profesional", "professional"}, false},
        {"total", {"nilai", "nilai ukg", "nilai akhir", "total", "skor"}, false}};
    return columns;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// Finds people by what a table has of them.
class Register {
  public:
    explicit Register(const std::vector<people::PersonNow>& people) {
        for (const people::PersonNow& one : people) {
            const auto& person = one.person;
            if (person.nuptk) by_number_.emplace(person.nuptk->reveal(), &one);
            if (person.nip) by_number_.emplace(person.nip->reveal(), &one);
            by_name_[people::folded_name(person.name.reveal())].insert(&one);
        }
    }
    [[nodiscard]] const people::PersonNow* with_number(const std::string& digits) const {
        const auto found = by_number_.find(digits);
        return found == by_number_.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::set<const people::PersonNow*> with_name(const std::string& name) const {
        const auto found = by_name_.find(people::folded_name(name));
        return found == by_name_.end() ? std::set<const people::PersonNow*>{} : found->second;
    }

  private:
    std::map<std::string, const people::PersonNow*> by_number_{};
    std::map<std::string, std::set<const people::PersonNow*>> by_name_{};
};

class ScoreReader {
  public:
    ScoreReader(const Sheet& sheet, const ColumnMatch& columns, const CompetenceTest& test, const Register& people,
                std::vector<Problem>& problems)
        : sheet_(sheet), columns_(columns), test_(test), people_(people), problems_(problems) {}

    TestScore read(std::size_t row) {
        row_ = row;
        const std::size_t before = problems_.size();
        TestScore score;
        score.test = test_.code;
        score.year = test_.year;
        if (const auto* person = find_person()) {
            score.person_id = person->person.id.value;
            score.subject = text("subject").empty() ? person->person.subject : text("subject");
        }
        score.id = score_id_of(score.person_id, score.test, score.year);
        score.pedagogic = number("pedagogic");
        score.professional = number("professional");
        if (const auto total = number("total")) score.total = *total;
        else if (score.pedagogic && score.professional)
            score.total = weighted_total(*score.pedagogic, *score.professional, test_);
        else if (problems_.size() == before) note("total", "competence.score_missing");
        if (problems_.size() == before)
            if (auto fine = check_score(score); !fine) note(fine.error().at.c_str(), fine.error().code);
        if (problems_.size() == before && !seen_.insert(score.person_id).second) note_person("competence.person_twice");
        return score;
    }

  private:
    [[nodiscard]] std::string text(const char* key) const { return std::string(columns_.text(sheet_, row_, key)); }
    void note(const char* key, std::string_view code) {
        const auto column = columns_.column_of.find(key);
        problems_.push_back({std::string(code),
                             cell_reference(sheet_.name, row_, column == columns_.column_of.end() ? 0 : column->second),
                             {{"text", text(key).substr(0, 40)}},
                             {}});
    }
    void note_person(std::string_view code) {
        for (const char* key : {"nuptk", "nip", "name"})
            if (!text(key).empty()) return note(key, code);
        note("name", code);
    }
    const people::PersonNow* find_person() {
        for (const char* key : {"nuptk", "nip"})
            if (const auto digits = digits_of(text(key)); !digits.empty())
                if (const auto* found = people_.with_number(digits)) return found;
        const auto named = people_.with_name(text("name"));
        if (named.size() == 1) return *named.begin();
        note_person(named.size() > 1 ? "competence.person_unclear" : "competence.person_unknown");
        return nullptr;
    }
    std::optional<Exact> number(const char* key) {
        std::string plain = text(key);
        if (plain.empty()) return std::nullopt;
        std::ranges::replace(plain, ',', '.');
        const auto value = exact_from(plain);
        if (!value || 1'000'000 % value->denominator() != 0) {
            note(key, "competence.not_a_number");
            return std::nullopt;
        }
        return value;
    }

    const Sheet& sheet_;
    const ColumnMatch& columns_;
    const CompetenceTest& test_;
    const Register& people_;
    std::vector<Problem>& problems_;
    std::size_t row_ = 0;
    std::set<Uuid> seen_{};
};

}  // namespace

Result<std::vector<TestScore>> read_score_table(const Sheet& sheet, const CompetenceTest& test,
                                                const std::vector<people::PersonNow>& people) {
    const auto columns = match_columns(sheet, wanted_columns());
    const auto has = [&](const char* key) { return columns.column_of.contains(key); };
    if (!has("nuptk") && !has("nip") && !has("name")) return refused("competence.who_missing");
    if (!has("total") && !(has("pedagogic") && has("professional"))) return refused("competence.which_missing");
    Problem wrong{"competence.rows_wrong", "", {}, {}};
    const Register known(people);
    ScoreReader reader(sheet, columns, test, known, wrong.parts);
    std::vector<TestScore> scores;
    for (std::size_t row = columns.heading_row + 1; row < sheet.rows.size(); ++row)
        if (!std::ranges::all_of(sheet.rows[row], [](const Cell& cell) { return cell.text.empty(); }))
            scores.push_back(reader.read(row));
    if (scores.empty()) return refused("competence.empty");
    if (wrong.parts.empty()) return scores;
    wrong.values["count"] = std::to_string(wrong.parts.size());
    return refused(std::move(wrong));
}

}  // namespace pamong::competence

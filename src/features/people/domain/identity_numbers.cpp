#include "features/people/domain/identity_numbers.h"

#include <algorithm>

namespace pamong {
namespace {

std::string without_spaces(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if (c != ' ') kept += c;
    return kept;
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number_at(std::string_view digits, std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : digits.substr(from, count)) value = value * 10 + (c - '0');
    return value;
}

Result<Private<std::string>> opaque(std::string_view text, std::size_t length, std::string_view code) {
    std::string digits = without_spaces(text);
    if (digits.size() != length || !all_digits(digits))
        return refused(code, {{"length", std::to_string(digits.size())}, {"expected", std::to_string(length)}});
    return Private<std::string>{std::move(digits)};
}

}  // namespace

Result<EmployeeNumber> employee_number(std::string_view text) {
    constexpr int first_pppk_code = 21;
    auto digits = opaque(text, 18, "people.nip_length");
    if (!digits) return refused(digits.error());
    const std::string_view number = digits->reveal();

    EmployeeNumber result;
    const auto birth = day_of(number_at(number, 0, 4), number_at(number, 4, 2), number_at(number, 6, 2));
    if (!birth || birth->year() < 1900) return refused("people.nip_birth");
    result.birth = *birth;

    result.appointed_year = number_at(number, 8, 4);
    const int month = number_at(number, 12, 2);
    if (month >= first_pppk_code) result.kind = EmployeeNumberKind::pppk;
    else if (month >= 1 && month <= 12) result.appointed_month = month;
    else return refused("people.nip_appointed");
    if (result.appointed_year < 1900 || result.appointed_year < result.birth.year())
        return refused("people.nip_appointed");

    const int sex = number_at(number, 14, 1);
    if (sex != 1 && sex != 2) return refused("people.nip_sex");
    result.sex = sex == 1 ? Sex::male : Sex::female;
    if (number_at(number, 15, 3) == 0) return refused("people.nip_serial");

    const int months =
        (result.appointed_year - birth->year()) * 12 + result.appointed_month.value_or(12) - birth->month();
    result.appointed_young = months < 18 * 12;
    result.digits = std::move(*digits);
    return result;
}

Result<Private<std::string>> nuptk(std::string_view text) { return opaque(text, 16, "people.nuptk_length"); }
Result<Private<std::string>> nrg(std::string_view text) { return opaque(text, 12, "people.nrg_length"); }

Result<Private<std::string>> nik(std::string_view text) {
    auto digits = opaque(text, 16, "people.nik_length");
    if (!digits) return digits;
    const std::string_view number = digits->reveal();
    int day = number_at(number, 6, 2);
    if (day > 40) day -= 40;
    // The year has two digits: 2000 is a leap year, so 29 February is judged by the two digits alone.
    if (!day_of(2000 + number_at(number, 10, 2), number_at(number, 8, 2), day)) return refused("people.nik_date");
    return digits;
}

Result<std::string> npsn(std::string_view text) {
    std::string code = without_spaces(text);
    if (!code.empty() && code.front() == 'p') code.front() = 'P';
    const bool lettered = !code.empty() && code.front() == 'P';
    if (code.size() != 8 || !all_digits(std::string_view(code).substr(lettered ? 1 : 0)))
        return refused("people.npsn_length", {{"length", std::to_string(code.size())}});
    return code;
}

}  // namespace pamong

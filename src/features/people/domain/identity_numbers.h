#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/private.h"
#include "base/result.h"
#include "base/time.h"

namespace pamong {

enum class Sex { male, female };
enum class EmployeeNumberKind { pns, pppk };

/// An employee number of 18 digits: NIP of a civil servant or NI PPPK of contract staff. There is no check digit.
/// An attribute of a person, never a key: teachers of foundations have none.
struct EmployeeNumber {
    Private<std::string> digits{};
    EmployeeNumberKind kind = EmployeeNumberKind::pns;
    Day birth{};
    int appointed_year = 0;
    std::optional<int> appointed_month{};  ///< nothing for PPPK: the place of the month holds a code (21 and up)
    Sex sex = Sex::male;
    /// Appointed before the 18th birthday: unusual, a person should look, but not refused.
    bool appointed_young = false;
};

// Spaces, as numbers are printed, are left out first. A problem names the rule and never repeats the number.
/// Problems: people.nip_length, people.nip_birth, people.nip_appointed, people.nip_sex, people.nip_serial.
Result<EmployeeNumber> employee_number(std::string_view text);
/// 16 digits, opaque: nothing is derived from it. Problem people.nuptk_length.
Result<Private<std::string>> nuptk(std::string_view text);
/// 16 digits: region, then DDMMYY (women: day + 40), then serial. Problems people.nik_length, people.nik_date.
Result<Private<std::string>> nik(std::string_view text);
/// 12 digits (U), opaque. Problem people.nrg_length.
Result<Private<std::string>> nrg(std::string_view text);
/// School number: 8 digits, or P and 7 digits for non-formal units (U). Problem people.npsn_length.
Result<std::string> npsn(std::string_view text);

}  // namespace pamong

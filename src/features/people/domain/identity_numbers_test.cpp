#include "features/people/domain/identity_numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace pamong {
namespace {

template <class T>
std::string number_problem(const Result<T>& result) {
    return result ? std::string{} : result.error().code;
}

}  // namespace

// NIP-1 to NIP-3: synthetic numbers of the worked examples of the handbook, by hand.
TEST(IdentityNumbers, ReadsACivilServantsNumber) {
    const auto number = employee_number("19850312 201001 2 007");
    ASSERT_TRUE(number);
    EXPECT_EQ(number->digits.reveal(), "198503122010012007");
    EXPECT_EQ(to_string(number->birth), "1985-03-12");
    EXPECT_EQ(number->appointed_year, 2010);
    EXPECT_EQ(number->appointed_month, 1);
    EXPECT_EQ(number->sex, Sex::female);
    EXPECT_EQ(number->kind, EmployeeNumberKind::pns);
    EXPECT_FALSE(number->appointed_young);
}

TEST(IdentityNumbers, ReadsAContractTeachersNumber) {
    const auto number = employee_number("199001152022211003");
    ASSERT_TRUE(number);
    EXPECT_EQ(number->kind, EmployeeNumberKind::pppk);
    EXPECT_EQ(number->sex, Sex::male);
    EXPECT_FALSE(number->appointed_month);
}

TEST(IdentityNumbers, RefusesWhatCannotBeANumber) {
    EXPECT_EQ(number_problem(employee_number("198513122010012007")), "people.nip_birth");      // NIP-3: month 13
    EXPECT_EQ(number_problem(employee_number("198502302010012007")), "people.nip_birth");      // 30 February
    EXPECT_EQ(number_problem(employee_number("198503122010132007")), "people.nip_appointed");  // month 13
    EXPECT_EQ(number_problem(employee_number("198503122010013007")), "people.nip_sex");
    EXPECT_EQ(number_problem(employee_number("198503122010012000")), "people.nip_serial");
    for (const char* text : {"", "19850312201001200", "1985031220100120071", "19850312201001200x", "１９８５"})
        EXPECT_EQ(number_problem(employee_number(text)), "people.nip_length") << text;
}

TEST(IdentityNumbers, WarnsOfAnAppointmentBeforeEighteen) {
    EXPECT_TRUE(employee_number("198503122003022007")->appointed_young);   // 17 years and 11 months
    EXPECT_FALSE(employee_number("198503122003032007")->appointed_young);  // the month of the 18th birthday
}

TEST(IdentityNumbers, TakesTheOtherNumbersAsOpaque) {
    EXPECT_TRUE(nuptk("1234567890123456"));
    EXPECT_EQ(number_problem(nuptk("123456789012345")), "people.nuptk_length");
    EXPECT_TRUE(nrg("123456789012"));
    EXPECT_TRUE(npsn("50202345"));
    EXPECT_EQ(*npsn("p1234567"), "P1234567");
    EXPECT_EQ(number_problem(npsn("PP123456")), "people.npsn_length");
    EXPECT_TRUE(nik("5203015203850001"));  // a woman born on the 12th: 52
    EXPECT_EQ(number_problem(nik("5203017203850001")), "people.nik_date");
}

TEST(IdentityNumbers, AProblemNeverRepeatsTheNumber) {
    const auto number = nuptk("123456789012345");
    for (const auto& [name, value] : number.error().values) EXPECT_LT(value.size(), 4U) << name;
}

TEST(IdentityNumbers, NoTextBreaksTheReader) {
    rc::check("any text is a number or a problem", [](const std::string& text) {
        const auto number = employee_number(text);
        RC_ASSERT(number.has_value() || !number.error().code.empty());
    });
}

}  // namespace pamong

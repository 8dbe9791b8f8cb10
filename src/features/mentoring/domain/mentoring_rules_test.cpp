#include <gtest/gtest.h>

#include "features/mentoring/domain/match_rules.h"
#include "features/mentoring/domain/measures.h"
#include "features/mentoring/domain/mentor_capacity.h"

namespace pamong::mentoring {
namespace mentoring_rules_test {

Day on(int month, int day) { return *day_of(2025, month, day); }
Timestamp at_ten(Day day) { return {(std::int64_t{day.number} * 24 + 3) * 3'600'000'000}; }  // 10.00 WIB = 03.00 UTC

const scheduling::SchoolCalendar& five_days() {
    // One holiday: Friday 15 to Friday 22 August.
    static const auto calendar = *scheduling::SchoolCalendar::make(0b0011111, {{on(8, 15), on(8, 22)}}, {});
    return calendar;
}
MeasureDay day_on(Day today) { return {today, 7, &five_days()}; }

Session planned(Day day, SessionKind kind = SessionKind::observation, int cycle = 1) {
    Session session;
    session.kind = kind;
    session.cycle = cycle;
    session.first_planned_at = session.planned_at = at_ten(day);
    return session;
}
Session held_on(Day plan, Day when, SessionKind kind = SessionKind::observation, int minutes = 40, int cycle = 1) {
    return *held(planned(plan, kind, cycle), at_ten(when), minutes, Side::mentor);
}
Participant teacher(const std::string& name, const std::string& subject, Exact score) {
    Participant one;
    one.id = ParticipantId{uuid_for_name("participant " + name)};
    one.person = programmes::PersonId{uuid_for_name(name)};
    one.display_name = Private(name);
    one.subject = subject;
    one.level = "SMP";
    one.scores = {{"pedagogik", score}};
    return one;
}

TEST(MentorCapacityTest, AMentorHasAtMostSoManyMentees) {
    EXPECT_TRUE((MentorCapacity{3, 2}.room_for()));
    const auto full = MentorCapacity{3, 3}.room_for();
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, "mentoring.mentor_is_full");
    EXPECT_EQ(full.error().values.at("most"), "3");
    EXPECT_EQ((MentorCapacity{1, 4}.places_left()), 0);
}

TEST(MatchRules, TheLargestGapThatTheMentorCanCloseIsNamed) {
    Participant mentor = teacher("Rina", "IPA", 80);
    Participant mentee = teacher("Sari", "IPA", 55);
    mentor.scores["profesional"] = 60;
    mentee.scores["profesional"] = 58;
    const auto gap = largest_gap(mentor, mentee);  // 80 - 55 = 25 beats 60 - 58 = 2
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->competence, "pedagogik");
    EXPECT_EQ(gap->mentor - gap->mentee, Exact(25));
    EXPECT_FALSE(largest_gap(mentee, mentor));
}

TEST(MatchRules, BrokenRulesAreNamedAndAnAssessorIsNotOnesMentor) {
    Participant mentor = teacher("Rina", "IPA", 50);
    Participant mentee = teacher("Sari", "Matematika", 55);
    mentee.judged_by = {mentor.person.value};
    MatchStep step;
    const auto rules =
        *rules_from(std::vector<std::string>{"subject_equal", "gap_closable", "not_judge", "same_school"});
    const auto broken = broken_rules(mentor, mentee, step, rules);
    EXPECT_EQ(codes_of(broken),
              (std::vector<std::string>{"subject_equal", "same_school", "gap_closable", "not_judge"}));
    EXPECT_EQ(rules_from(std::vector<std::string>{"same_shoes"}).error().code, "mentoring.unknown_rule");
}

TEST(MatchRules, DistanceIsAlongTheGreatCircle) {
    Participant jakarta = teacher("a", "IPA", 50);
    Participant surabaya = teacher("b", "IPA", 50);
    EXPECT_FALSE(distance_km(jakarta, surabaya));
    jakarta.latitude = -6.2088;
    jakarta.longitude = 106.8456;
    surabaya.latitude = -7.2575;
    surabaya.longitude = 112.7521;
    // Great-circle distance of the two city centres, haversine on a sphere of 6371 km, by a hand calculator: 662 km.
    EXPECT_NEAR(*distance_km(jakarta, surabaya), 662, 3);
}

TEST(PairConsent, BothHaveToAgreeAndANoIsFinal) {
    Pair pair;
    EXPECT_EQ(pair.state(), PairState::proposed);
    const auto one = answered(pair, Side::mentee, PairAnswer::accepted);
    EXPECT_EQ(one->state(), PairState::proposed);
    EXPECT_EQ(answered(*one, Side::mentor, PairAnswer::accepted)->state(), PairState::active);
    const auto no = answered(*one, Side::mentor, PairAnswer::declined);
    EXPECT_EQ(no->state(), PairState::declined);
    EXPECT_FALSE(no->open());
    EXPECT_EQ(answered(*no, Side::mentee, PairAnswer::open).error().code, "mentoring.already_declined");
    EXPECT_EQ(answered(*one, Side::mentee, PairAnswer::accepted)->revision, one->revision);
}

TEST(SessionChanges, MovingAsksTheOtherSideAgainAndKeepsTheFirstPlan) {
    Session session = planned(on(8, 4));
    session.mentor_ok = true;
    const auto moved = moved_to(session, Side::mentee, at_ten(on(8, 6)));
    ASSERT_TRUE(moved);
    EXPECT_TRUE(moved->mentee_ok);
    EXPECT_FALSE(moved->mentor_ok);
    EXPECT_EQ(moved->first_planned_at, at_ten(on(8, 4)));
    EXPECT_EQ(moved->moves, 1);
    EXPECT_TRUE(agreed_to(*moved, Side::mentor)->agreed());
    EXPECT_EQ(cancelled(*held(*moved, at_ten(on(8, 6)), 40, {})).error().code, "mentoring.session_held");
    EXPECT_EQ(moved_to(*cancelled(*moved), Side::mentor, {}).error().code, "mentoring.session_over");
}

TEST(Measures, FidelityCountsWhatWasPlannedUntilToday) {
    // Planned for 4, 5 and 6 August; the first is held, the second cancelled, the third still to come on the 5th.
    const std::vector<Session> sessions{held_on(on(8, 4), on(8, 4)), *cancelled(planned(on(8, 5))), planned(on(8, 6))};
    const auto share = fidelity(sessions, day_on(on(8, 5)));
    EXPECT_EQ(share.part, 1);
    EXPECT_EQ(share.whole, 2);
    EXPECT_EQ(*share.percent(), Exact(50));
    EXPECT_FALSE(fidelity({}, day_on(on(8, 5))).percent());
}

TEST(Measures, AnObservationIsPreparedByATalkHeldBeforeItInItsCycle) {
    using enum SessionKind;
    // Counted by hand: cycle 1 talked before, cycle 2 only afterwards, cycle 3 not at all, cycle 4 was not observed.
    const std::vector<Session> sessions{
        held_on(on(8, 4), on(8, 4), pre, 20, 1),           held_on(on(8, 6), on(8, 6), observation, 40, 1),
        held_on(on(9, 4), on(9, 9), pre, 20, 2),           held_on(on(9, 8), on(9, 8), observation, 40, 2),
        held_on(on(10, 6), on(10, 6), observation, 40, 3), held_on(on(11, 4), on(11, 4), pre, 20, 4)};
    EXPECT_EQ(talked_first(sessions).part, 1);
    EXPECT_EQ(talked_first(sessions).whole, 3);
}

TEST(Measures, PunctualIsWithinThreeDaysOfTheFirstPlan) {
    const std::vector<Session> sessions{held_on(on(8, 4), on(8, 7)), held_on(on(8, 4), on(8, 8))};
    EXPECT_EQ(punctuality(sessions, day_on(on(8, 30))).part, 1);  // 3 days yes, 4 days no
}

TEST(Measures, DosageIsMinutesInThirtyDays) {
    const std::vector<Session> sessions{held_on(on(8, 4), on(8, 4), SessionKind::observation, 80),
                                        held_on(on(8, 5), on(8, 5), SessionKind::post, 40)};
    EXPECT_EQ(*dosage(sessions, on(7, 1), day_on(on(8, 30))), Exact(60));  // 120 minutes in 60 days
    EXPECT_FALSE(dosage(sessions, on(8, 1), day_on(on(8, 30))));           // 29 days: not a month yet
}

TEST(Measures, SilenceAndFeedbackLagCountSchoolDaysOnly) {
    // From Thursday 14 to Monday 25 August: 15-22 is a holiday and 23-24 a weekend, so one school day.
    const std::vector<Session> sessions{held_on(on(8, 14), on(8, 14)),
                                        held_on(on(8, 25), on(8, 25), SessionKind::post)};
    EXPECT_EQ(*feedback_lag(sessions, day_on(on(8, 30))), Exact(1));
    const std::vector<Session> first{sessions.front()};
    EXPECT_EQ(silence(first, {}, on(7, 1), day_on(on(8, 25))), 1);
    EXPECT_EQ(silence(first, {}, on(7, 1), day_on(on(8, 14))), 0);
    const std::vector<Contact> chat{{{}, {}, {}, ContactChannel::chat, on(8, 25), 5}};
    EXPECT_EQ(silence(first, chat, on(7, 1), day_on(on(8, 26))), 1);
}

TEST(Measures, ClosedActionsAreDoneByTheirDay) {
    const auto action = [](Day due_on, ActionState state, std::optional<Day> done_on = std::nullopt) {
        AgreedAction one;
        one.due_on = due_on;
        one.state = state;
        one.done_on = done_on;
        return one;
    };
    const std::vector actions{action(on(8, 4), ActionState::done, on(8, 4)),  // in time
                              action(on(8, 4), ActionState::done, on(8, 5)),  // late
                              action(on(8, 4), ActionState::open), action(on(9, 4), ActionState::open)};
    const auto share = closed_actions(actions, day_on(on(8, 6)));
    EXPECT_EQ(share.part, 1);
    EXPECT_EQ(share.whole, 3);
}

TEST(Measures, SpreadGrowthAndReciprocity) {
    EXPECT_EQ(*spread({1, 4, 4, 6}), Exact(1, 4));  // lowest 1, median 4
    EXPECT_FALSE(spread({0, 0, 0}));
    EXPECT_EQ(*growth(std::vector<Exact>{2, 3, 4}), Exact(2));
    EXPECT_FALSE(growth(std::vector<Exact>{2, 4}));  // before three cycles nothing is said
    Session by_mentee = held_on(on(8, 4), on(8, 4));
    by_mentee.led_by = Side::mentee;
    const std::vector<Session> sessions{held_on(on(8, 4), on(8, 4)), held_on(on(8, 5), on(8, 5)), by_mentee,
                                        held_on(on(8, 6), on(8, 6))};
    EXPECT_EQ(*reciprocity(sessions).percent(), Exact(25));
}

TEST(Measures, SilenceAndFidelityRaiseAlertsOnlyForActivePairs) {
    const Thresholds thresholds{{"silence", {"silence", Threshold::When::above, 21, "school_days", {}}},
                                {"fidelity", {"fidelity", Threshold::When::below, 80, "percent", {}}}};
    Pair pair;
    pair.starts_on = on(7, 1);
    pair.ends_on = on(12, 31);
    const std::vector<Session> sessions{planned(on(7, 8))};
    EXPECT_TRUE(alerts_of(pair, sessions, {}, thresholds, day_on(on(9, 1))).empty());
    pair.mentor_answer = pair.mentee_answer = PairAnswer::accepted;
    const auto alerts = alerts_of(pair, sessions, {}, thresholds, day_on(on(9, 1)));
    ASSERT_EQ(alerts.size(), 2U);
    EXPECT_EQ(alerts[0].measure, "silence");
    // Wednesday 2 July to Monday 1 September: 22 (2-31 July) + 10 (1-14 August) + 5 (25-29) + 1 = 38 school days by the
    // calendar.
    EXPECT_EQ(alerts[0].value, Exact(38));
    EXPECT_EQ(alerts[1].value, Exact(0));
}

TEST(NoteLevels, TheHeadReadsOnlyWhatIsSharedWithTheHead) {
    EXPECT_FALSE(may_read(NoteLevel::pair, Reader::head));
    EXPECT_FALSE(may_read(NoteLevel::coordinator, Reader::head));
    EXPECT_TRUE(may_read(NoteLevel::head, Reader::head));
    EXPECT_FALSE(may_read(NoteLevel::author, Reader::partner));
    EXPECT_FALSE(may_read(NoteLevel::pair, Reader::coordinator));
}

}  // namespace mentoring_rules_test
}  // namespace pamong::mentoring

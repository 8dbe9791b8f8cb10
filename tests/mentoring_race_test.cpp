// Two coordinators at the same moment: a mentor's places are never overfilled, and nobody gets two mentors.
#include <gtest/gtest.h>

#include <barrier>
#include <chrono>
#include <thread>

#include "app/mentoring_parts.h"
#include "features/mentoring/adapters/request_desk.h"
#include "features/programmes/usecases/programmes.h"
#include "platform/store/testing/test_store.h"

namespace pamong::mentoring {
namespace mentoring_race_test {

using access::Actor;
using access::Role;
using access::ScopeKind;
using programmes::ParticipantRole;

constexpr int places = 3;  // of "peer_mentoring_school" in regulations/programme_templates.json

class MentoringRace : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Dinas Pendidikan contoh");
    MentoringParts parts_ = app::mentoring_parts();
    Timestamp now_ = *timestamp_from("2025-08-04T01:00:00Z");
    ProgrammeId programme_{uuid_for_name("programme")};
    Uuid school_ = uuid_for_name("school");
    Actor coordinator_{AccountId{uuid_for_name("district")}, owner_, {}, {{Role::district, ScopeKind::all}}};

    /// One transaction. It stays open a moment after its work, so that two of them surely overlap where a store lets
    /// them.
    template <class F>
    auto at_desk(F work, std::chrono::milliseconds linger = {}) {
        return test_.store().write({owner_, coordinator_.account(), now_}, [&](store::Tx& tx) {
            SeededRandom random(std::hash<std::thread::id>{}(std::this_thread::get_id()));
            RequestDesk desk(tx, coordinator_, random, parts_);
            auto answer = work(desk.desk);
            if (answer) desk.desk.store.journal("test.looked", "test", owner_.value);
            std::this_thread::sleep_for(linger);
            return answer;
        });
    }
    static ParticipantId participant(const std::string& name) { return {uuid_for_name("participant " + name)}; }
    programmes::Participant person(const std::string& name, ParticipantRole role) {
        programmes::Participant one;
        one.id = participant(name);
        one.person = programmes::PersonId{uuid_for_name(name)};
        one.home_org = owner_;
        one.role = role;
        one.display_name = Private(name);
        one.subject = "IPA";
        one.level = "SMP";
        one.school = school_;
        one.school_name = "school";
        one.district = uuid_for_name("Kabupaten contoh");
        one.district_name = "Kabupaten contoh";
        one.scores = {{"pedagogik", Exact(role == ParticipantRole::mentor ? 85 : 55)}};
        return one;
    }
    void programme_of(const std::vector<std::string>& mentors, const std::vector<std::string>& mentees) {
        std::vector<programmes::Participant> people;
        for (const auto& name : mentors) people.push_back(person(name, ParticipantRole::mentor));
        for (const auto& name : mentees) people.push_back(person(name, ParticipantRole::mentee));
        ASSERT_TRUE(at_desk([&](const Desk& desk) {
            return programmes::create_programme(
                {programme_, "peer_mentoring_school", "Program contoh", 2025, *day_of(2025, 8, 4), school_}, desk.actor,
                desk.templates, desk.now, desk.random, desk.programmes);
        }));
        const auto enrolled = at_desk([&](const Desk& desk) {
            return programmes::enrol(programme_, people, desk.actor, desk.templates, desk.now, desk.programmes);
        });
        ASSERT_TRUE(enrolled) << enrolled.error().code;
    }
    std::string pair(const std::string& mentor, const std::string& mentee, std::chrono::milliseconds linger = {}) {
        const auto made = at_desk(
            [&](const Desk& desk) {
                return start_pair({PairId{uuid_for_name("pair " + mentor + " " + mentee)}, programme_,
                                   participant(mentor), participant(mentee)},
                                  desk);
            },
            linger);
        return made ? "made" : made.error().code;
    }
    /// Starts both at the same moment and returns their answers in alphabetical order.
    template <class A, class B>
    std::vector<std::string> both(A first, B second) {
        std::barrier ready(2);
        std::vector<std::string> answers(2);
        {
            const std::jthread one([&] { ready.arrive_and_wait(), answers[0] = first(); });
            const std::jthread two([&] { ready.arrive_and_wait(), answers[1] = second(); });
        }
        std::ranges::sort(answers);
        return answers;
    }
    std::int64_t open_pairs(const std::string& column, const std::string& name) {
        return test_.store().read({owner_, {}, now_}, [&](store::Tx& tx) {
            return *tx.number("select count(*) as n from mentoring_pair where org_id = $1 and " + column +
                                  " = $2 and mentor_answer <> 'declined' and mentee_answer <> 'declined'",
                              owner_, participant(name));
        });
    }
    static constexpr std::chrono::milliseconds a_moment{150};
};

TEST_P(MentoringRace, TwoCoordinatorsCannotBothTakeTheLastPlace) {
    programme_of({"Rina"}, {"Adi", "Bela", "Citra", "Dedi"});
    ASSERT_EQ(pair("Rina", "Adi"), "made");
    ASSERT_EQ(pair("Rina", "Bela"), "made");
    const auto answers =
        both([&] { return pair("Rina", "Citra", a_moment); }, [&] { return pair("Rina", "Dedi", a_moment); });
    EXPECT_EQ(answers, (std::vector<std::string>{"made", "mentoring.mentor_is_full"}));
    EXPECT_EQ(open_pairs("mentor_participant_id", "Rina"), places);
}

TEST_P(MentoringRace, TheFirstTwoPairsOfAMentorAtOnceAreBothCounted) {
    // Her row of places does not exist yet, so both make it.
    programme_of({"Rina"}, {"Adi", "Bela", "Citra", "Dedi"});
    const auto answers =
        both([&] { return pair("Rina", "Adi", a_moment); }, [&] { return pair("Rina", "Bela", a_moment); });
    EXPECT_EQ(answers, (std::vector<std::string>{"made", "made"}));
    EXPECT_EQ(pair("Rina", "Citra"), "made");
    EXPECT_EQ(pair("Rina", "Dedi"), "mentoring.mentor_is_full");
}

TEST_P(MentoringRace, PublishingAndPairingByHandDoNotOverfillTogether) {
    programme_of({"Rina"}, {"Adi", "Bela", "Citra"});
    const MatchId match{uuid_for_name("match")};
    ASSERT_TRUE(at_desk([&](const Desk& desk) { return propose_match({match, programme_, 0, {}}, desk); }));
    ASSERT_TRUE(at_desk([&](const Desk& desk) {  // somebody comes late
        return programmes::enrol(programme_, {person("Dedi", ParticipantRole::mentee)}, desk.actor, desk.templates,
                                 desk.now, desk.programmes);
    }));
    const auto answers = both(
        [&]() -> std::string {
            const auto published = at_desk([&](const Desk& desk) { return publish_match(match, desk); }, a_moment);
            return published ? "made" : published.error().code;
        },
        [&] { return pair("Rina", "Dedi", a_moment); });
    EXPECT_EQ(answers, (std::vector<std::string>{"made", "mentoring.mentor_is_full"}));
    EXPECT_LE(open_pairs("mentor_participant_id", "Rina"), places);
}

TEST_P(MentoringRace, TwoCoordinatorsCannotGiveOneTeacherTwoMentors) {
    programme_of({"Rina", "Tono"}, {"Adi"});
    const auto answers =
        both([&] { return pair("Rina", "Adi", a_moment); }, [&] { return pair("Tono", "Adi", a_moment); });
    EXPECT_EQ(answers, (std::vector<std::string>{"made", "mentoring.mentee_has_mentor"}));
    EXPECT_EQ(open_pairs("mentee_participant_id", "Adi"), 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, MentoringRace, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace mentoring_race_test
}  // namespace pamong::mentoring

// A programme from its template to its measures, on both stores, through the use cases that routes and the example use.
#include <gtest/gtest.h>

#include <chrono>

#include "app/mentoring_parts.h"
#include "features/mentoring/adapters/request_desk.h"
#include "features/programmes/adapters/sql_programme_store.h"
#include "features/programmes/adapters/template_reader.h"
#include "platform/store/testing/test_store.h"

namespace pamong::mentoring {
namespace mentoring_story_test {

using access::Actor;
using access::Role;
using access::ScopeKind;
using programmes::ParticipantRole;

const Timestamp start = *timestamp_from("2025-08-04T01:00:00Z");  // Monday 08.00 WIB

class MentoringStory : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Store& store_ = test_.store();
    OrgId owner_ = test_.add_owner("Dinas Pendidikan contoh");
    MentoringParts parts_ = app::mentoring_parts();
    Timestamp now_ = start;
    ProgrammeId programme_{uuid_for_name("programme")};
    Uuid school_ = uuid_for_name("school");
    Actor district_{AccountId{uuid_for_name("district")}, owner_, {}, {{Role::district, ScopeKind::all}}};

    Actor teacher(const std::string& name) {
        return {AccountId{uuid_for_name("account " + name)},
                owner_,
                uuid_for_name(name),
                {{Role::teacher, ScopeKind::person, uuid_for_name(name)}}};
    }
    Actor principal() {
        return {AccountId{uuid_for_name("account head")},
                owner_,
                uuid_for_name("head"),
                {{Role::principal, ScopeKind::school, school_}}};
    }
    template <class F>
    auto as(const Actor& actor, F work) {
        return store_.write({owner_, actor.account(), now_}, [&](store::Tx& tx) {
            RequestDesk desk(tx, actor, test_.random(), parts_);
            auto answer = work(desk.desk);
            if (answer) desk.desk.store.journal("test.looked", "test", owner_.value);
            return answer;
        });
    }
    Participant person(const std::string& name, ParticipantRole role, std::optional<int> generation,
                       const std::string& subject, int score, const std::string& district = "Kabupaten contoh",
                       const std::string& school = "school") {
        Participant one;
        one.id = ParticipantId{uuid_for_name("participant " + name)};
        one.person = programmes::PersonId{uuid_for_name(name)};
        one.home_org = owner_;
        one.role = role;
        one.generation = generation;
        one.display_name = Private(name);
        one.subject = subject;
        one.level = "SMP";
        one.school = uuid_for_name(school);
        one.school_name = school;
        one.district = uuid_for_name(district);
        one.district_name = district;
        one.scores = {{"pedagogik", Exact(score)}};
        return one;
    }
    Result<programmes::Programme> create(const std::string& kind) {
        return as(district_, [&](const Desk& desk) {
            return programmes::create_programme(
                {programme_, kind, "Program contoh", 2019, *day_of(2025, 8, 4),
                 kind == "peer_mentoring_school" ? std::optional(school_) : std::nullopt},
                desk.actor, desk.templates, desk.now, desk.random, desk.programmes);
        });
    }
    Result<programmes::Enrolled> enrol(const std::vector<Participant>& people) {
        return as(district_, [&](const Desk& desk) {
            return programmes::enrol(programme_, people, desk.actor, desk.templates, desk.now, desk.programmes);
        });
    }
    Result<Match> propose(const std::string& name, int step, const MatchSettings& settings = {}) {
        return as(district_, [&](const Desk& desk) {
            return propose_match({MatchId{uuid_for_name(name)}, programme_, step, settings}, desk);
        });
    }
    Result<Published> publish(const std::string& name) {
        return as(district_, [&](const Desk& desk) { return publish_match(MatchId{uuid_for_name(name)}, desk); });
    }
    /// Rina mentors Sari and Tono; Umar is alone.
    void small_school() {
        ASSERT_TRUE(create("peer_mentoring_school"));
        ASSERT_TRUE(enrol({person("Rina", ParticipantRole::mentor, {}, "IPA", 85),
                           person("Sari", ParticipantRole::mentee, {}, "IPA", 55),
                           person("Tono", ParticipantRole::mentee, {}, "Matematika", 60)}));
        const auto match = propose("first", 0);
        ASSERT_TRUE(match) << match.error().code;
        EXPECT_EQ(match->placed, 2);
        EXPECT_EQ(match->gap, 0);
        ASSERT_TRUE(publish("first"));
    }
    Pair pair_of(const std::string& mentee) {
        const auto pairs = as(
            district_, [&](const Desk& desk) -> Result<std::vector<Pair>> { return desk.store.pairs_of(programme_); });
        for (const Pair& pair : *pairs)
            if (pair.mentee.value == uuid_for_name(mentee)) return pair;
        ADD_FAILURE() << "no pair of " << mentee;
        return {};
    }
    Result<Pair> answer(const std::string& who, const Pair& pair, PairAnswer answer, const std::string& command) {
        return as(teacher(who), [&](const Desk& desk) {
            return answer_pair({CommandId{uuid_for_name(command)}, pair.id, pair.revision, answer}, desk);
        });
    }
    Result<Session> plan(const std::string& who, const Pair& pair, const std::string& name, Timestamp when,
                         SessionKind kind = SessionKind::observation) {
        return as(teacher(who), [&](const Desk& desk) {
            return plan_session({SessionId{uuid_for_name(name)}, pair.id, 1, kind, when, 40, false, ""}, desk);
        });
    }
};

TEST_P(MentoringStory, AProposalGivesReasonsAndPublishingAsksBothSides) {
    small_school();
    const Pair pair = pair_of("Sari");
    EXPECT_EQ(pair.state(), PairState::proposed);
    const auto reasons = reasons_from(pair.reasons);
    ASSERT_TRUE(reasons.gap);
    EXPECT_EQ(reasons.gap->mentee, Exact(55));
    EXPECT_EQ(reasons.gap->mentor, Exact(85));
    EXPECT_TRUE(reasons.same_subject);
    EXPECT_EQ(reasons.load, 2);
    EXPECT_EQ(reasons.capacity, 3);

    ASSERT_TRUE(answer("Sari", pair, PairAnswer::accepted, "sari says yes"));
    ASSERT_TRUE(answer("Rina", pair, PairAnswer::accepted, "rina says yes"));
    EXPECT_EQ(pair_of("Sari").state(), PairState::active);
    // The phone lost its answer and sends again: nothing changes. The same id with another answer is refused.
    const auto again = answer("Sari", pair, PairAnswer::accepted, "sari says yes");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->revision, 3);  // proposed 1, one yes 2, the other yes 3
    EXPECT_EQ(answer("Sari", pair, PairAnswer::declined, "sari says yes").error().code, "mentoring.id_reused");
    EXPECT_EQ(answer("Umar", pair, PairAnswer::accepted, "a stranger").error().code, "mentoring.pair_not_found");
    EXPECT_EQ(publish("first")->pairs, 2);
    EXPECT_EQ(
        as(district_, [&](const Desk& desk) -> Result<std::size_t> { return desk.store.pairs_of(programme_).size(); })
            .value(),
        2U);
}

TEST_P(MentoringStory, AMentorNeverHasMoreMenteesThanPlaces) {
    ASSERT_TRUE(create("peer_mentoring_school"));
    std::vector<Participant> people{person("Rina", ParticipantRole::mentor, {}, "IPA", 85)};
    for (int i = 0; i < 5; ++i)
        people.push_back(person("Mentee " + std::to_string(i), ParticipantRole::mentee, {}, "IPA", 50 + i));
    const auto enrolled = enrol(people);
    ASSERT_TRUE(enrolled);
    ASSERT_EQ(enrolled->ratios.size(), 1U);  // 5 mentees, 3 places: told, not refused
    const auto match = propose("first", 0);
    ASSERT_TRUE(match);
    EXPECT_EQ(match->placed, 3);  // the template's ratio 1 : 3
    EXPECT_EQ(match->unmatched, 2);
    ASSERT_TRUE(publish("first"));
    const auto by_hand = [&](const std::string& mentee) {
        return as(district_, [&](const Desk& desk) {
            return start_pair({PairId{uuid_for_name("by hand " + mentee)}, programme_,
                               ParticipantId{uuid_for_name("participant Rina")},
                               ParticipantId{uuid_for_name("participant " + mentee)}},
                              desk);
        });
    };
    // The three widest gaps are taken (scores 50, 51, 52), so Mentee 4 has none.
    EXPECT_EQ(by_hand("Mentee 4").error().code, "mentoring.mentor_is_full");
    // A no frees the place at once.
    ASSERT_TRUE(answer("Mentee 0", pair_of("Mentee 0"), PairAnswer::declined, "no"));
    EXPECT_TRUE(by_hand("Mentee 4"));
    EXPECT_TRUE(by_hand("Mentee 4"));  // sent again
    EXPECT_EQ(by_hand("Mentee 3").error().code, "mentoring.mentor_is_full");
}

TEST_P(MentoringStory, WhoHasNoMentorLearnsWhichRuleBlocksAndWhatItCosts) {
    ASSERT_TRUE(create("program_kemitraan"));
    ASSERT_TRUE(enrol({person("Inti", ParticipantRole::mentor, 1, "IPA", 85, "Kota Surabaya", "a"),
                       person("Mitra", ParticipantRole::both, 2, "IPA", 55, "Kabupaten Ende", "b"),
                       person("Lain", ParticipantRole::both, 2, "Matematika", 55, "Kabupaten Ende", "c")}));
    const auto match = propose("first", 0);
    ASSERT_TRUE(match) << match.error().code;
    EXPECT_EQ(match->placed, 1);
    const auto page = as(district_, [&](const Desk& desk) { return match_page(match->id, desk); });
    ASSERT_EQ(page->unmatched.size(), 1U);
    EXPECT_EQ(page->unmatched[0].why, "blocked");
    EXPECT_EQ(page->unmatched[0].blocking_rules, (std::vector<std::string>{"subject_equal"}));
    const auto prices = as(district_, [&](const Desk& desk) { return prices_of(match->id, desk); });
    ASSERT_TRUE(prices) << prices.error().code;
    ASSERT_EQ(prices->size(), 1U);
    EXPECT_EQ((*prices)[0].rule, "subject_equal");
    EXPECT_EQ((*prices)[0].more_placed, 1);
    const auto relaxed = propose("relaxed", 0, {.dropped_rules = {"subject_equal"}});
    ASSERT_TRUE(relaxed);
    EXPECT_EQ(relaxed->placed, 2);
    EXPECT_EQ(publish("first").error().code, "mentoring.match_replaced");
    EXPECT_EQ(propose("third step", 2).error().code, "mentoring.unknown_step");
    EXPECT_EQ(propose("bad rule", 0, {.dropped_rules = {"same_shoes"}}).error().code, "mentoring.unknown_rule");
}

TEST_P(MentoringStory, BisaAndPindahSurviveBeingSentTwiceAndConflictsNameBothRevisions) {
    small_school();
    Pair pair = pair_of("Sari");
    EXPECT_EQ(plan("Rina", pair, "too early", start.plus_seconds(86400)).error().code, "mentoring.pair_not_active");
    ASSERT_TRUE(answer("Sari", pair, PairAnswer::accepted, "yes 1"));
    ASSERT_TRUE(answer("Rina", pair, PairAnswer::accepted, "yes 2"));
    const Timestamp tuesday = *timestamp_from("2025-08-05T01:00:00Z");
    ASSERT_TRUE(plan("Rina", pair, "observation", tuesday));
    ASSERT_TRUE(plan("Rina", pair, "observation", tuesday));  // sent again
    EXPECT_EQ(plan("Rina", pair, "observation", start).error().code, "mentoring.id_reused");

    const SessionId id{uuid_for_name("observation")};
    const auto times = as(teacher("Sari"), [&](const Desk& desk) { return propose_times(pair.id, 40, id, desk); });
    ASSERT_TRUE(times) << times.error().code;
    ASSERT_EQ(times->size(), 3U);
    EXPECT_NE(times->front(), tuesday);  // its own present time is no proposal

    const auto move = [&](std::int64_t base, const std::string& command) {
        return as(teacher("Sari"), [&](const Desk& desk) {
            return move_session({CommandId{uuid_for_name(command)}, id, base}, times->front(), desk);
        });
    };
    const auto moved = move(1, "move");
    ASSERT_TRUE(moved) << moved.error().code;
    EXPECT_EQ(moved->planned_at, times->front());
    EXPECT_FALSE(moved->mentor_ok);
    ASSERT_TRUE(move(1, "move"));  // the outbox sends it again
    const auto agree = [&](std::int64_t base, const std::string& command) {
        return as(teacher("Rina"), [&](const Desk& desk) {
            return agree_to_session({CommandId{uuid_for_name(command)}, id, base}, desk);
        });
    };
    const auto stale = agree(1, "agree to the old time");
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().code, "mentoring.conflict");
    EXPECT_EQ(stale.error().values.at("revision"), "2");
    EXPECT_EQ(stale.error().values.at("base_revision"), "1");
    EXPECT_TRUE(agree(2, "agree to the new time")->agreed());
    EXPECT_EQ(as(teacher("Tono"),
                 [&](const Desk& desk) { return agree_to_session({CommandId{uuid_for_name("x")}, id, 3}, desk); })
                  .error()
                  .code,
              "mentoring.session_not_found");
}

TEST_P(MentoringStory, NotesStayWithThePairWhileTheHeadSeesThatTheyMet) {
    small_school();
    Pair pair = pair_of("Sari");
    ASSERT_TRUE(as(district_, [&](const Desk& desk) { return record_consents(programme_, desk); }));
    ASSERT_TRUE(plan("Rina", pair, "observation", start.plus_seconds(3600)));
    now_ = start.plus_seconds(2 * 86400);
    ASSERT_TRUE(as(teacher("Rina"), [&](const Desk& desk) {
        return hold_session({CommandId{uuid_for_name("hold")}, SessionId{uuid_for_name("observation")}, 1},
                            {start.plus_seconds(3600), 80, Side::mentor}, desk);
    }));
    const auto write = [&](NoteLevel level, std::int64_t base) {
        return as(teacher("Sari"), [&](const Desk& desk) {
            return write_note(
                {uuid_for_name("note"), pair.id, {}, base, "4F", Private<std::string>("Saya gugup."), level}, desk);
        });
    };
    ASSERT_TRUE(write(NoteLevel::pair, 0));
    const auto seen_by = [&](const Actor& actor) {
        const auto page = as(actor, [&](const Desk& desk) { return pair_page(pair.id, desk); });
        return page ? static_cast<int>(page->notes.size()) : -1;
    };
    EXPECT_EQ(seen_by(teacher("Rina")), 1);
    EXPECT_EQ(seen_by(principal()), 0);
    EXPECT_EQ(seen_by(district_), 0);
    EXPECT_EQ(seen_by(teacher("Tono")), -1);
    ASSERT_TRUE(write(NoteLevel::head, 1));
    EXPECT_EQ(seen_by(principal()), 1);
    EXPECT_EQ(write(NoteLevel::pair, 1).error().code, "mentoring.conflict");

    const auto action = as(teacher("Sari"), [&](const Desk& desk) {
        return agree_action({uuid_for_name("action"),
                             pair.id,
                             {},
                             Private<std::string>("Tanya terbuka"),
                             pair.mentee,
                             *day_of(2025, 8, 5)},
                            desk);
    });
    ASSERT_TRUE(action) << action.error().code;
    const auto done = as(teacher("Sari"), [&](const Desk& desk) {
        return change_action({CommandId{uuid_for_name("done")}, action->id, 1, ActionState::done, *day_of(2025, 8, 5)},
                             desk);
    });
    ASSERT_TRUE(done);

    const auto all = as(principal(), [&](const Desk& desk) { return monitor(programme_, desk); });
    ASSERT_TRUE(all) << all.error().code;
    EXPECT_EQ(all->sessions_held, 1);
    EXPECT_EQ(all->fidelity.part, 1);
    EXPECT_EQ(all->closed_actions.part, 1);
    // Sari has met and has nothing planned; Tono has not met at all.
    ASSERT_EQ(all->concerns.size(), 2U);
    const auto refs = as(district_, [&](const Desk& desk) { return offer_measures(programme_, desk); });
    ASSERT_TRUE(refs) << refs.error().code;
    const auto trace = as(district_, [&](const Desk& desk) {
        return evidence::trace(refs->at("fidelity").id, desk.actor, desk.evidence);
    });
    ASSERT_TRUE(trace);
    EXPECT_EQ(trace->chain.items.size(), 2U);  // the share and the one session it counts
    for (const auto& item : trace->chain.items)
        for (const char* name : {"Sari", "Rina", "gugup"})
            EXPECT_EQ((item.label + item.content).find(name), std::string::npos) << item.label;
}

TEST_P(MentoringStory, ACalendarFeedHoldsOnesSessions) {
    small_school();
    ASSERT_TRUE(as(district_, [&](const Desk& desk) { return record_consents(programme_, desk); }));
    ASSERT_TRUE(plan("Rina", pair_of("Sari"), "observation", start.plus_seconds(86400)));
    http::Router router;
    add_mentoring_routes(router, parts_);
    const auto call = [&](const std::string& method, const std::string& path, const std::optional<Actor>& actor) {
        const auto who = [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
            if (!actor) return refused("access.not_signed_in");
            http::Caller caller{.account = actor->account(), .owner = owner_};
            for (const auto& grant : actor->grants())
                for (const auto& permission : access::permissions_of(grant.role))
                    caller.permissions.emplace_back(permission.code);
            caller.actor = *actor;
            return caller;
        };
        return router.answer({.method = method, .path = path, .headers = {{"X-Pamong", "1"}}}, who, store_, now_,
                             test_.random());
    };
    const auto made = call("POST", "/api/v1/mentoring/feed", teacher("Sari"));
    ASSERT_EQ(made.status, 200) << made.body;
    const auto path = from_json<FeedReply>(made.body)->path;
    const auto feed = call("GET", path, std::nullopt);
    ASSERT_EQ(feed.status, 200);
    EXPECT_NE(feed.body.find("SUMMARY:Observasi: Rina"), std::string::npos) << feed.body;
    EXPECT_NE(feed.body.find("DTSTART:20250805T010000Z"), std::string::npos) << feed.body;
    EXPECT_EQ(call("GET", "/api/v1/public/calendar/guessed.ics", std::nullopt).status, 404);
    const auto visits = call("GET", "/api/v1/mentoring/visits", teacher("Rina"));
    EXPECT_NE(visits.body.find("\"mentee_name\":\"Sari\""), std::string::npos) << visits.body;
    EXPECT_NE(visits.body.find("\"status\":\"proposed\""), std::string::npos);
    const auto sessions = call("GET", "/api/v1/mentoring/sessions", teacher("Sari"));
    EXPECT_EQ(from_json<OwnSessionList>(sessions.body)->items.at(0).other_times.size(), 3U);
    // A second address ends the first.
    ASSERT_EQ(call("POST", "/api/v1/mentoring/feed", teacher("Sari")).status, 200);
    EXPECT_EQ(call("GET", path, std::nullopt).status, 404);
}

TEST_P(MentoringStory, ThePartnershipOf2019InItsRealSize) {
    // 76 + 228 + 2,280 teachers of junior secondary schools: regulations/partnership_targets_2019.csv.
    const auto began = std::chrono::steady_clock::now();
    ASSERT_TRUE(create("program_kemitraan"));
    constexpr std::array<const char*, 4> subjects{"Bahasa Indonesia", "Bahasa Inggris", "Matematika", "IPA"};
    std::vector<Participant> people;
    for (int i = 0; i < 76; ++i)
        people.push_back(person("Inti " + std::to_string(i), ParticipantRole::mentor, 1, subjects[i % 4], 75 + i % 20,
                                "Kota " + std::to_string(i % 19), "inti " + std::to_string(i)));
    for (int i = 0; i < 228; ++i)
        people.push_back(person("Mitra " + std::to_string(i), ParticipantRole::both, 2, subjects[i % 4], 40 + i % 30,
                                "Kabupaten " + std::to_string(i % 19), "mitra " + std::to_string(i)));
    for (int i = 0; i < 2280; ++i)
        people.push_back(person("Imbas " + std::to_string(i), ParticipantRole::mentee, 3, subjects[i % 4], 30 + i % 30,
                                "Kabupaten " + std::to_string(i % 228 % 19), "imbas " + std::to_string(i)));
    const auto enrolled = enrol(people);
    ASSERT_TRUE(enrolled) << enrolled.error().code;
    EXPECT_EQ(enrolled->added, 2584);
    EXPECT_TRUE(enrolled->ratios.empty());
    const auto second = propose("second", 0);
    ASSERT_TRUE(second) << second.error().code;
    EXPECT_EQ(second->placed, 228);
    ASSERT_TRUE(publish("second"));
    const auto third = propose("third", 1);
    ASSERT_TRUE(third) << third.error().code;
    EXPECT_EQ(third->placed, 2280);
    EXPECT_EQ(third->gap, 0);
    EXPECT_EQ(publish("third")->pairs, 2280);
    EXPECT_EQ(*as(district_, [&](const Desk& desk) { return record_consents(programme_, desk); }), 2508);
    const auto imported = as(district_, [&](const Desk& desk) -> Result<std::int64_t> {
        std::vector<Session> sessions;
        for (const Pair& pair : desk.store.pairs_of(programme_)) {
            Session session;
            session.id = make_id<SessionId>(desk.now, desk.random);
            session.pair = pair.id;
            session.kind = SessionKind::post;
            session.first_planned_at = session.planned_at = start.plus_seconds(3600);
            sessions.push_back(*held(session, start.plus_seconds(3600), 45, Side::mentor));
        }
        return import_sessions(programme_, sessions, desk);
    });
    ASSERT_TRUE(imported) << imported.error().code;
    now_ = start.plus_seconds(86400);
    const auto all = as(district_, [&](const Desk& desk) { return monitor(programme_, desk); });
    EXPECT_EQ(all->sessions_held, 2508);
    ASSERT_TRUE(as(district_, [&](const Desk& desk) { return offer_measures(programme_, desk); }));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;
    RecordProperty("seconds", std::to_string(seconds.count()));
}

INSTANTIATE_TEST_SUITE_P(Stores, MentoringStory, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace mentoring_story_test
}  // namespace pamong::mentoring

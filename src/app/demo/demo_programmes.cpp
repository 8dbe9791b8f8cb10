#include "app/demo/demo_desk.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/people/adapters/sql_people.h"
#include "features/programmes/adapters/sql_programme_store.h"
#include "features/programmes/adapters/template_reader.h"
#include "features/workshops/adapters/sql_workshop_store.h"
#include "platform/embedded.h"
#include "platform/regulation_table.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace programmes_example {
namespace {

using namespace mentoring;
using programmes::ParticipantRole;

Participant participant(DemoWorld& world, const OrgId& home, ParticipantRole role, std::optional<int> generation,
                        const std::string& name, const std::string& subject, int score) {
    Participant one;
    one.id = world.id<ParticipantId>();
    one.person = world.id<programmes::PersonId>();
    one.home_org = home;
    one.role = role;
    one.generation = generation;
    one.display_name = Private(name);
    one.subject = subject;
    one.level = "SMP";
    one.scores = {{"pedagogik", Exact(score)}};
    return one;
}

/// A session of a pair; most are held on the day, some a week late, some never.
Session example_session(DemoWorld& world, const Pair& pair, SessionKind kind, int cycle, Timestamp planned,
                        int held_of_hundred) {
    Session session;
    session.id = world.id<SessionId>();
    session.pair = pair.id;
    session.kind = kind;
    session.cycle = cycle;
    session.planned_minutes = usual_minutes(kind);
    session.first_planned_at = session.planned_at = planned;
    session.mentor_ok = session.mentee_ok = true;
    if (static_cast<int>(world.random.below(100)) >= held_of_hundred) return session;
    const std::int64_t late = world.random.below(10) == 0 ? 7 * 86400 : 0;
    return must(held(session, planned.plus_seconds(late), session.planned_minutes,
                     world.random.below(5) == 0 ? Side::mentee : Side::mentor));
}

constexpr std::array<SessionKind, 4> cycle_kinds{SessionKind::pre, SessionKind::observation, SessionKind::post,
                                                 SessionKind::reflection};

constexpr std::array<std::string_view, 4> exam_subjects{"Bahasa Indonesia", "Bahasa Inggris", "Matematika", "IPA"};

struct Generation {
    ParticipantRole role;
    int number;
    int people;
    int score_from;
    std::string_view place;
};

std::vector<Participant> partnership(DemoWorld& world, const std::vector<Generation>& generations,
                                     const std::vector<std::string>& districts) {
    std::vector<Participant> people;
    for (const Generation& generation : generations)
        for (int i = 0; i < generation.people; ++i) {
            Participant one = participant(world, world.ministry.id, generation.role, generation.number,
                                          example_name(world.random, world.random.below(2) == 0),
                                          std::string(exam_subjects[static_cast<std::size_t>(i) % 4]),
                                          generation.score_from + static_cast<int>(world.random.below(20)));
            // The able districts are others than the nineteen; a generation-3 teacher lives where a generation-2
            // teacher does.
            const auto region = static_cast<std::size_t>(generation.number == 3 ? i % 228 : i) % districts.size();
            one.district_name =
                generation.number == 1 ? "Kota mitra " + std::to_string(region + 1) + " (contoh)" : districts[region];
            one.district = uuid_for_name("district " + one.district_name);
            one.school_name = std::string(generation.place) + " " + std::to_string(i + 1) + " (contoh)";
            one.school = uuid_for_name(one.school_name);
            people.push_back(std::move(one));
        }
    return people;
}

}  // namespace

std::vector<std::string> nineteen_districts() {
    constexpr std::string_view file = "regulations/districts_mentioned.csv";
    auto table = must(RegulationTable::parse(file, embedded(file).value_or("")));
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.text(row, "why").contains("emitraan")) names.push_back(table.text(row, "name"));
    while (names.size() < 19) names.push_back("Kabupaten contoh " + std::to_string(names.size() + 1));
    return names;
}

void start_school_programme(DemoWorld& world, const ProgrammeId& programme, const std::string& name, Day starts_on) {
    DemoOffice& office = world.district;
    const people::School& school = office.schools.front();
    at_desk(world, office, "dinas", access::Role::district, [&](const Desk& desk) {
        must(programmes::create_programme(
            {programme, "peer_mentoring_school", name, starts_on.year(), starts_on, school.id.value}, desk.actor,
            desk.templates, desk.now, desk.random, desk.programmes));
        std::vector<Participant> people;
        for (std::size_t i = 1; i <= 18; ++i) {
            const people::Person& teacher = office.teachers[i];
            const bool mentors = i <= 6;
            Participant one = participant(world, office.id, mentors ? ParticipantRole::mentor : ParticipantRole::mentee,
                                          {}, teacher.name.reveal(), teacher.subject,
                                          mentors ? 75 + static_cast<int>(world.random.below(20))
                                                  : 45 + static_cast<int>(world.random.below(20)));
            one.person = {teacher.id.value};
            one.school = school.id.value;
            one.school_name = school.name;
            one.district = people::region_id("18.10");
            one.district_name = "Kabupaten Pringsewu";
            people.push_back(std::move(one));
        }
        return programmes::enrol(programme, people, desk.actor, desk.templates, desk.now, desk.programmes);
    });
    const MatchId match{uuid_for_name("example: match of " + name)};
    at_desk(world, office, "dinas", access::Role::district,
            [&](const Desk& desk) { return propose_match({match, programme, 0, {}}, desk); });
    at_desk(world, office, "dinas", access::Role::district,
            [&](const Desk& desk) { return publish_match(match, desk); });
}

std::string demo_peer_mentoring(DemoWorld& world) {
    DemoOffice& office = world.district;
    const people::School& school = office.schools.front();
    world.set_day(*day_of(2025, 7, 21));
    const ProgrammeId programme{uuid_for_name("example: peer mentoring")};
    programmes_example::start_school_programme(world, programme, "Mentoring sejawat " + school.name,
                                               *day_of(2025, 7, 21));
    at_desk(world, office, "dinas", access::Role::district,
            [&](const Desk& desk) { return record_consents(programme, desk); });
    const auto sessions =
        at_desk(world, office, "dinas", access::Role::district, [&](const Desk& desk) -> Result<std::int64_t> {
            std::vector<Session> all;
            // Three cycles a semester, as the handbook suggests: August, September, November.
            const std::array<Day, 3> starts{*day_of(2025, 8, 11), *day_of(2025, 9, 15), *day_of(2025, 11, 3)};
            for (const Pair& pair : desk.store.pairs_of(programme))
                for (int cycle = 0; cycle < 3; ++cycle)
                    for (std::size_t step = 0; step < cycle_kinds.size(); ++step) {
                        const Day day = starts[static_cast<std::size_t>(cycle)].plus(static_cast<int>(step) * 2);
                        const Timestamp planned{(static_cast<std::int64_t>(day.number) * 24 + 2) * 3'600'000'000};
                        // The first and the last observation took place everywhere: growth is seen from them.
                        const bool sure = cycle_kinds[step] == SessionKind::observation && cycle != 1;
                        all.push_back(
                            example_session(world, pair, cycle_kinds[step], cycle + 1, planned, sure ? 100 : 88));
                        if (sure)
                            world.observed.push_back({pair.mentor.value, pair.mentee.value, all.back().id.value,
                                                      cycle + 1, *all.back().held_at});
                    }
            return import_sessions(programme, all, desk);
        });
    world.set_day(*day_of(2025, 12, 15));
    const auto measures = at_desk(world, office, "dinas", access::Role::district,
                                  [&](const Desk& desk) { return offer_measures(programme, desk); });
    for (const auto& [name, ref] : measures) world.facts["mentoring " + name] = ref;
    return "6 mentor, 12 mentee, " + std::to_string(sessions) + " sesi: masuk sebagai mentor, guru, atau dinas";
}

std::string demo_partnership(DemoWorld& world) {
    DemoOffice& office = world.ministry;
    const auto districts = nineteen_districts();
    const auto run = [&](const std::string& name, int year, Day starts, const std::vector<Generation>& generations,
                         int steps) {
        world.set_day(starts);
        const ProgrammeId programme{uuid_for_name("example: " + name)};
        at_desk(world, office, "kementerian", access::Role::ministry, [&](const Desk& desk) {
            must(programmes::create_programme({programme, "program_kemitraan", name, year, starts, std::nullopt},
                                              desk.actor, desk.templates, desk.now, desk.random, desk.programmes));
            return programmes::enrol(programme, partnership(world, generations, districts), desk.actor, desk.templates,
                                     desk.now, desk.programmes);
        });
        for (int step = 0; step < steps; ++step) {
            const MatchId match{uuid_for_name("example: " + name + " step " + std::to_string(step))};
            at_desk(world, office, "kementerian", access::Role::ministry,
                    [&](const Desk& desk) { return propose_match({match, programme, step, {}}, desk); });
            at_desk(world, office, "kementerian", access::Role::ministry,
                    [&](const Desk& desk) { return publish_match(match, desk); });
        }
        at_desk(world, office, "kementerian", access::Role::ministry,
                [&](const Desk& desk) { return record_consents(programme, desk); });
        const auto pairs = at_desk(
            world, office, "kementerian", access::Role::ministry, [&](const Desk& desk) -> Result<std::int64_t> {
                std::vector<Session> sessions;
                for (const Pair& pair : desk.store.pairs_of(programme))
                    sessions.push_back(example_session(world, pair, SessionKind::remote, 1,
                                                       world.clock.now().plus_seconds(std::int64_t{30} * 86400), 80));
                return import_sessions(programme, sessions, desk);
            });
        world.clock.advance_seconds(std::int64_t{60} * 86400);
        at_desk(world, office, "kementerian", access::Role::ministry,
                [&](const Desk& desk) { return offer_measures(programme, desk); });
        return pairs;
    };
    // 2018: 1,748 teachers at one to two; 2019: 76 + 228 + 2,280 (regulations/partnership_targets_2019.csv).
    const auto first =
        run("Program Kemitraan 2018", 2018, *day_of(2018, 8, 6),
            {{ParticipantRole::mentor, 1, 583, 76, "SMP inti"}, {ParticipantRole::both, 2, 1165, 40, "SMP mitra"}}, 1);
    const auto second = run("Program Kemitraan 2019", 2019, *day_of(2019, 8, 5),
                            {{ParticipantRole::mentor, 1, 76, 76, "SMP inti"},
                             {ParticipantRole::both, 2, 228, 40, "SMP mitra"},
                             {ParticipantRole::mentee, 3, 2280, 35, "SMP imbas"}},
                            2);
    return "2018: " + std::to_string(first) + " pasangan; 2019: " + std::to_string(second) +
           " pasangan (76 + 228 + 2.280 guru): masuk sebagai kementerian";
}

}  // namespace programmes_example

std::string demo_peer_mentoring(DemoWorld& world) { return programmes_example::demo_peer_mentoring(world); }
std::string demo_partnership(DemoWorld& world) { return programmes_example::demo_partnership(world); }
std::vector<std::string> nineteen_districts() { return programmes_example::nineteen_districts(); }
void start_school_programme(DemoWorld& world, const programmes::ProgrammeId& programme, const std::string& name,
                            Day starts_on) {
    programmes_example::start_school_programme(world, programme, name, starts_on);
}

}  // namespace pamong::app

#include "app/demo/demo_desk.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/mentoring/usecases/match_mentors.h"
#include "features/mentoring/usecases/pairs.h"
#include "features/mentoring/usecases/records.h"
#include "features/mentoring/usecases/sessions.h"
#include "features/performance/adapters/regulations.h"
#include "features/performance/adapters/sql_appraisal_store.h"
#include "features/plans/adapters/sql_plan_store.h"
#include "features/scheduling/adapters/sql_timetable_store.h"
#include "features/workshops/adapters/sql_workshop_store.h"
#include "platform/embedded.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace this_week_example {
namespace {

using namespace mentoring;

/// The same day, or the Monday after a weekend.
Day school_day(Day day) {
    while (day.weekday() > 5) day = day.plus(1);
    return day;
}
Timestamp at_minute(Day day, int minute) {
    return {(static_cast<std::int64_t>(day.number) * 1440 + minute - 420) * 60'000'000};
}
constexpr int period_minutes = 40;
constexpr int third_period = 7 * 60 + 2 * period_minutes;

/// Five days of eight periods, 24 lessons each: what a full load looks like.
void fill_timetables(DemoWorld& world) {
    DemoOffice& office = world.district;
    const auto coordinator = world.actor(office, "dinas", access::Role::district);
    std::vector<timetables::Timetable> all;
    for (std::size_t i = 1; i <= 18; ++i) {
        timetables::Timetable one{world.uuid(), 1, office.teachers[i].id.value, *scheduling::make_week(5, 8), {}};
        while (one.busy.count() < 24) one.busy.add(static_cast<int>(world.random.below(40)));
        all.push_back(one);
    }
    must(world.store.write(world.scope(office, "dinas"), [&](store::Tx& tx) -> Done {
        timetables::SqlTimetableStore store(tx);
        return timetables::import_timetables(all, coordinator, world.clock.now(), store);
    }));
}

Session planned_session(DemoWorld& world, const Pair& pair, SessionKind kind, int cycle, Timestamp when,
                        bool mentee_ok) {
    Session session;
    session.id = world.id<SessionId>();
    session.pair = pair.id;
    session.kind = kind;
    session.cycle = cycle;
    session.planned_minutes = usual_minutes(kind);
    session.first_planned_at = session.planned_at = when;
    session.mentor_ok = true;
    session.mentee_ok = mentee_ok;
    return session;
}

/// One cycle lies behind every pair but one; the next begins on the coming school days.
std::vector<Session> sessions_of_this_term(DemoWorld& world, const std::vector<Pair>& pairs) {
    const Uuid guru = world.district.teachers[7].id.value;
    const Uuid mentor = world.district.teachers[1].id.value;
    const Day due = school_day(world.today);
    std::vector<Session> all;
    bool visit_today = true;
    bool silent_yet = false;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const Pair& pair = pairs[k];
        // One pair has not met at all, so that somebody has to ask how they are.
        const bool silent = !silent_yet && pair.mentee.value != guru && pair.mentor.value != mentor;
        silent_yet = silent_yet || silent;
        int days_ago = 18;
        for (const SessionKind kind : {SessionKind::pre, SessionKind::observation, SessionKind::post}) {
            Day day = world.today.plus(-days_ago);
            if (day.weekday() > 5) day = day.plus(-2);
            const Timestamp when = at_minute(day, third_period);
            Session session = planned_session(world, pair, kind, 1, when, true);
            if (!silent) session = must(held(session, when, session.planned_minutes, Side::mentee));
            all.push_back(std::move(session));
            days_ago -= 2;
        }
        if (silent) continue;
        const auto after = static_cast<int>(k % 3);
        all.push_back(planned_session(world, pair, SessionKind::pre, 2, at_minute(school_day(due.plus(1 + after)), 600),
                                      pair.mentee.value != guru));
        // Today the example mentor visits a class.
        const bool today = visit_today && pair.mentor.value == mentor;
        if (today) visit_today = false;
        all.push_back(planned_session(world, pair, SessionKind::observation, 2,
                                      at_minute(today ? due : school_day(due.plus(4 + after)), third_period), true));
    }
    return all;
}

void run_this_term(DemoWorld& world) {
    DemoOffice& office = world.district;
    const ProgrammeId programme{uuid_for_name("example: this term")};
    const Day starts_on = world.today.plus(-35);
    world.set_day(starts_on);
    start_school_programme(world, programme, "Mentoring sejawat semester ini, " + office.schools.front().name,
                           starts_on);
    const auto pairs =
        at_desk(world, office, "dinas", access::Role::district,
                [&](const Desk& desk) -> Result<std::vector<Pair>> { return desk.store.pairs_of(programme); });
    world.set_day(starts_on.plus(1));
    for (std::size_t k = 0; k < pairs.size(); ++k)
        for (const auto& person : {pairs[k].mentor, pairs[k].mentee}) {
            const access::Actor actor =
                world.teacher(person.value, person == pairs[k].mentor ? access::Role::mentor : access::Role::teacher);
            at_desk_of(world, actor, [&](const Desk& desk) {
                const auto now = own_pair(pairs[k].id, desk);
                return answer_pair({world.id<CommandId>(), pairs[k].id, now->pair.revision, PairAnswer::accepted},
                                   desk);
            });
        }
    const auto sessions = sessions_of_this_term(world, pairs);
    world.set_day(world.today.plus(-12));
    at_desk(world, office, "dinas", access::Role::district,
            [&](const Desk& desk) { return import_sessions(programme, sessions, desk); });
    const Uuid guru = office.teachers[7].id.value;
    for (const Pair& pair : pairs) {
        if (pair.mentee.value != guru) continue;
        const access::Actor own = world.teacher(guru);
        at_desk_of(world, own, [&](const Desk& desk) {
            return agree_action({world.uuid(), pair.id, std::nullopt,
                                 Private<std::string>("Menulis satu saran langkah berikutnya di tugas kelas VIII-A"),
                                 pair.mentee, world.today.plus(2)},
                                desk);
        });
    }
}

/// Three appraisals of the running year: shared with the example teacher, observed and waiting for a rating, and new.
void appraise_this_year(DemoWorld& world) {
    using namespace performance;
    DemoOffice& office = world.district;
    const Uuid school = office.schools.front().id.value;
    const auto rules = must(read_performance_rules([](std::string_view path) { return embedded(path); }));
    const access::Actor principal(world.accounts.at("kepsek"), office.id, office.teachers.front().id.value,
                                  {{access::Role::principal, access::ScopeKind::school, school}});
    world.set_day(world.today.plus(-2));
    must(world.store.write(world.scope(office, "kepsek"), [&](store::Tx& tx) -> Done {
        SqlAppraisalStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        const AppraisalDesk desk{principal, world.clock.now(), store,
                                 evidence,  rules.matrix,      office.teachers.front().name.reveal()};
        for (const std::size_t i : {8U, 9U, 10U}) {
            const people::Person& teacher = office.teachers[i];
            const AppraisalId id{uuid_for_name("example: appraisal this year " + to_string(teacher.id))};
            must(open_appraisal({id, teacher.id.value, school, world.today.year(), "UBK"}, desk));
            if (i == 10) continue;
            int days_ago = 20;
            for (const auto step :
                 {PracticeStep::preparation_talk, PracticeStep::observation, PracticeStep::follow_up_talk,
                  PracticeStep::follow_up_effort, PracticeStep::reflection}) {
                Day day = world.today.plus(-days_ago);
                if (day.weekday() > 5) day = day.plus(-2);
                must(record_step(id, step,
                                 {day,
                                  "Ruang guru",
                                  {teacher.name},
                                  Private<std::string>("Catatan contoh."),
                                  Private<std::string>("Mencoba umpan balik yang menyebut usaha murid.")},
                                 std::nullopt, desk));
                days_ago -= 3;
            }
        }
        return {};
    }));
}

/// Next year's plan of one teacher waits for the principal.
void propose_next_plan(DemoWorld& world) {
    using namespace plans;
    DemoOffice& office = world.district;
    const people::Person& teacher = office.teachers[9];
    const access::Actor own = world.teacher(teacher.id.value);
    const int year = world.today.year() + 1;
    world.set_day(world.today.plus(-1));
    must(world.store.write(world.scope_of(teacher.id.value), [&](store::Tx& tx) -> Result<Plan> {
        SqlPlanStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        Plan plan;
        plan.id = {uuid_for_name("example: next plan")};
        plan.revision = 0;
        plan.person_id = teacher.id.value;
        plan.school_id = office.schools.front().id.value;
        plan.title = "Rencana pengembangan diri " + std::to_string(year);
        plan.starts_on = *day_of(year, 1, 1);
        plan.ends_on = *day_of(year, 12, 31);
        plan.items.push_back({world.uuid(), NeedSource::observation, "1.2", "Murid belum menilai pekerjaannya sendiri",
                              "Memakai lembar penilaian diri setiap bulan", "Lembar terisi dari dua kelas",
                              *day_of(year, 6, 30), ItemState::open, ""});
        must(save_plan(plan, own, world.clock.now(), store));
        return move_plan(plan.id, PlanState::proposed, "", own, world.clock.now(), store, evidence);
    }));
}

void plan_next_workshop(DemoWorld& world) {
    using namespace workshops;
    const auto actor = world.actor(world.quality_body, "fasilitator", access::Role::facilitator);
    const Day day = school_day(world.today.plus(5));
    must(world.store.write(world.scope(world.quality_body, "fasilitator"), [&](store::Tx& tx) -> Result<Workshop> {
        SqlWorkshopStore store(tx);
        std::vector<Member> members;
        for (int i = 1; i <= 12; ++i) {
            Member member;
            member.id = world.id<MemberId>();
            member.name = Private(example_name(world.random, world.random.below(2) == 0));
            member.role = i <= 10 ? MemberRole::participant : MemberRole::practice_mentor;
            member.school = "SMP Lombok Timur (contoh)";
            member.level = "SMP";
            member.code = i <= 10 ? (i < 10 ? "CGP-0" : "CGP-") + std::to_string(i) : "PP-0" + std::to_string(i - 10);
            members.push_back(std::move(member));
        }
        return plan_workshop({{uuid_for_name("example: next workshop")},
                              {},
                              "Lokakarya 8: Rencana Kerja Guru Penggerak, kelas berikutnya",
                              day,
                              "SMP di Lombok Timur (contoh)",
                              members},
                             workshop8_template(), actor, store);
    }));
}

}  // namespace

std::string demo_this_week(DemoWorld& world) {
    fill_timetables(world);
    run_this_term(world);
    appraise_this_year(world);
    propose_next_plan(world);
    plan_next_workshop(world);
    world.clock.set(at_minute(world.today, 6 * 60));
    return "kunjungan hari ini, sesi yang menunggu jawaban, rencana dan penilaian yang menunggu: halaman Beranda";
}

}  // namespace this_week_example

std::string demo_this_week(DemoWorld& world) { return this_week_example::demo_this_week(world); }

}  // namespace pamong::app

#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "features/access/domain/actor.h"
#include "features/evidence/domain/evidence.h"
#include "features/people/usecases/roster.h"
#include "platform/store/store.h"

namespace pamong::app {

/// One of the example's offices with its people.
struct DemoOffice {
    OrgId id;
    std::string name;
    std::vector<people::School> schools{};
    std::vector<people::Person> teachers{};   ///< in the order of their schools
    std::map<Uuid, std::size_t> school_of{};  ///< person id -> index into schools
};

/// An observation session of the peer mentoring programme that was held; its filled form comes in a later step.
struct DemoObserved {
    Uuid mentor;
    Uuid mentee;
    Uuid session;
    int cycle = 1;
    Timestamp held_at;
};

/// What the steps of the example hand to each other. Everything is made from one seed and one clock, so two runs give
/// the same records, on SQLite and on PostgreSQL.
struct DemoWorld {
    store::Store& store;
    FixedClock& clock;
    Random& random;
    std::filesystem::path out;
    Day today{};  ///< the week that the home pages show

    DemoOffice district{};                        ///< Kabupaten Pringsewu: peer mentoring, appraisal, class results
    DemoOffice ministry{};                        ///< the directorate: Program Kemitraan
    DemoOffice quality_body{};                    ///< the centre in NTB: Lokakarya 8
    std::map<std::string, AccountId> accounts{};  ///< by login
    /// Facts of the peer mentoring programme that the evaluation cites, by name.
    std::map<std::string, evidence::ItemRef> facts{};
    std::map<Uuid, AccountId> account_of{};  ///< by person: mentors and mentees of the first school
    std::vector<DemoObserved> observed{};

    [[nodiscard]] store::Scope scope(const DemoOffice& office, const std::string& login) {
        return {office.id, accounts.at(login), clock.now()};
    }
    /// Somebody with a role for the whole office, as the steps that run without hands need it.
    [[nodiscard]] access::Actor actor(const DemoOffice& office, const std::string& login, access::Role role) const {
        return {accounts.at(login), office.id, {}, {{role, access::ScopeKind::all}}};
    }
    template <class IdType>
    IdType id() {
        return make_id<IdType>(clock.now(), random);
    }
    Uuid uuid() { return make_uuid(clock.now(), random); }
    /// A teacher of the first school, who acts for herself or himself.
    [[nodiscard]] access::Actor teacher(const Uuid& person, access::Role role = access::Role::teacher) const {
        return {account_of.at(person), district.id, person, {{role, access::ScopeKind::person, person}}};
    }
    [[nodiscard]] store::Scope scope_of(const Uuid& person) {
        return {district.id, account_of.at(person), clock.now()};
    }
    void set_day(Day day, int hour = 8) {
        clock.set({(static_cast<std::int64_t>(day.number) * 24 + hour - 7) * 3'600'000'000});
    }
};

/// A step prints what it made and where to look; a refusal is a mistake of the example and stops it.
struct DemoStep {
    std::string_view title;
    std::string (*run)(DemoWorld& world);  ///< returns one line: what is there now, and where to look
};
std::span<const DemoStep> demo_steps();

/// A made-up name, clearly an example by its place in the example offices.
std::string example_name(Random& random, bool female);

/// The 19 districts of the evaluation round: the named ones (regulations/districts_mentioned.csv), then made-up ones.
std::vector<std::string> nineteen_districts();

/// Unwraps a result of a use case; the problem's code and place become the message of a logic_error.
template <class T>
T must(Result<T> result) {
    expects(result.has_value(), result ? "" : "example: " + result.error().code + " " + result.error().at);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::string demo_offices(DemoWorld& world);
std::string demo_roster(DemoWorld& world);
std::string demo_logins(DemoWorld& world);
std::string demo_competence(DemoWorld& world);
std::string demo_workshop(DemoWorld& world);
std::string demo_class_results(DemoWorld& world);
std::string demo_observations(DemoWorld& world);
std::string demo_peer_mentoring(DemoWorld& world);
std::string demo_partnership(DemoWorld& world);
std::string demo_partnership_evaluation(DemoWorld& world);
std::string demo_appraisals(DemoWorld& world);
std::string demo_questionnaires(DemoWorld& world);
std::string demo_plans(DemoWorld& world);
std::string demo_interviews(DemoWorld& world);
std::string demo_evaluation(DemoWorld& world);
std::string demo_this_week(DemoWorld& world);

/// Runs all steps, printing each with its time once it is in the database. After an interruption it starts anew.
/// Problems: those of begin_example().
Done run_demo(DemoWorld& world, std::ostream& out);

}  // namespace pamong::app

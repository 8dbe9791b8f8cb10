#include "features/competence/usecases/scores.h"

#include <algorithm>

namespace pamong::competence {
namespace {

/// The fact as it enters the evidence graph; members in this order for ever, so that equal facts have equal hashes.
std::string evidence_content(const TestScore& score) {
    return "{" + (score.pedagogic ? "\"pedagogic\":\"" + to_string(*score.pedagogic) + "\"," : std::string{}) +
           (score.professional ? "\"professional\":\"" + to_string(*score.professional) + "\"," : std::string{}) +
           "\"test\":\"" + score.test + "\",\"total\":\"" + to_string(score.total) +
           "\",\"year\":" + std::to_string(score.year) + "}";
}

Done check_all(const std::vector<TestScore>& scores) {
    Problem problem{"competence.rows_wrong", "", {}, {}};
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (auto fine = check_score(scores[i]); !fine) {
            fine.error().at = "[" + std::to_string(i) + "]." + fine.error().at;
            problem.parts.push_back(std::move(fine.error()));
        }
    if (problem.parts.empty()) return {};
    problem.values["count"] = std::to_string(problem.parts.size());
    return refused(std::move(problem));
}

/// Everybody within reach who has a score of the test, with their group.
class Grouping {
  public:
    Grouping(GroupBy by, const access::Reach& reach, people::PeopleDirectory& people)
        : by_(by), reach_(reach), regions_(people.regions()) {
        for (people::School& school : people.schools()) {
            auto& above = above_[school.region_id];
            if (above.empty()) above = people.regions_above(school.region_id);
            schools_.emplace(school.id.value, std::move(school));
        }
    }

    [[nodiscard]] std::optional<GroupedScore> group_of(const people::PersonNow& person, const TestScore& score) const {
        GroupedScore grouped{"", "", score.person_id, score.total};
        if (person.school_id)
            grouped.own_school = std::ranges::find(reach_.schools, person.school_id->value) != reach_.schools.end();
        if (by_ == GroupBy::subject) {
            grouped.key = grouped.name = score.subject.empty() ? person.person.subject : score.subject;
            return grouped;
        }
        if (!person.school_id) return std::nullopt;
        const auto school = schools_.find(person.school_id->value);
        if (school == schools_.end()) return std::nullopt;
        if (by_ == GroupBy::school) {
            grouped.key = to_string(school->first);
            grouped.name = school->second.name;
            return grouped;
        }
        const auto wanted = by_ == GroupBy::district ? people::RegionLevel::district : people::RegionLevel::province;
        for (const Uuid& id : above_.at(school->second.region_id))
            if (const auto region = regions_.find(id); region != regions_.end() && region->second.level == wanted) {
                grouped.key = to_string(id);
                grouped.name = region->second.name;
                return grouped;
            }
        return std::nullopt;
    }

  private:
    GroupBy by_;
    const access::Reach& reach_;
    std::map<Uuid, people::Region> regions_;
    std::map<Uuid, people::School> schools_{};
    std::map<Uuid, std::vector<Uuid>> above_{};  ///< the regions above a school's region
};

const CompetenceTest* test_with(const std::vector<CompetenceTest>& tests, const AskGaps& ask) {
    const auto found = std::ranges::find_if(
        tests, [&](const CompetenceTest& one) { return one.code == ask.test && one.year == ask.year; });
    return found == tests.end() ? nullptr : &*found;
}

}  // namespace

Result<Recorded> record_scores(const std::vector<TestScore>& scores, bool write, const access::Actor& actor,
                               Timestamp now, ScoreStore& store, evidence::EvidenceStore& evidence) {
    if (!actor.may(access::import_competence, {})) return access::not_permitted(access::import_competence);
    if (auto fine = check_all(scores); !fine) return refused(std::move(fine.error()));
    std::vector<ScoreId> ids;
    for (const TestScore& score : scores) ids.push_back(score.id);
    const auto known = store.newest_of(ids);
    Recorded recorded;
    std::vector<std::pair<std::int64_t, TestScore>> revisions;
    std::vector<evidence::Offer> offers;
    for (const TestScore& score : scores) {
        const auto found = known.find(score.id.value);
        if (found != known.end() && found->second.second == score) {
            ++recorded.unchanged;
            continue;
        }
        ++(found == known.end() ? recorded.added : recorded.changed);
        revisions.emplace_back(found == known.end() ? 1 : found->second.first + 1, score);
        offers.push_back({evidence::Kind::score, score.id.value, score.test + " " + std::to_string(score.year),
                          evidence_content(score)});
    }
    if (!write || revisions.empty()) return recorded;
    store.add(revisions, now);
    evidence::offer(offers, now, evidence);
    store.journal("competence.recorded", revisions.front().second.id.value);
    return recorded;
}

Result<GapReport> gap_report(const AskGaps& ask, const std::vector<CompetenceTest>& tests, const access::Actor& actor,
                             ScoreStore& store, people::PeopleDirectory& people) {
    if (!actor.may(access::read_competence)) return access::not_permitted(access::read_competence);
    const CompetenceTest* test = test_with(tests, ask);
    if (test == nullptr) return refused("competence.unknown_test");
    const access::Reach reach = actor.reach(access::read_competence);
    const Grouping grouping(ask.by, reach, people);
    std::map<Uuid, people::PersonNow> within;
    for (people::PersonNow& one : people.people(reach)) within.emplace(one.person.id.value, std::move(one));

    std::vector<GroupedScore> grouped;
    std::vector<GroupedScore> everybody;
    for (const TestScore& score : store.of_test(ask.test, ask.year)) {
        const auto person = within.find(score.person_id);
        if (person == within.end()) continue;
        auto one = grouping.group_of(person->second, score);
        if (!one) continue;
        everybody.push_back({"", "", one->person_id, one->total, one->own_school});
        grouped.push_back(std::move(*one));
    }
    GapReport report{*test, gaps_by_group(std::move(grouped), test->minimum)};
    if (auto whole = gaps_by_group(std::move(everybody), test->minimum); !whole.empty())
        report.whole = std::move(whole.front());
    return report;
}

Result<std::vector<TestScore>> scores_of(const Uuid& person, const access::Actor& actor, ScoreStore& store,
                                         people::PeopleDirectory& people) {
    if (actor.is(person)) return store.of_person(person);
    if (!actor.may(access::read_competence)) return access::not_permitted(access::read_competence);
    const auto there = people.person({person});
    if (!there) return refused("people.not_found");
    access::Where where;
    if (there->school_id)
        if (const auto school = people.school(*there->school_id)) where = people::where_is(*school, people);
    where.person = person;
    if (!actor.may(access::read_competence, where)) return refused("people.not_found");
    return store.of_person(person);
}

Result<evidence::ItemRef> offer_gaps(const AskGaps& ask, const std::vector<CompetenceTest>& tests,
                                     const access::Actor& actor, Timestamp now, ScoreStore& store,
                                     people::PeopleDirectory& people, evidence::EvidenceStore& evidence) {
    auto report = gap_report(ask, tests, actor, store, people);
    if (!report) return refused(report.error());
    if (!report->whole || report->whole->hidden) return refused("competence.nothing_to_show");
    std::vector<Uuid> ids;
    for (const TestScore& score : store.of_test(ask.test, ask.year)) ids.push_back(score.id.value);
    evidence::Offer whole{evidence::Kind::result, uuid_for_name("gap of " + ask.test + " " + std::to_string(ask.year)),
                          "Rerata " + ask.test + " " + std::to_string(ask.year) + " terhadap batas",
                          "{\"below\":" + std::to_string(*report->whole->below) + ",\"mean\":" +
                              to_string(*report->whole->mean, 4) + ",\"minimum\":" + to_string(report->test.minimum) +
                              ",\"n\":" + std::to_string(report->whole->people) + "}"};
    for (const auto& [score, newest] : evidence.newest_of(ids))
        whole.rests_on.emplace_back(evidence::ItemRef{score, newest.first}, evidence::Why::derived_from);
    store.journal("competence.gaps_offered", whole.id);
    return evidence::offer(whole, now, evidence);
}

}  // namespace pamong::competence

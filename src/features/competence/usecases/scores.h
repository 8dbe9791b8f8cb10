#pragma once

#include <map>

#include "features/access/domain/actor.h"
#include "features/competence/domain/gap.h"
#include "features/competence/domain/score.h"
#include "features/evidence/usecases/evidence.h"
#include "features/people/usecases/directory.h"

namespace pamong::competence {

class ScoreStore {
  public:
    virtual ~ScoreStore() = default;
    /// The newest revisions of these scores, with their revision.
    virtual std::map<Uuid, std::pair<std::int64_t, TestScore>> newest_of(const std::vector<ScoreId>& ids) = 0;
    virtual void add(const std::vector<std::pair<std::int64_t, TestScore>>& revisions, Timestamp now) = 0;
    virtual std::vector<TestScore> of_test(const std::string& test, std::int64_t year) = 0;
    virtual std::vector<TestScore> of_person(const Uuid& person) = 0;
    virtual void journal(std::string_view action, const Uuid& subject) = 0;
};

struct Recorded {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

/// Records test scores, all or none; the same again changes nothing, another content is the next revision. Each is
/// offered as evidence. `write` false only counts what would happen.
/// Problems: access.not_permitted, competence.rows_wrong with one part a wrong score.
Result<Recorded> record_scores(const std::vector<TestScore>& scores, bool write, const access::Actor& actor,
                               Timestamp now, ScoreStore& store, evidence::EvidenceStore& evidence);

enum class GroupBy { subject, school, district, province };
BOOST_DESCRIBE_ENUM(GroupBy, subject, school, district, province)

struct GapReport {
    CompetenceTest test;
    std::vector<Gap> groups;
    std::optional<Gap> whole{};  ///< all within reach; nothing when there is no score
};

/// Needs of the people within reach, by group. Problems: access.not_permitted, competence.unknown_test.
struct AskGaps {
    std::string test;
    std::int64_t year = 0;
    GroupBy by = GroupBy::subject;
};
Result<GapReport> gap_report(const AskGaps& ask, const std::vector<CompetenceTest>& tests, const access::Actor& actor,
                             ScoreStore& store, people::PeopleDirectory& people);

/// The scores of one person, newest first: one's own, or of somebody within reach.
/// Problems: access.not_permitted, people.not_found.
Result<std::vector<TestScore>> scores_of(const Uuid& person, const access::Actor& actor, ScoreStore& store,
                                         people::PeopleDirectory& people);

/// Offers the mean of everybody, and of each subject that may be shown, as facts that rest on the scores, so that a
/// report can cite them. Problems: as gap_report().
Result<evidence::ItemRef> offer_gaps(const AskGaps& ask, const std::vector<CompetenceTest>& tests,
                                     const access::Actor& actor, Timestamp now, ScoreStore& store,
                                     people::PeopleDirectory& people, evidence::EvidenceStore& evidence);

}  // namespace pamong::competence

#include "features/mentoring/adapters/sql_mentoring_store.h"
#include "platform/json/json.h"

namespace pamong::mentoring {
namespace {

struct PairRow {
    OrgId org_id;
    PairId id;
    std::int64_t revision = 1;
    ProgrammeId programme_id;
    std::optional<MatchId> match_id;
    ParticipantId mentor_participant_id;
    ParticipantId mentee_participant_id;
    PersonId mentor_id;
    PersonId mentee_id;
    PairAnswer mentor_answer = PairAnswer::open;
    PairAnswer mentee_answer = PairAnswer::open;
    JsonText reasons;
    Day starts_on;
    Day ends_on;
    std::optional<Day> ended_on;
    Timestamp made_at;
};
BOOST_DESCRIBE_STRUCT(PairRow, (),
                      (org_id, id, revision, programme_id, match_id, mentor_participant_id, mentee_participant_id,
                       mentor_id, mentee_id, mentor_answer, mentee_answer, reasons, starts_on, ends_on, ended_on,
                       made_at))
struct PairVersion {
    PairAnswer mentor_answer = PairAnswer::open;
    PairAnswer mentee_answer = PairAnswer::open;
    std::optional<Day> ended_on;
};
BOOST_DESCRIBE_STRUCT(PairVersion, (), (mentor_answer, mentee_answer, ended_on))
struct VersionRow {
    OrgId org_id;
    Uuid id;
    std::int64_t revision = 1;
    std::string kind;
    JsonText content;
    Timestamp replaced_at;
    AccountId replaced_by;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (org_id, id, revision, kind, content, replaced_at, replaced_by))
struct FaceRow {
    ParticipantId participant_id;
    PersonId person_id;
    Private<std::string> display_name;
    std::string subject;
    std::string school_name;
    std::optional<Uuid> school_id;
    std::optional<Uuid> district_id;
};
BOOST_DESCRIBE_STRUCT(FaceRow, (),
                      (participant_id, person_id, display_name, subject, school_name, school_id, district_id))

constexpr std::string_view select_pair = R"sql(
    select org_id, id, revision, programme_id, match_id, mentor_participant_id, mentee_participant_id, mentor_id,
           mentee_id, mentor_answer, mentee_answer, reasons, starts_on, ends_on, ended_on, made_at
    from mentoring_pair
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_pairs_of_programme = R"sql(
    select org_id, id, revision, programme_id, match_id, mentor_participant_id, mentee_participant_id, mentor_id,
           mentee_id, mentor_answer, mentee_answer, reasons, starts_on, ends_on, ended_on, made_at
    from mentoring_pair
    where org_id = $1
      and programme_id = $2
    order by id
)sql";
constexpr std::string_view select_pairs_with = R"sql(
    select org_id, id, revision, programme_id, match_id, mentor_participant_id, mentee_participant_id, mentor_id,
           mentee_id, mentor_answer, mentee_answer, reasons, starts_on, ends_on, ended_on, made_at
    from mentoring_pair
    where org_id = $1
      and (mentor_id = $2 or mentee_id = $2)
    order by starts_on desc, id
)sql";
constexpr std::string_view update_pair = R"sql(
    update mentoring_pair
    set revision = $4, mentor_answer = $5, mentee_answer = $6, ended_on = $7
    where org_id = $1
      and id = $2
      and revision = $3
)sql";
constexpr std::string_view accept_all = R"sql(
    update mentoring_pair
    set revision = revision + 1, mentor_answer = 'accepted', mentee_answer = 'accepted'
    where org_id = $1
      and id in {ids $2}
)sql";
constexpr std::string_view select_faces_of_programme = R"sql(
    select participant_id, person_id, display_name, subject, school_name, school_id, district_id
    from programmes_participant_view
    where org_id = $1
      and programme_id = $2
    order by participant_id
)sql";
constexpr std::string_view select_faces = R"sql(
    select participant_id, person_id, display_name, subject, school_name, school_id, district_id
    from programmes_participant_view
    where org_id = $1
      and participant_id in {ids $2}
    order by participant_id
)sql";

Pair pair_from(PairRow&& row) {
    return {row.id,
            row.revision,
            row.programme_id,
            row.match_id,
            row.mentor_participant_id,
            row.mentee_participant_id,
            row.mentor_id,
            row.mentee_id,
            row.mentor_answer,
            row.mentee_answer,
            std::move(row.reasons.text),
            row.starts_on,
            row.ends_on,
            row.ended_on};
}

std::vector<Pair> pairs_from_rows(std::vector<PairRow>&& rows) {
    std::vector<Pair> pairs;
    pairs.reserve(rows.size());
    for (auto& row : rows) pairs.push_back(pair_from(std::move(row)));
    return pairs;
}

}  // namespace

void SqlMentoringStore::keep_version(std::string_view kind, const Uuid& id, std::int64_t revision,
                                     const std::string& content, Timestamp now) {
    tx_.insert("mentoring_version",
               VersionRow{tx_.owner(), id, revision, std::string(kind), {content}, now, tx_.account()});
}

void SqlMentoringStore::add_pairs(const std::vector<Pair>& pairs, Timestamp now) {
    std::vector<PairRow> rows;
    rows.reserve(pairs.size());
    for (const Pair& pair : pairs)
        rows.push_back({tx_.owner(),
                        pair.id,
                        pair.revision,
                        pair.programme,
                        pair.match,
                        pair.mentor_participant,
                        pair.mentee_participant,
                        pair.mentor,
                        pair.mentee,
                        pair.mentor_answer,
                        pair.mentee_answer,
                        {pair.reasons},
                        pair.starts_on,
                        pair.ends_on,
                        pair.ended_on,
                        now});
    tx_.insert_all("mentoring_pair", rows);
    for (const Pair& pair : pairs) tx_.journal("pair.made", "pair", pair.id.value);
}

std::optional<Pair> SqlMentoringStore::find_pair(const PairId& id) {
    auto row = tx_.one<PairRow>(select_pair, tx_.owner(), id);
    if (!row) return std::nullopt;
    return pair_from(std::move(*row));
}

std::vector<Pair> SqlMentoringStore::pairs_of(const ProgrammeId& programme) {
    return pairs_from_rows(tx_.all<PairRow>(select_pairs_of_programme, tx_.owner(), programme));
}

std::vector<Pair> SqlMentoringStore::pairs_with(const PersonId& person) {
    return pairs_from_rows(tx_.all<PairRow>(select_pairs_with, tx_.owner(), person));
}

bool SqlMentoringStore::replace_pair(const Pair& before, const Pair& after, Timestamp now) {
    if (tx_.run(update_pair, tx_.owner(), before.id, before.revision, after.revision, after.mentor_answer,
                after.mentee_answer, after.ended_on) == 0)
        return false;
    keep_version("pair", before.id.value, before.revision,
                 to_json(PairVersion{before.mentor_answer, before.mentee_answer, before.ended_on}), now);
    tx_.journal("pair.answered", "pair", after.id.value);
    return true;
}

void SqlMentoringStore::accept_pairs(const std::vector<PairId>& pairs, Timestamp now) {
    std::vector<VersionRow> versions;
    const std::set<PairId> wanted(pairs.begin(), pairs.end());
    for (const PairId& id : wanted)
        if (const auto pair = find_pair(id))
            versions.push_back({tx_.owner(),
                                id.value,
                                pair->revision,
                                "pair",
                                {to_json(PairVersion{pair->mentor_answer, pair->mentee_answer, pair->ended_on})},
                                now,
                                tx_.account()});
    tx_.insert_all("mentoring_version", versions);
    tx_.run(accept_all, tx_.owner(), to_json(pairs));
    for (const PairId& id : wanted) tx_.journal("pair.consent_recorded", "pair", id.value);
}

std::map<PersonId, Face> SqlMentoringStore::faces_of(const std::vector<Pair>& pairs) {
    std::set<ProgrammeId> programmes;
    std::vector<ParticipantId> ids;
    for (const Pair& pair : pairs) {
        programmes.insert(pair.programme);
        ids.push_back(pair.mentor_participant);
        ids.push_back(pair.mentee_participant);
    }
    std::map<PersonId, Face> faces;
    const auto take = [&](FaceRow&& row) {
        faces[row.person_id] = {row.person_id,   row.display_name, row.subject,
                                row.school_name, row.school_id,    row.district_id};
    };
    if (pairs.size() > 200)
        for (const ProgrammeId& programme : programmes)
            tx_.each<FaceRow>(select_faces_of_programme, take, tx_.owner(), programme);
    else if (!ids.empty()) tx_.each<FaceRow>(select_faces, take, tx_.owner(), to_json(ids));
    return faces;
}

}  // namespace pamong::mentoring

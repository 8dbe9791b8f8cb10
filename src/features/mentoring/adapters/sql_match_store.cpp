#include "features/mentoring/adapters/sql_mentoring_store.h"
#include "features/mentoring/adapters/wire.h"
#include "platform/crypto/crypto.h"

namespace pamong::mentoring {
namespace {

struct CommandRow {
    std::string content_hash;
};
BOOST_DESCRIBE_STRUCT(CommandRow, (), (content_hash))
struct MatchRow {
    OrgId org_id;
    MatchId id;
    ProgrammeId programme_id;
    std::int32_t step = 0;
    MatchState state = MatchState::proposed;
    JsonText settings;
    std::string method;
    std::int64_t seed = 0;
    std::int64_t placed = 0;
    std::int64_t unmatched = 0;
    std::int64_t total_cost = 0;
    std::int64_t gap = 0;
    Timestamp made_at;
};
BOOST_DESCRIBE_STRUCT(MatchRow, (),
                      (org_id, id, programme_id, step, state, settings, method, seed, placed, unmatched, total_cost,
                       gap, made_at))
struct MatchPairRow {
    OrgId org_id;
    Uuid id;
    MatchId match_id;
    ParticipantId mentor_participant_id;
    ParticipantId mentee_participant_id;
    std::int64_t cost = 0;
    JsonText reasons;
    std::optional<ParticipantId> next_participant_id;
    std::optional<std::int64_t> next_at_least;
};
BOOST_DESCRIBE_STRUCT(MatchPairRow, (),
                      (org_id, id, match_id, mentor_participant_id, mentee_participant_id, cost, reasons,
                       next_participant_id, next_at_least))
struct UnmatchedRow {
    OrgId org_id;
    MatchId match_id;
    ParticipantId mentee_participant_id;
    std::string why;
    JsonText blocking_rules;
};
BOOST_DESCRIBE_STRUCT(UnmatchedRow, (), (org_id, match_id, mentee_participant_id, why, blocking_rules))
struct PlaceRow {
    OrgId org_id;
    ParticipantId id;
    ProgrammeId programme_id;
    std::int32_t most_mentees = 1;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (org_id, id, programme_id, most_mentees))
struct OpenPairsRow {
    ParticipantId id;
    std::int64_t open_pairs = 0;
};
BOOST_DESCRIBE_STRUCT(OpenPairsRow, (), (id, open_pairs))

constexpr std::string_view select_command =
    R"sql(select content_hash from mentoring_command where org_id = $1 and id = $2)sql";
constexpr std::string_view insert_command = R"sql(
    insert into mentoring_command (org_id, id, content_hash, applied_at)
    values ($1, $2, $3, $4)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view insert_match = R"sql(
    insert into mentoring_match (org_id, id, programme_id, step, state, settings, method, seed, placed, unmatched,
        total_cost, gap, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
)sql";
constexpr std::string_view select_match = R"sql(
    select org_id, id, programme_id, step, state, settings, method, seed, placed, unmatched, total_cost, gap, made_at
    from mentoring_match
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_matches = R"sql(
    select org_id, id, programme_id, step, state, settings, method, seed, placed, unmatched, total_cost, gap, made_at
    from mentoring_match
    where org_id = $1
      and programme_id = $2
    order by made_at, id
)sql";
constexpr std::string_view select_match_pairs = R"sql(
    select org_id, id, match_id, mentor_participant_id, mentee_participant_id, cost, reasons, next_participant_id,
           next_at_least
    from mentoring_match_pair
    where org_id = $1
      and match_id = $2
    order by mentor_participant_id, mentee_participant_id
)sql";
constexpr std::string_view select_unmatched = R"sql(
    select org_id, match_id, mentee_participant_id, why, blocking_rules
    from mentoring_match_unmatched
    where org_id = $1
      and match_id = $2
    order by mentee_participant_id
)sql";
constexpr std::string_view update_match_published = R"sql(
    update mentoring_match
    set state = $3, published_at = $4
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view update_match_state = R"sql(
    update mentoring_match
    set state = $3
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_known_places = R"sql(
    select org_id, id, programme_id, most_mentees
    from mentoring_mentor_place
    where org_id = $1
      and programme_id = $2
    order by id
)sql";
constexpr std::string_view insert_place = R"sql(
    insert into mentoring_mentor_place (org_id, id, programme_id, most_mentees)
    values ($1, $2, $3, $4)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view select_places_locked = R"sql(
    select org_id, id, programme_id, most_mentees
    from mentoring_mentor_place
    where org_id = $1
      and id in {ids $2}
    order by id
    {for_update}
)sql";
constexpr std::string_view count_open_pairs = R"sql(
    select mentor_participant_id as id, count(*) as open_pairs
    from mentoring_pair
    where org_id = $1
      and mentor_participant_id in {ids $2}
      and mentor_answer <> 'declined'
      and mentee_answer <> 'declined'
      and ended_on is null
    group by mentor_participant_id
    order by mentor_participant_id
)sql";

Match match_from(MatchRow&& row) {
    auto settings = from_json<MatchSettingsJson>(row.settings.text);
    if (!settings) store::unreadable("the settings of a match");
    Match match{row.id,     row.programme_id, row.step,       row.state, {},         std::move(row.method),
                row.placed, row.unmatched,    row.total_cost, row.gap,   row.made_at};
    match.settings.seed = static_cast<std::uint64_t>(row.seed);
    match.settings.dropped_rules = std::move(settings->dropped_rules);
    for (const auto& wish : settings->locked) match.settings.locked.push_back({wish.mentor_id, wish.mentee_id});
    for (const auto& wish : settings->forbidden) match.settings.forbidden.push_back({wish.mentor_id, wish.mentee_id});
    return match;
}

}  // namespace

Seen SqlMentoringStore::remember(const CommandId& id, const std::string& content, Timestamp now) {
    const std::string hash = blake2b_hex(content);
    if (const auto known = tx_.one<CommandRow>(select_command, tx_.owner(), id))
        return known->content_hash == hash ? Seen::same : Seen::other;
    if (tx_.run(insert_command, tx_.owner(), id, hash, now) > 0) return Seen::fresh;
    // Somebody wrote it between the two statements: the same command sent twice at the same moment.
    const auto known = tx_.one<CommandRow>(select_command, tx_.owner(), id);
    return known && known->content_hash == hash ? Seen::same : Seen::other;
}

void SqlMentoringStore::journal(std::string_view action, std::string_view kind, const Uuid& subject) {
    tx_.journal(action, kind, subject);
}

std::string SqlMentoringStore::reasons_json(const PairReasons& reasons) {
    PairReasonsJson json{reasons.same_subject, reasons.same_level, reasons.same_school, reasons.same_district,
                         std::nullopt,         reasons.km,         reasons.load,        reasons.capacity};
    if (reasons.gap) json.gap = GapJson{reasons.gap->competence, reasons.gap->mentee, reasons.gap->mentor};
    return to_json(json);
}

void SqlMentoringStore::add_match(const Match& match, const std::vector<MatchPair>& pairs,
                                  const std::vector<UnmatchedMentee>& unmatched) {
    MatchSettingsJson settings{match.settings.dropped_rules, {}, {}};
    for (const auto& wish : match.settings.locked) settings.locked.push_back({wish.mentor, wish.mentee});
    for (const auto& wish : match.settings.forbidden) settings.forbidden.push_back({wish.mentor, wish.mentee});
    tx_.run(insert_match, tx_.owner(), match.id, match.programme, match.step, match.state, JsonText{to_json(settings)},
            match.method, static_cast<std::int64_t>(match.settings.seed), match.placed, match.unmatched,
            match.total_cost, match.gap, match.made_at);
    std::vector<MatchPairRow> pair_rows;
    for (const MatchPair& pair : pairs)
        pair_rows.push_back({tx_.owner(),
                             pair.id,
                             match.id,
                             pair.mentor,
                             pair.mentee,
                             pair.cost,
                             {pair.reasons},
                             pair.next_mentor,
                             pair.next_at_least});
    tx_.insert_all("mentoring_match_pair", pair_rows);
    std::vector<UnmatchedRow> unmatched_rows;
    for (const UnmatchedMentee& one : unmatched)
        unmatched_rows.push_back({tx_.owner(), match.id, one.mentee, one.why, {to_json(one.blocking_rules)}});
    tx_.insert_all("mentoring_match_unmatched", unmatched_rows);
    tx_.journal("match.proposed", "match", match.id.value);
}

std::optional<Match> SqlMentoringStore::find_match(const MatchId& id) {
    auto row = tx_.one<MatchRow>(select_match, tx_.owner(), id);
    if (!row) return std::nullopt;
    return match_from(std::move(*row));
}

std::vector<Match> SqlMentoringStore::matches_of(const ProgrammeId& programme) {
    std::vector<Match> matches;
    for (auto& row : tx_.all<MatchRow>(select_matches, tx_.owner(), programme))
        matches.push_back(match_from(std::move(row)));
    return matches;
}

std::vector<MatchPair> SqlMentoringStore::pairs_of_match(const MatchId& id) {
    std::vector<MatchPair> pairs;
    for (auto& row : tx_.all<MatchPairRow>(select_match_pairs, tx_.owner(), id))
        pairs.push_back({row.id, row.mentor_participant_id, row.mentee_participant_id, row.cost,
                         std::move(row.reasons.text), row.next_participant_id, row.next_at_least});
    return pairs;
}

std::vector<UnmatchedMentee> SqlMentoringStore::unmatched_of_match(const MatchId& id) {
    std::vector<UnmatchedMentee> unmatched;
    for (auto& row : tx_.all<UnmatchedRow>(select_unmatched, tx_.owner(), id)) {
        auto rules = from_json<std::vector<std::string>>(row.blocking_rules.text);
        if (!rules) store::unreadable("the rules of a match");
        unmatched.push_back({row.mentee_participant_id, std::move(row.why), std::move(*rules)});
    }
    return unmatched;
}

void SqlMentoringStore::set_match_state(const MatchId& id, MatchState state, Timestamp now) {
    if (state == MatchState::published) tx_.run(update_match_published, tx_.owner(), id, state, now);
    else tx_.run(update_match_state, tx_.owner(), id, state);
    tx_.journal(state == MatchState::published ? "match.published" : "match.replaced", "match", id.value);
}

std::map<ParticipantId, MentorCapacity> SqlMentoringStore::lock_places(const ProgrammeId& programme,
                                                                       const std::vector<ParticipantId>& mentors,
                                                                       int most_mentees) {
    std::set<ParticipantId> known;
    for (const auto& row : tx_.all<PlaceRow>(select_known_places, tx_.owner(), programme)) known.insert(row.id);
    for (const ParticipantId& mentor : mentors)
        if (!known.contains(mentor)) tx_.run(insert_place, tx_.owner(), mentor, programme, most_mentees);
    const std::string ids = to_json(mentors);
    std::map<ParticipantId, MentorCapacity> places;
    for (const auto& row : tx_.all<PlaceRow>(select_places_locked, tx_.owner(), ids))
        places[row.id].most_mentees = row.most_mentees;
    for (const auto& row : tx_.all<OpenPairsRow>(count_open_pairs, tx_.owner(), ids))
        places[row.id].open_pairs = static_cast<int>(row.open_pairs);
    tx_.journal("programme.places_set", "programme", programme.value);
    return places;
}

}  // namespace pamong::mentoring

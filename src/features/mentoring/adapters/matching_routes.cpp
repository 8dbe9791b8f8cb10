#include "features/mentoring/adapters/request_desk.h"

namespace pamong::mentoring {
namespace {

using http::Request;

constexpr std::size_t most_pairs_listed = 200;

std::vector<PairWish> wishes_from(const std::optional<std::vector<PairWishJson>>& json) {
    std::vector<PairWish> wishes;
    if (json)
        for (const auto& one : *json) wishes.push_back({one.mentor_id, one.mentee_id});
    return wishes;
}

Result<MatchView> match_view(Request& request, const MentoringParts& parts) {
    const auto id = request.path_id<MatchId>("id");
    if (!id) return refused(id.error());
    RequestDesk own(request, parts);
    const auto page = match_page(*id, own.desk);
    if (!page) return refused(page.error());
    std::map<ParticipantId, Participant> people;
    for (auto& one : own.desk.programmes.participants_of(page->match.programme)) people.emplace(one.id, one);
    const auto face = [&](const ParticipantId& who) {
        const auto found = people.find(who);
        return found == people.end() ? PersonShown{} : shown(found->second);
    };
    const std::string wanted = request.query("q");
    MatchView view{line_of(page->match), {}, {}};
    for (const MatchPair& pair : page->pairs) {
        if (view.pairs.size() == most_pairs_listed) break;
        MatchPairLine line{pair.id,      face(pair.mentor), face(pair.mentee), pair.cost, reasons_from(pair.reasons),
                           std::nullopt, pair.next_at_least};
        if (!wanted.empty() && line.mentor.name.reveal().find(wanted) == std::string::npos &&
            line.mentee.name.reveal().find(wanted) == std::string::npos)
            continue;
        if (pair.next_mentor) line.next_mentor = face(*pair.next_mentor).name.reveal();
        view.pairs.push_back(std::move(line));
    }
    for (const UnmatchedMentee& one : page->unmatched) {
        if (view.unmatched.size() == most_pairs_listed) break;
        view.unmatched.push_back({face(one.mentee), one.why, one.blocking_rules});
    }
    return view;
}

}  // namespace

void add_matching_routes(http::Router& router, const MentoringParts& parts) {
    router.put<ProposeMatchBody, MatchSummary>(
        "/api/v1/mentoring/matches/{id}",
        {.permission = access::pair_teachers.code, .summary = "Propose mentors for one step of a programme"},
        [parts](Request& request, const ProposeMatchBody& body) -> Result<MatchSummary> {
            const auto id = request.path_id<MatchId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto match = propose_match({*id,
                                              body.programme_id,
                                              body.step,
                                              {static_cast<std::uint64_t>(body.seed.value_or(0)),
                                               body.dropped_rules.value_or(std::vector<std::string>{}),
                                               wishes_from(body.locked), wishes_from(body.forbidden)}},
                                             own.desk);
            if (!match) return refused(match.error());
            return line_of(*match);
        });
    router.get<MatchList>("/api/v1/mentoring/programmes/{id}/matches",
                          {.permission = access::pair_teachers.code, .summary = "Proposals of a programme"},
                          [parts](Request& request) -> Result<MatchList> {
                              const auto id = request.path_id<ProgrammeId>("id");
                              if (!id) return refused(id.error());
                              RequestDesk own(request, parts);
                              const auto programme = own.desk.programmes.find(*id);
                              if (!programme) return refused("programmes.not_found");
                              if (!own.desk.actor.may(access::pair_teachers, programme->where()))
                                  return access::not_permitted(access::pair_teachers);
                              MatchList list;
                              for (const Match& match : own.desk.store.matches_of(*id))
                                  if (match.state != MatchState::replaced) list.items.push_back(line_of(match));
                              return list;
                          });
    router.get<MatchView>("/api/v1/mentoring/matches/{id}",
                          {.permission = access::pair_teachers.code,
                           .summary = "A proposal with the reasons of each pair, at most 200 at once",
                           .query = {"q: part of a name"}},
                          [parts](Request& request) { return match_view(request, parts); });
    router.get<RulePrices>("/api/v1/mentoring/matches/{id}/prices",
                           {.permission = access::pair_teachers.code, .summary = "What each rule costs"},
                           [parts](Request& request) -> Result<RulePrices> {
                               const auto id = request.path_id<MatchId>("id");
                               if (!id) return refused(id.error());
                               RequestDesk own(request, parts);
                               const auto prices = prices_of(*id, own.desk);
                               if (!prices) return refused(prices.error());
                               RulePrices list;
                               for (const auto& one : *prices)
                                   list.items.push_back({one.rule, one.cost, one.more_placed});
                               return list;
                           });
    router.post<http::Nothing, PublishedReply>(
        "/api/v1/mentoring/matches/{id}/publish",
        {.permission = access::pair_teachers.code, .summary = "Make the pairs and ask both sides"},
        [parts](Request& request, const http::Nothing&) -> Result<PublishedReply> {
            const auto id = request.path_id<MatchId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto published = publish_match(*id, own.desk);
            if (!published) return refused(published.error());
            return PublishedReply{published->pairs, published->skipped};
        });
    router.put<StartPairBody, PairLine>(
        "/api/v1/mentoring/pairs/{id}",
        {.permission = access::pair_teachers.code, .summary = "Pair two people by hand"},
        [parts](Request& request, const StartPairBody& body) -> Result<PairLine> {
            const auto id = request.path_id<PairId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto pair =
                start_pair({*id, body.programme_id, body.mentor_participant_id, body.mentee_participant_id}, own.desk);
            if (!pair) return refused(pair.error());
            return line_of(*pair, own.desk.store.faces_of({*pair}), std::nullopt);
        });
    router.post<http::Nothing, ConsentsReply>(
        "/api/v1/mentoring/programmes/{id}/consents",
        {.permission = access::pair_teachers.code, .summary = "Enter consents that were given on paper"},
        [parts](Request& request, const http::Nothing&) -> Result<ConsentsReply> {
            const auto id = request.path_id<ProgrammeId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto active = record_consents(*id, own.desk);
            if (!active) return refused(active.error());
            return ConsentsReply{*active};
        });
    router.get<MonitoringPage>(
        "/api/v1/mentoring/programmes/{id}/monitoring",
        {.permission = access::monitor_mentoring.code, .summary = "How the pairs fare and who needs a hand"},
        [parts](Request& request) -> Result<MonitoringPage> {
            const auto id = request.path_id<ProgrammeId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto all = monitor(*id, own.desk);
            if (!all) return refused(all.error());
            return page_of(*all, own.desk.thresholds);
        });
}

}  // namespace pamong::mentoring

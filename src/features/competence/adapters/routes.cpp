#include "features/competence/adapters/routes.h"

#include <sodium.h>

#include <algorithm>

#include "features/competence/adapters/score_table.h"
#include "features/competence/adapters/sql_score_store.h"
#include "features/competence/adapters/wire.h"
#include "platform/sheets/read.h"

namespace pamong::competence {
namespace {

using http::Request;

SourceNote source_note(const Citation& citation) {
    return {citation.source, citation.year, std::string(1, letter(citation.mark))};
}

TestLine test_line(const CompetenceTest& test) {
    return {test.code, test.year, test.minimum, test.purpose_id, test.purpose_en, source_note(test.source)};
}

GapLine gap_line(const Gap& gap) {
    return {gap.key,   gap.name,  static_cast<std::int64_t>(gap.people), gap.mean, gap.gap, gap.low, gap.high,
            gap.below, gap.hidden};
}

ScoreLine score_line(const TestScore& score) {
    ScoreLine line{score.test, score.year, score.subject, score.pedagogic, score.professional, score.total, {}, {}, "",
                   "",         {}};
    for (const CompetenceTest& test : competence_tests())
        if (test.code == score.test && test.year == score.year) {
            line.minimum = test.minimum;
            line.gap = score.total - test.minimum;
            line.purpose_id = test.purpose_id;
            line.purpose_en = test.purpose_en;
            line.source = source_note(test.source);
        }
    return line;
}

std::vector<StandardLine> standard_lines(const std::vector<StandardItem>& items) {
    std::vector<StandardLine> lines;
    for (const StandardItem& item : items)
        lines.push_back({item.code, item.domain, item.name_id, item.name_en, source_note(item.source)});
    return lines;
}

Result<StandardsPage> standards(Request&) {
    StandardsPage page{standard_lines(standard_2007()), standard_lines(model_2023()), {}};
    for (const ModelLevel& level : model_levels_2023())
        page.levels_2023.push_back({level.level, level.name_id, level.name_en, level.minimum_for});
    return page;
}

Result<NationalPage> national(Request&) {
    const NationalResult& result = ukg_2015();
    NationalPage page{test_line(competence_tests().front()),
                      result.overall,
                      result.pedagogic,
                      result.professional,
                      source_note(result.source),
                      {}};
    for (const ProvinceResult& one : result.provinces)
        page.provinces.push_back({one.code, one.short_name, one.name, one.column, one.row, one.overall, one.pedagogic});
    return page;
}

Result<GapPage> gaps(Request& request, const PeopleOf& people_of) {
    AskGaps ask{request.query("test", "UKG"), 0};
    const auto year = exact_from(request.query("year", "2015"));
    if (!year || year->denominator() != 1 || !enum_from(request.query("by", "subject"), ask.by))
        return refused("http.bad_request");
    ask.year = year->numerator();
    SqlScoreStore store(request.transaction());
    const auto people = people_of(request.transaction());
    const auto report = gap_report(ask, competence_tests(), request.actor<access::Actor>(), store, *people);
    if (!report) return refused(report.error());
    GapPage page{test_line(report->test), ask.by, {}, {}, static_cast<std::int64_t>(smallest_group)};
    for (const Gap& gap : report->groups) page.groups.push_back(gap_line(gap));
    if (report->whole) page.whole = gap_line(*report->whole);
    return page;
}

Result<ScoreList> scores_of_person(Request& request, const Uuid& person, const PeopleOf& people_of) {
    SqlScoreStore store(request.transaction());
    const auto people = people_of(request.transaction());
    const auto scores = scores_of(person, request.actor<access::Actor>(), store, *people);
    if (!scores) return refused(scores.error());
    ScoreList list;
    for (const TestScore& score : *scores) list.items.push_back(score_line(score));
    return list;
}

Result<std::string> file_bytes(const std::string& base64) {
    std::string bytes(base64.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(), base64.size(),
                          "\r\n ", &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return refused("competence.file_damaged");
    bytes.resize(length);
    return bytes;
}

Result<ScoreImportReply> import(Request& request, const ScoreImportBody& body, const evidence::EvidenceOf& evidence_of,
                                const PeopleOf& people_of) {
    const auto& tests = competence_tests();
    const auto test = std::ranges::find_if(
        tests, [&](const CompetenceTest& one) { return one.code == body.test && one.year == body.year; });
    if (test == tests.end()) return refused("competence.unknown_test");
    const auto& actor = request.actor<access::Actor>();
    if (!actor.may(access::import_competence, {})) return access::not_permitted(access::import_competence);
    const auto bytes = file_bytes(body.base64);
    if (!bytes) return refused(bytes.error());
    const auto book = read_table(*bytes, body.file_name);
    if (!book) return refused(book.error());
    const auto people = people_of(request.transaction());
    access::Reach everybody;
    everybody.everything = true;
    const auto scores = read_score_table(book->sheets.front(), *test, people->people(everybody));
    if (!scores) return refused(scores.error());
    SqlScoreStore store(request.transaction());
    const auto evidence = evidence_of(request.transaction());
    const auto recorded = record_scores(*scores, !body.dry_run, actor, request.now(), store, *evidence);
    if (!recorded) return refused(recorded.error());
    ScoreImportReply reply{
        static_cast<std::int64_t>(scores->size()), recorded->added, recorded->changed, recorded->unchanged, {}};
    for (const Problem& note : book->notes)
        reply.notes.push_back(note.at + ": " + Words::all().text(request.language(), note));
    return reply;
}

}  // namespace

void add_competence_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of) {
    router.get<StandardsPage>(
        "/api/v1/competence/standards",
        {.permission = access::use_own_home.code, .summary = "The standard of 2007 and the competence model of 2023"},
        standards);
    router.get<NationalPage>("/api/v1/competence/national",
                             {.permission = access::use_own_home.code,
                              .summary = "Published means of the test of 2015, by province on the tile grid"},
                             national);
    router.get<GapPage>("/api/v1/competence/gaps",
                        {.permission = access::read_competence.code,
                         .summary = "Groups of people within reach against the minimum of a test",
                         .query = {"by: subject, school, district or province", "test: UKG", "year: 2015"}},
                        [people_of](Request& request) { return gaps(request, people_of); });
    router.get<ScoreList>("/api/v1/competence/mine",
                          {.permission = access::use_own_home.code, .summary = "One's own test scores, newest first"},
                          [people_of](Request& request) -> Result<ScoreList> {
                              const auto person = request.actor<access::Actor>().person();
                              if (!person) return ScoreList{};
                              return scores_of_person(request, *person, people_of);
                          });
    router.get<ScoreList>(
        "/api/v1/competence/people/{id}",
        {.permission = access::use_own_home.code, .summary = "Test scores of oneself or of somebody within reach"},
        [people_of](Request& request) -> Result<ScoreList> {
            const auto id = request.path_id<people::PersonId>("id");
            if (!id) return refused(id.error());
            return scores_of_person(request, id->value, people_of);
        });
    router.post<ScoreImportBody, ScoreImportReply>(
        "/api/v1/competence/import",
        {.permission = access::import_competence.code,
         .summary = "Take over test scores from a table, all or none; a dry run only checks it",
         .longest_text = http::whole_file},
        [evidence_of, people_of](Request& request, const ScoreImportBody& body) {
            return import(request, body, evidence_of, people_of);
        });
}

}  // namespace pamong::competence

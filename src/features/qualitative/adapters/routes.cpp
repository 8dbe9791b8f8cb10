#include "features/qualitative/adapters/routes.h"

#include "features/qualitative/adapters/codebook.h"
#include "features/qualitative/adapters/sql_study_store.h"
#include "features/qualitative/adapters/wire.h"
#include "features/qualitative/usecases/member_checks.h"
#include "platform/crypto/crypto.h"

namespace pamong::qualitative {
namespace {

using evidence::EvidenceOf;
using http::Nothing;
using http::Request;

/// Runs a use case in the request's own transaction.
template <class F>
auto with_work(Request& request, const EvidenceOf& evidence_of, F run) {
    SqlStudyStore store(request.transaction());
    const auto evidence = evidence_of(request.transaction());
    Work work{request.actor<access::Actor>(), request.now(), store, *evidence};
    return run(work);
}

CodingLine line_of(const Coding& coding) {
    return {coding.id, coding.source_id, coding.code_id, coding.start, coding.end, coding.quote, coding.memo};
}

ThemeLine line_of(const Theme& theme, const StudyContent& content) {
    auto triangulation = triangulation_of(theme, content);
    return {theme.id,
            theme.revision,
            theme.name,
            theme.definition,
            theme.claim,
            theme.confidence,
            theme.contested,
            theme.segments,
            std::move(triangulation.cells),
            triangulation.two_roles,
            triangulation.two_techniques,
            triangulation.two_dates,
            triangulation.verdict};
}

StudyPage page_of(const StudyContent& content) {
    StudyPage page{content.study, {}, content.codes, {}, {}, {}};
    std::map<SourceId, std::int64_t> coded;
    for (const Coding& coding : content.codings) {
        ++coded[coding.source_id];
        page.codings.push_back(line_of(coding));
    }
    for (const Source& source : content.sources)
        page.sources.push_back({source.id, source.technique, source.role, source.pseudonym, source.dated_on,
                                source.place, source.consent, source.chosen_because, source.frozen, coded[source.id]});
    for (const Theme& theme : content.themes) page.themes.push_back(line_of(theme, content));
    for (const MemberCheck& check : content.checks)
        page.checks.push_back({check.id, check.theme_id, check.theme_revision, check.source_id, check.asked_at,
                               check.expires_at, check.answers, check.answer, check.comment, check.answered_at});
    return page;
}

void add_study_routes(http::Router& router, const EvidenceOf& evidence_of) {
    router.get<StudyList>("/api/v1/qualitative/studies",
                          {.permission = access::code_studies.code, .summary = "Studies, newest first"},
                          [evidence_of](Request& request) -> Result<StudyList> {
                              auto all = with_work(request, evidence_of, [](Work& work) { return studies(work); });
                              if (!all) return refused(all.error());
                              return StudyList{std::move(*all)};
                          });
    router.put<StudyBody, Study>(
        "/api/v1/qualitative/studies/{id}",
        {.permission = access::code_studies.code, .summary = "Open a study, or change its question"},
        [evidence_of](Request& request, const StudyBody& body) -> Result<Study> {
            const auto id = request.path_id<StudyId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of, [&](Work& work) {
                return save_study(
                    {*id, body.title, body.question, body.frame, body.ethics_note, body.programme_id, body.school_id},
                    body.base_revision.value_or(0), starter_codebook(), work);
            });
        });
    router.get<StudyPage>("/api/v1/qualitative/studies/{id}",
                          {.permission = access::code_studies.code, .summary = "A study: texts, codes, quotes, themes"},
                          [evidence_of](Request& request) -> Result<StudyPage> {
                              const auto id = request.path_id<StudyId>("id");
                              if (!id) return refused(id.error());
                              const auto content =
                                  with_work(request, evidence_of, [&](Work& work) { return open_study(*id, work); });
                              if (!content) return refused(content.error());
                              return page_of(*content);
                          });
    router.put<SourceBody, Source>(
        "/api/v1/qualitative/sources/{id}",
        {.permission = access::code_studies.code,
         .summary = "Add a text, or correct it before it is coded",
         .longest_text = http::whole_file},
        [evidence_of](Request& request, const SourceBody& body) -> Result<Source> {
            const auto id = request.path_id<SourceId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of, [&](Work& work) {
                return save_source({*id, body.study_id, body.technique, body.role, body.pseudonym, body.dated_on,
                                    body.place, body.language, body.consent, body.chosen_because, body.text, "", false},
                                   work);
            });
        });
    router.get<SourcePage>("/api/v1/qualitative/sources/{id}",
                           {.permission = access::code_studies.code, .summary = "A text with its codings"},
                           [evidence_of](Request& request) -> Result<SourcePage> {
                               const auto id = request.path_id<SourceId>("id");
                               if (!id) return refused(id.error());
                               auto opened =
                                   with_work(request, evidence_of, [&](Work& work) { return open_source(*id, work); });
                               if (!opened) return refused(opened.error());
                               SourcePage page{std::move(opened->source), {}};
                               for (const Coding& coding : opened->codings) page.codings.push_back(line_of(coding));
                               return page;
                           });
}

void add_coding_routes(http::Router& router, const EvidenceOf& evidence_of) {
    router.put<QualitativeCodeBody, Code>(
        "/api/v1/qualitative/codes/{id}",
        {.permission = access::code_studies.code, .summary = "A new code, or the next version of one"},
        [evidence_of](Request& request, const QualitativeCodeBody& body) -> Result<Code> {
            const auto id = request.path_id<CodeId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of, [&](Work& work) {
                return save_code({*id, body.study_id, body.base_version, body.name, body.definition, body.when_to_use,
                                  body.when_not, body.example},
                                 work);
            });
        });
    router.put<CodingBody, CodingLine>(
        "/api/v1/qualitative/codings/{id}",
        {.permission = access::code_studies.code, .summary = "Give a stretch of text a code"},
        [evidence_of](Request& request, const CodingBody& body) -> Result<CodingLine> {
            const auto id = request.path_id<CodingId>("id");
            if (!id) return refused(id.error());
            const auto coding = with_work(request, evidence_of, [&](Work& work) {
                return code_segment(
                    {*id, body.source_id, body.code_id, body.start, body.end, body.text_hash, body.memo}, work);
            });
            if (!coding) return refused(coding.error());
            return line_of(*coding);
        });
    router.remove<Nothing>(
        "/api/v1/qualitative/codings/{id}", {.permission = access::code_studies.code, .summary = "Take a coding back"},
        [evidence_of](Request& request) -> Result<Nothing> {
            const auto id = request.path_id<CodingId>("id");
            if (!id) return refused(id.error());
            const auto done = with_work(request, evidence_of, [&](Work& work) { return withdraw_coding(*id, work); });
            if (!done) return refused(done.error());
            return Nothing{};
        });
    router.put<ThemeBody, ThemeLine>(
        "/api/v1/qualitative/themes/{id}",
        {.permission = access::code_studies.code, .summary = "A theme with its claim and quotes for and against"},
        [evidence_of](Request& request, const ThemeBody& body) -> Result<ThemeLine> {
            const auto id = request.path_id<ThemeId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of, [&](Work& work) -> Result<ThemeLine> {
                const auto theme = save_theme({*id, body.study_id, body.base_revision, body.name, body.definition,
                                               body.claim, body.confidence, false, body.segments},
                                              work);
                if (!theme) return refused(theme.error());
                return line_of(*theme, work.store.content(theme->study_id));
            });
        });
    router.put<AskMemberBody, AskedMemberReply>(
        "/api/v1/qualitative/member-checks/{id}",
        {.permission = access::code_studies.code, .summary = "Ask an informant by link whether a claim is right"},
        [evidence_of](Request& request, const AskMemberBody& body) -> Result<AskedMemberReply> {
            const auto id = request.path_id<MemberCheckId>("id");
            if (!id) return refused(id.error());
            const std::string token = random_token();
            auto asked = with_work(request, evidence_of, [&](Work& work) {
                return ask_member({*id, body.theme_id, body.source_id}, {token, blake2b_hex(token)}, work);
            });
            if (!asked) return refused(asked.error());
            return AskedMemberReply{asked->check.id, std::move(asked->token)};
        });
}

}  // namespace

void add_qualitative_routes(http::Router& router, const EvidenceOf& evidence_of) {
    add_study_routes(router, evidence_of);
    add_coding_routes(router, evidence_of);
    add_member_check_routes(router, evidence_of);
}

}  // namespace pamong::qualitative

#include "features/instruments/adapters/routes.h"

#include "features/instruments/adapters/form_library.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "features/instruments/adapters/wire.h"
#include "platform/crypto/crypto.h"

namespace pamong::instruments {
namespace {

using http::Request;

SubmissionLine line_of(const Submission& one) {
    SubmissionLine line{one.id,
                        one.first_id,
                        one.version_number,
                        one.instrument,
                        one.session_id,
                        one.subject_person_id,
                        one.device_time,
                        one.received_at,
                        one.state,
                        "",
                        {},
                        {}};
    if (one.rating) {
        line.indicator = one.rating->indicator;
        line.points = one.rating->points;
        line.points_of = one.rating->points_of;
    }
    return line;
}

Result<SubmissionReply> submit(Request& request, const SubmissionBody& body, const evidence::EvidenceOf& evidence_of) {
    const auto id = request.path_id<SubmissionId>("id");
    if (!id) return refused(id.error());
    const Instrument* form = instrument_with(body.instrument_id, body.version);
    if (form == nullptr) return refused("instruments.unknown_instrument");
    auto answers = read_instance(body.xml, *form, *id);
    if (!answers) return refused(answers.error());
    SqlSubmissionStore store(request.transaction());
    const auto evidence = evidence_of(request.transaction());
    const auto received =
        submit_form({*id, body.deprecated_id, form->code, form->version, body.xml, blake2b_hex(body.xml),
                     std::move(*answers), body.device_time, body.context.session_id, body.context.subject_person_id},
                    request.actor<access::Actor>(), request.now(), store, *evidence);
    if (!received) return refused(received.error());
    request.success_status = *received == Received::same_again ? 202 : 201;
    return SubmissionReply{*id, *received == Received::conflict};
}

}  // namespace

void add_instruments_routes(http::Router& router, const evidence::EvidenceOf& evidence_of) {
    router.get<InstrumentList>("/api/v1/instruments",
                               {.permission = access::use_instruments.code, .summary = "Instruments ready to use"},
                               [](Request&) -> Result<InstrumentList> {
                                   InstrumentList list;
                                   for (const Instrument& one : instruments())
                                       list.items.push_back({one.id, one.version, one.code, one.title_id, one.title_en,
                                                             one.minutes, one.version});
                                   return list;
                               });
    router.raw("GET", "/api/v1/instruments/{id}/{version}/form",
               {.permission = access::use_instruments.code, .summary = "The XForm of one version"},
               [](Request& request) -> Result<http::HttpResponse> {
                   const auto id = request.path_id<Id<struct InstrumentTag>>("id");
                   if (!id) return refused(id.error());
                   const Instrument* form = instrument_with(id->value, request.path_text("version"));
                   if (form == nullptr) return refused("http.not_found");
                   http::HttpResponse response;
                   response.headers.emplace_back("Content-Type", "application/xml");
                   response.embedded = form->xml;
                   return response;
               });
    router.put<SubmissionBody, SubmissionReply>(
        "/api/v1/submissions/{id}",
        {.permission = access::submit_answers.code,
         .summary = "Send an answered form; sending it again changes nothing"},
        [evidence_of](Request& request, const SubmissionBody& body) { return submit(request, body, evidence_of); });
    router.get<SubmissionList>("/api/v1/submissions",
                               {.permission = access::use_instruments.code,
                                .summary = "Submissions I sent, that are about me, or that I may read"},
                               [](Request& request) -> Result<SubmissionList> {
                                   SqlSubmissionStore store(request.transaction());
                                   SubmissionList list;
                                   for (const Submission& one : store.newest(500))
                                       if (may_read(one, request.actor<access::Actor>()))
                                           list.items.push_back(line_of(one));
                                   return list;
                               });
    router.get<SubmissionDetail>(
        "/api/v1/submissions/{id}",
        {.permission = access::use_instruments.code, .summary = "Answers and history of one submission"},
        [](Request& request) -> Result<SubmissionDetail> {
            const auto id = request.path_id<SubmissionId>("id");
            if (!id) return refused(id.error());
            SqlSubmissionStore store(request.transaction());
            const auto one = store.find(*id);
            if (!one || !may_read(*one, request.actor<access::Actor>())) return refused("instruments.not_found");
            SubmissionDetail detail{line_of(*one), {}, {}, score_id(one->first_id)};
            for (Answer& answer : store.answers_of(*id))
                detail.answers.push_back(
                    {std::move(answer.path), std::move(answer.repeat_index), std::move(answer.value)});
            for (const Submission& version : store.history(one->first_id)) detail.history.push_back(line_of(version));
            return detail;
        });
}

}  // namespace pamong::instruments

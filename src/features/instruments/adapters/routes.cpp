#include "features/instruments/adapters/routes.h"

#include "features/instruments/adapters/sql_instrument_store.h"
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
                        {},
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

/// The command of a body: the form is known and the answers fit it.
Result<SubmitForm> form_of(const SubmissionId& id, const SubmissionBody& body, store::Tx& tx) {
    const auto form = published_instrument(tx, body.instrument_id, body.version);
    if (!form) return refused("instruments.unknown_instrument");
    auto answers = read_instance(body.xml, *form, id);
    if (!answers) return refused(answers.error());
    return SubmitForm{id,
                      body.deprecated_id,
                      form->code,
                      form->version,
                      body.xml,
                      blake2b_hex(body.xml),
                      std::move(*answers),
                      body.device_time,
                      body.context.session_id,
                      body.context.subject_person_id,
                      form->title_id};
}

SubmissionReply reply_of(const SubmissionId& id, Received received, Request& request) {
    request.success_status = received == Received::same_again ? 202 : 201;
    return {id, received == Received::conflict};
}

Result<SubmissionReply> submit(Request& request, const SubmissionBody& body, const evidence::EvidenceOf& evidence_of) {
    const auto id = request.path_id<SubmissionId>("id");
    if (!id) return refused(id.error());
    auto form = form_of(*id, body, request.transaction());
    if (!form) return refused(std::move(form).error());
    SqlSubmissionStore store(request.transaction());
    const auto evidence = evidence_of(request.transaction());
    const auto received = submit_form(*form, request.actor<access::Actor>(), request.now(), store, *evidence);
    if (!received) return refused(received.error());
    return reply_of(*id, *received, request);
}

/// The sender's session has ended: the answers are kept apart until the sender signs in and confirms them.
Result<SubmissionReply> submit_late(Request& request, const SubmissionBody& body, const DeviceOwnerOf& owner_of) {
    const auto id = request.path_id<SubmissionId>("id");
    if (!id) return refused(id.error());
    const auto owner = owner_of(request.message(), request.store());
    if (!owner) return refused("access.not_signed_in");
    return request.store().write({owner->owner, owner->account, request.now()},
                                 [&](store::Tx& tx) -> Result<SubmissionReply> {
                                     const auto form = form_of(*id, body, tx);
                                     if (!form) return refused(form.error());
                                     SqlSubmissionStore store(tx);
                                     const auto received = quarantine_form(*form, owner->account, request.now(), store);
                                     if (!received) return refused(received.error());
                                     return reply_of(*id, *received, request);
                                 });
}

Result<SubmissionReply> confirm(Request& request, const evidence::EvidenceOf& evidence_of) {
    const auto id = request.path_id<SubmissionId>("id");
    if (!id) return refused(id.error());
    SqlSubmissionStore store(request.transaction());
    const auto evidence = evidence_of(request.transaction());
    const auto received = confirm_submission(*id, request.actor<access::Actor>(), request.now(), store, *evidence);
    if (!received) return refused(received.error());
    return reply_of(*id, *received, request);
}

void name_subjects(std::vector<SubmissionLine>& lines, people::PeopleDirectory& people) {
    std::vector<Uuid> persons;
    for (const SubmissionLine& line : lines)
        if (line.subject_person_id) persons.push_back(*line.subject_person_id);
    std::ranges::sort(persons);
    persons.erase(std::ranges::unique(persons).begin(), persons.end());
    const auto names = people.names_of(persons);
    for (SubmissionLine& line : lines)
        if (line.subject_person_id)
            if (const auto found = names.find(*line.subject_person_id); found != names.end())
                line.subject_name = found->second;
}

/// "1760000000000000_018f...": the moment and the id of the last line.
Result<SubmissionPage> page(Request& request, const PeopleOf& people_of) {
    Timestamp before{std::numeric_limits<std::int64_t>::max()};
    SubmissionId after;
    if (const std::string from = request.query("from"); !from.empty()) {
        const auto line = from.find('_');
        const auto micros = exact_from(from.substr(0, line));
        const auto id = line == std::string::npos ? std::nullopt : id_from<SubmissionId>(from.substr(line + 1));
        if (!micros || micros->denominator() != 1 || !id) return refused("http.bad_request");
        before.micros = micros->numerator();
        after = *id;
    }
    SqlSubmissionStore store(request.transaction());
    SubmissionPage answer;
    for (const Submission& one : store.readable_by(request.actor<access::Actor>(), before, after))
        answer.items.push_back(line_of(one));
    name_subjects(answer.items, *people_of(request.transaction()));
    if (answer.items.size() == 100)
        answer.next = std::to_string(answer.items.back().received_at.micros) + '_' + to_string(answer.items.back().id);
    return answer;
}

Result<Submission> readable(Request& request, SqlSubmissionStore& store) {
    const auto id = request.path_id<SubmissionId>("id");
    if (!id) return refused(id.error());
    auto one = store.find(*id);
    if (!one || !may_read(*one, request.actor<access::Actor>(), store.place_of(one->subject_person_id)))
        return refused("instruments.not_found");
    return std::move(*one);
}

std::vector<SubmissionLine> history_of(const Submission& one, const access::Actor& actor, SqlSubmissionStore& store) {
    std::vector<SubmissionLine> lines;
    const auto place = store.place_of(one.subject_person_id);
    for (const Submission& version : store.versions_of(one.first_id))
        if (may_read(version, actor, place)) lines.push_back(line_of(version));
    return lines;
}

Result<SubmissionDetail> detail(Request& request, const PeopleOf& people_of) {
    SqlSubmissionStore store(request.transaction());
    const auto one = readable(request, store);
    if (!one) return refused(one.error());
    const auto& actor = request.actor<access::Actor>();
    std::vector<SubmissionLine> line{line_of(*one)};
    name_subjects(line, *people_of(request.transaction()));
    SubmissionDetail detail{std::move(line.front()),         uuid_for_name("instrument " + one->instrument),
                            one->instrument_version,         {},
                            history_of(*one, actor, store),  score_id(one->first_id),
                            one->account == actor.account(), is_of_the_pair(*one, actor)};
    for (Answer& answer : store.answers_of(one->id))
        if (detail.shows_notes || answer.kind != AnswerKind::text)
            detail.answers.push_back(
                {std::move(answer.path), std::move(answer.repeat_index), std::move(answer.value), answer.kind});
    return detail;
}

}  // namespace

void add_instruments_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of,
                            const DeviceOwnerOf& device_owner_of) {
    router.get<InstrumentList>("/api/v1/instruments",
                               {.permission = access::use_instruments.code, .summary = "Instruments ready to use"},
                               [](Request& request) -> Result<InstrumentList> {
                                   InstrumentList list;
                                   const auto& actor = request.actor<access::Actor>();
                                   for (const Instrument& one : instruments())
                                       if (one.listed_for.empty() || actor.may(access::Permission{one.listed_for}))
                                           list.items.push_back({one.id, one.version, one.code, one.title_id,
                                                                 one.title_en, one.minutes, one.version});
                                   return list;
                               });
    router.raw("GET", "/api/v1/instruments/{id}/{version}/form",
               {.permission = access::use_instruments.code, .summary = "The XForm of one version"},
               [](Request& request) -> Result<http::HttpResponse> {
                   const auto id = request.path_id<Id<struct InstrumentTag>>("id");
                   if (!id) return refused(id.error());
                   auto form = published_instrument(request.transaction(), id->value, request.path_text("version"));
                   if (!form) return refused("http.not_found");
                   http::HttpResponse response;
                   response.headers.emplace_back("Content-Type", "application/xml");
                   response.body = std::move(form->xml);
                   return response;
               });
    router.put<SubmissionBody, SubmissionReply>(
        "/api/v1/submissions/{id}",
        {.permission = access::submit_answers.code,
         .summary = "Send an answered form; sending it again changes nothing",
         .longest_text = http::whole_file},
        [evidence_of](Request& request, const SubmissionBody& body) { return submit(request, body, evidence_of); });
    router.put<SubmissionBody, SubmissionReply>(
        "/api/v1/public/late-submissions/{id}",
        {.door = http::Door::open,
         .summary = "Send an answered form although the session has ended; it waits until its sender confirms it",
         .work = http::Work::free,
         .longest_text = http::whole_file},
        [device_owner_of](Request& request, const SubmissionBody& body) {
            return submit_late(request, body, device_owner_of);
        });
    router.post<http::Nothing, SubmissionReply>(
        "/api/v1/submissions/{id}/confirm",
        {.permission = access::submit_answers.code, .summary = "Say that a submission in quarantine is one's own"},
        [evidence_of](Request& request, const http::Nothing&) { return confirm(request, evidence_of); });
    router.get<SubmissionPage>("/api/v1/submissions",
                               {.permission = access::use_instruments.code,
                                .summary = "Submissions I sent, that are about me, or that I may read, newest first",
                                .query = {"from: the page before said where (next)"}},
                               [people_of](Request& request) { return page(request, people_of); });
    router.get<SubmissionDetail>(
        "/api/v1/submissions/{id}",
        {.permission = access::use_instruments.code, .summary = "Answers and history of one submission"},
        [people_of](Request& request) { return detail(request, people_of); });
    router.get<SubmissionPage>("/api/v1/submissions/{id}/history",
                               {.permission = access::use_instruments.code, .summary = "All versions, oldest first"},
                               [](Request& request) -> Result<SubmissionPage> {
                                   SqlSubmissionStore store(request.transaction());
                                   const auto one = readable(request, store);
                                   if (!one) return refused(one.error());
                                   return SubmissionPage{history_of(*one, request.actor<access::Actor>(), store), {}};
                               });
    add_link_routes(router, evidence_of);
}

}  // namespace pamong::instruments

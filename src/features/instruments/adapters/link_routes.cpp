#include <algorithm>

#include "features/instruments/adapters/routes.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "features/instruments/adapters/sql_link_store.h"
#include "features/instruments/adapters/wire.h"
#include "features/instruments/adapters/xform_reader.h"
#include "platform/crypto/crypto.h"
#include "platform/print/qr.h"

namespace pamong::instruments {
namespace {

AnswerLinkLine link_line(const Link& link, std::string instrument) {
    return {link.id,
            std::move(instrument),
            link.subject_person_id,
            link.class_name,
            link.most,
            link.responses,
            link.opened_at,
            link.closes_at,
            {},
            {}};
}

/// What a browser calls its origin, and nothing longer: it ends in a picture that people will scan.
bool is_web_origin(std::string_view origin) {
    if (origin.size() > 120 || !(origin.starts_with("http://") || origin.starts_with("https://"))) return false;
    return std::ranges::all_of(origin.substr(origin.find("//") + 2), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
               letter == ':';
    });
}

std::string code_of_instrument(store::Tx& tx, const Link& link) {
    const auto form = published_instrument(tx, link.instrument_id, link.instrument_version);
    return form ? form->code : "";
}

Result<AnswerLinkLine> open(http::Request& request, const OpenLinkBody& body) {
    const auto id = request.path_id<LinkId>("id");
    if (!id) return refused(id.error());
    auto& tx = request.transaction();
    const auto form = published_instrument(tx, body.instrument_id, body.version);
    if (!form) return refused("instruments.unknown_instrument");
    const std::string token = random_token();
    SqlLinkStore store(tx);
    const bool is_new = !store.find(*id);
    const auto link = open_link({*id, body.instrument_id, body.version, body.subject_person_id, body.class_name,
                                 body.most, 0, request.actor<access::Actor>().account(), request.now(),
                                 request.now().plus_seconds(std::clamp<std::int64_t>(body.days, 0, 3650) * 86'400)},
                                blake2b_hex(token), request.actor<access::Actor>(), store);
    if (!link) return refused(link.error());
    AnswerLinkLine line = link_line(*link, form->code);
    if (is_new) {
        line.path = "/jawab/" + token;
        if (auto picture = qr_svg(body.origin + *line.path, *line.path); picture && is_web_origin(body.origin))
            line.qr = std::move(*picture);
    }
    return line;
}

/// A token is 43 letters; anything else is not looked up.
Result<LinkOwner> owner_of(http::Request& request) {
    const auto token = request.path_text("token");
    if (token.size() != 43) return refused("answer_link.not_found");
    const auto owner = request.store().read({}, [&](store::Tx& tx) { return link_owner(tx, blake2b_hex(token)); });
    if (!owner) return refused("answer_link.not_found");
    return *owner;
}

Result<PublicForm> show_form(http::Request& request) {
    const auto owner = owner_of(request);
    if (!owner) return refused(owner.error());
    return request.store().read({owner->owner, {}, request.now()}, [&](store::Tx& tx) -> Result<PublicForm> {
        const auto link = SqlLinkStore(tx).find(owner->link);
        if (!link) return refused("answer_link.not_found");
        auto form = published_instrument(tx, link->instrument_id, link->instrument_version);
        if (!form) return refused("answer_link.not_found");
        return PublicForm{std::move(form->title_id),
                          std::move(form->title_en),
                          link->class_name,
                          std::move(form->xml),
                          request.now() < link->closes_at && link->responses < link->most,
                          link->responses,
                          link->most};
    });
}

/// The id inside the XML is another one on every device and try, so equal answers are told by what was answered.
std::string content_of(const std::vector<Answer>& answers) {
    std::string content;
    for (const Answer& answer : answers)
        content += answer.path + '\n' + answer.repeat_index + '\n' + answer.value + '\n';
    return blake2b_hex(content);
}

Result<PublicAnswerReply> answer(http::Request& request, const PublicAnswerBody& body,
                                 const evidence::EvidenceOf& evidence_of) {
    const auto owner = owner_of(request);
    if (!owner) return refused(owner.error());
    return request.store().write({owner->owner, {}, request.now()}, [&](store::Tx& tx) -> Result<PublicAnswerReply> {
        SqlLinkStore store(tx);
        const auto link = store.find(owner->link);
        if (!link) return refused("answer_link.not_found");
        const auto form = published_instrument(tx, link->instrument_id, link->instrument_version);
        if (!form) return refused("answer_link.not_found");
        auto answers = read_instance(body.xml, *form, body.response_id);
        if (!answers) return refused(answers.error());
        const auto evidence = evidence_of(tx);
        const std::string content = content_of(*answers);
        // Only the hash of the device's id is kept: the id holds the moment it was made.
        const auto now = answer_link(link->id, {blake2b_hex(to_string(body.response_id)), content, std::move(*answers)},
                                     request.now(), store, *evidence);
        if (!now) return refused(now.error());
        return PublicAnswerReply{now->responses, now->most};
    });
}

Result<AnswerLinkTable> table(http::Request& request) {
    const auto id = request.path_id<LinkId>("id");
    if (!id) return refused(id.error());
    auto& tx = request.transaction();
    SqlLinkStore store(tx);
    auto counted = link_table(*id, request.actor<access::Actor>(), store);
    if (!counted) return refused(counted.error());
    const auto link = store.find(*id);
    return AnswerLinkTable{link_line(*link, code_of_instrument(tx, *link)), link->instrument_id,
                           link->instrument_version, std::move(*counted)};
}

}  // namespace

void add_link_routes(http::Router& router, const evidence::EvidenceOf& evidence_of) {
    router.put<OpenLinkBody, AnswerLinkLine>(
        "/api/v1/answer-links/{id}",
        {.permission = access::submit_answers.code,
         .summary = "Open a link for people without an account; the path to share is in the first reply only"},
        open);
    router.get<AnswerLinkList>("/api/v1/answer-links",
                               {.permission = access::submit_answers.code, .summary = "Links I opened"},
                               [](http::Request& request) -> Result<AnswerLinkList> {
                                   auto& tx = request.transaction();
                                   AnswerLinkList list;
                                   for (const Link& link : SqlLinkStore(tx).of_account(request.caller().account))
                                       list.items.push_back(link_line(link, code_of_instrument(tx, link)));
                                   return list;
                               });
    router.get<AnswerLinkTable>("/api/v1/answer-links/{id}/results",
                                {.permission = access::use_instruments.code,
                                 .summary = "How often each choice was given: from five answers on, in steps of five"},
                                table);
    router.get<PublicForm>(
        "/api/v1/public/answers/{token}",
        {.door = http::Door::open, .summary = "The form behind a link, without an account", .work = http::Work::free},
        show_form);
    router.post<PublicAnswerBody, PublicAnswerReply>(
        "/api/v1/public/answers/{token}",
        {.door = http::Door::open,
         .summary = "Answer by link, anonymously",
         .work = http::Work::free,
         .longest_text = http::whole_file},
        [evidence_of](http::Request& request, const PublicAnswerBody& body) {
            return answer(request, body, evidence_of);
        });
}

}  // namespace pamong::instruments

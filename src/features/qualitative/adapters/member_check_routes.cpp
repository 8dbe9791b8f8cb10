#include "features/qualitative/adapters/routes.h"
#include "features/qualitative/adapters/sql_study_store.h"
#include "features/qualitative/adapters/wire.h"
#include "features/qualitative/usecases/member_checks.h"
#include "platform/crypto/crypto.h"

namespace pamong::qualitative {
namespace {

/// A token is 43 letters; anything else is not looked up.
Result<MemberLink> link_of(http::Request& request) {
    const auto token = request.path_text("token");
    if (token.size() != 43) return refused("member_check.not_found");
    const auto link =
        request.store().read({}, [&](store::Tx& tx) { return member_link(tx, blake2b_hex(token), request.now()); });
    if (!link) return refused("member_check.not_found");
    return *link;
}

MemberCheckPage page_of(CheckPage&& page) {
    return {std::move(page.pseudonym), std::move(page.claim), std::move(page.quotes), page.check.answer,
            page.check.comment};
}

Result<MemberCheckPage> open(http::Request& request) {
    const auto link = link_of(request);
    if (!link) return refused(link.error());
    return request.store().read({link->owner, {}, request.now()}, [&](store::Tx& tx) -> Result<MemberCheckPage> {
        SqlStudyStore studies(tx);
        auto page = open_check(link->check, request.now(), studies);
        if (!page) return refused(page.error());
        return page_of(std::move(*page));
    });
}

Result<MemberCheckPage> answer(http::Request& request, const MemberCheckBody& body,
                               const evidence::EvidenceOf& evidence_of) {
    const auto link = link_of(request);
    if (!link) return refused(link.error());
    return request.store().write({link->owner, {}, request.now()}, [&](store::Tx& tx) -> Result<MemberCheckPage> {
        SqlStudyStore studies(tx);
        const auto evidence = evidence_of(tx);
        const access::Actor nobody;
        Work work{nobody, request.now(), studies, *evidence};
        if (const auto answered = answer_check(link->check, body.answer, body.comment, work); !answered)
            return refused(answered.error());
        auto page = open_check(link->check, request.now(), studies);
        if (!page) return refused(page.error());
        return page_of(std::move(*page));
    });
}

}  // namespace

void add_member_check_routes(http::Router& router, const evidence::EvidenceOf& evidence_of) {
    router.get<MemberCheckPage>("/api/v1/public/member-check/{token}",
                                {.door = http::Door::open,
                                 .summary = "The claim an informant is asked about, by link without an account",
                                 .work = http::Work::free},
                                open);
    router.post<MemberCheckBody, MemberCheckPage>(
        "/api/v1/public/member-check/{token}",
        {.door = http::Door::open, .summary = "Agree, mend or reject", .work = http::Work::free},
        [evidence_of](http::Request& request, const MemberCheckBody& body) {
            return answer(request, body, evidence_of);
        });
}

}  // namespace pamong::qualitative

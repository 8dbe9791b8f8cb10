#include "features/workshops/adapters/routes.h"

#include "features/workshops/adapters/report.h"
#include "features/workshops/adapters/sql_workshop_store.h"
#include "features/workshops/adapters/wire.h"

namespace pamong::workshops {
namespace {

using http::Request;

WorkshopView view_of(const Workshop& workshop) {
    WorkshopView view{workshop.id,
                      workshop.title,
                      workshop.held_on,
                      workshop.place,
                      workshop.state,
                      workshop.agreement,
                      workshop.revision,
                      workshop.agenda,
                      {},
                      workshop.positions,
                      {},
                      workshop.aims,
                      products_of(workshop).expected,
                      ratio_warning(workshop).has_value(),
                      makes_plans(workshop)};
    for (const Member& member : workshop.members)
        view.members.push_back({member.id, member.person_id, member.name, member.role, member.school, member.level,
                                member.code, member.attended_at.has_value()});
    for (const Product& product : workshop.products)
        view.products.push_back({product.member, product.kind, product.id, product.note});
    return view;
}

bool may_see(const Workshop& workshop, const access::Actor& actor) {
    if (actor.may(access::run_workshops, {.programme = workshop.programme_id})) return true;
    for (const Member& member : workshop.members)
        if (member.person_id && actor.is(*member.person_id)) return true;
    return false;
}

/// Runs one step of the workshop named in the path and shows what it is now.
template <class F>
Result<WorkshopView> step(Request& request, F act) {
    const auto id = request.path_id<WorkshopId>("id");
    if (!id) return refused(id.error());
    SqlWorkshopStore store(request.transaction());
    const auto workshop = act(*id, store);
    if (!workshop) return refused(workshop.error());
    return view_of(*workshop);
}

std::vector<Product> products_from(const ProductsBody& body, Timestamp now) {
    std::vector<Product> products;
    for (const WorkshopProduct& product : body.products)
        products.push_back({product.member, product.kind, product.id, product.note, {}, now});
    return products;
}

}  // namespace

void add_workshops_routes(http::Router& router, const evidence::EvidenceOf& evidence_of) {
    const auto take_part = access::take_part_in_workshops.code;
    const auto run = access::run_workshops.code;

    router.get<WorkshopList>(
        "/api/v1/workshops", {.permission = take_part, .summary = "Workshops I run or take part in"},
        [](Request& request) -> Result<WorkshopList> {
            SqlWorkshopStore store(request.transaction());
            WorkshopList list;
            for (const Workshop& workshop : store.all())
                if (may_see(workshop, request.actor<access::Actor>()))
                    list.items.push_back({workshop.id, workshop.title, workshop.held_on, workshop.place, workshop.state,
                                          static_cast<std::int64_t>(workshop.members.size()),
                                          attended(workshop, MemberRole::participant) +
                                              attended(workshop, MemberRole::practice_mentor)});
            return list;
        });
    router.get<WorkshopView>(
        "/api/v1/workshops/{id}", {.permission = take_part, .summary = "One workshop with agenda, people and products"},
        [](Request& request) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) -> Result<Workshop> {
                auto workshop = store.find(id);
                if (!workshop || !may_see(*workshop, request.actor<access::Actor>()))
                    return refused("workshops.not_found");
                return std::move(*workshop);
            });
        });
    router.put<PlanBody, WorkshopView>(
        "/api/v1/workshops/{id}", {.permission = run, .summary = "Plan Lokakarya 8 with its class"},
        [](Request& request, const PlanBody& body) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                PlanWorkshop command{id, body.programme_id, body.title, body.held_on, body.place, {}};
                for (const NewMember& member : body.members)
                    command.members.push_back({member.id, member.person_id, member.name, member.role, member.school,
                                               member.level, member.code});
                return plan_workshop(command, workshop8_template(), request.actor<access::Actor>(), store);
            });
        });
    router.put<AttendanceBody, WorkshopView>(
        "/api/v1/workshops/{id}/attendance", {.permission = run, .summary = "Who came"},
        [](Request& request, const AttendanceBody& body) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                return take_attendance(id, body.present, request.actor<access::Actor>(), request.now(), store);
            });
        });
    router.put<AgreementBody, WorkshopView>(
        "/api/v1/workshops/{id}/agreement", {.permission = run, .summary = "The rules the class agreed on"},
        [](Request& request, const AgreementBody& body) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                return agree_on_rules(id, body.agreement, request.actor<access::Actor>(), store);
            });
        });
    router.put<PositionsBody, WorkshopView>(
        "/api/v1/workshops/{id}/positions",
        {.permission = take_part, .summary = "Own position against the competence model"},
        [](Request& request, const PositionsBody& body) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                return map_positions(id, body.positions, request.actor<access::Actor>(), store);
            });
        });
    router.put<ProductsBody, WorkshopView>(
        "/api/v1/workshops/{id}/products", {.permission = take_part, .summary = "Documents handed in"},
        [evidence_of](Request& request, const ProductsBody& body) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                const auto evidence = evidence_of(request.transaction());
                return hand_in(id, products_from(body, request.now()), request.actor<access::Actor>(), request.now(),
                               store, *evidence);
            });
        });
    router.put<AimsBody, WorkshopView>("/api/v1/workshops/{id}/aims",
                                       {.permission = run, .summary = "Which of the five aims were reached"},
                                       [](Request& request, const AimsBody& body) {
                                           return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                                               return judge_aims(id, body.aims, request.actor<access::Actor>(), store);
                                           });
                                       });
    router.put<http::Nothing, WorkshopView>(
        "/api/v1/workshops/{id}/closed", {.permission = run, .summary = "Close the workshop"},
        [evidence_of](Request& request, const http::Nothing&) {
            return step(request, [&](const WorkshopId& id, SqlWorkshopStore& store) {
                const auto evidence = evidence_of(request.transaction());
                return close_workshop(id, request.actor<access::Actor>(), request.now(), store, *evidence);
            });
        });
    router.raw("GET", "/api/v1/workshops/{id}/report.pdf",
               {.permission = run, .summary = "Attendance, agreement, products, aims and report as one PDF"},
               [](Request& request) -> Result<http::HttpResponse> {
                   const auto id = request.path_id<WorkshopId>("id");
                   if (!id) return refused(id.error());
                   SqlWorkshopStore store(request.transaction());
                   const auto workshop = store.find(*id);
                   if (!workshop || !may_see(*workshop, request.actor<access::Actor>()))
                       return refused("workshops.not_found");
                   auto pdf = report_pdf(*workshop, request.now());
                   if (!pdf) return refused(pdf.error());
                   http::HttpResponse response;
                   response.headers.emplace_back("Content-Type", "application/pdf");
                   response.body = std::move(*pdf);
                   return response;
               });
}

}  // namespace pamong::workshops

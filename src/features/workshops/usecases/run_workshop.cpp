#include "features/workshops/usecases/run_workshop.h"

#include <algorithm>
#include <set>

namespace pamong::workshops {
namespace {

bool may_run(const access::Actor& actor, const Workshop& workshop) {
    return actor.may(access::run_workshops, {.programme = workshop.programme_id});
}

/// An open workshop that the actor runs. Problems: workshops.not_found, access.not_permitted, workshops.closed.
Result<Workshop> running(const WorkshopId& id, const access::Actor& actor, WorkshopStore& store) {
    auto workshop = store.find_for_change(id);
    if (!workshop) return refused("workshops.not_found");
    if (!may_run(actor, *workshop)) return access::not_permitted(access::run_workshops);
    if (workshop->state == State::closed) return refused("workshops.closed");
    return std::move(*workshop);
}

const Member* member_of(const Workshop& workshop, const MemberId& id) {
    const auto found = std::ranges::find(workshop.members, id, &Member::id);
    return found == workshop.members.end() ? nullptr : &*found;
}

Done check_members(const std::vector<Member>& members) {
    if (members.empty()) return refused("workshops.no_members");
    std::set<std::string> codes;
    for (const Member& member : members)
        if (!codes.insert(member.code).second) return refused("workshops.code_twice", {{"code", member.code}});
    return {};
}

std::string counts_json(std::string_view first_name, std::int64_t first, std::string_view second_name,
                        std::int64_t second) {
    return "{\"" + std::string(first_name) + "\":" + std::to_string(first) + ",\"" + std::string(second_name) +
           "\":" + std::to_string(second) + "}";
}

}  // namespace

Uuid evidence_id(const WorkshopId& id, std::string_view part) {
    return uuid_for_name("workshop " + to_string(id) + " " + std::string(part));
}

Result<Workshop> plan_workshop(const PlanWorkshop& command, const Template& from, const access::Actor& actor,
                               WorkshopStore& store) {
    if (!actor.may(access::run_workshops, {.programme = command.programme_id}))
        return access::not_permitted(access::run_workshops);
    if (auto known = store.find_for_change(command.id)) {
        const bool same = known->title == command.title && known->held_on == command.held_on &&
                          known->programme_id == command.programme_id && known->template_code == from.code;
        if (!same) return refused("workshops.id_reused");
        return std::move(*known);
    }
    if (command.title.empty()) return refused("workshops.title_missing", {}, "title");
    if (auto fine = check_members(command.members); !fine) return refused(fine.error());

    Workshop workshop;
    workshop.id = command.id;
    workshop.programme_id = command.programme_id;
    workshop.title = command.title;
    workshop.template_code = from.code;
    workshop.held_on = command.held_on;
    workshop.place = command.place;
    workshop.state = State::open;
    workshop.agenda = from.agenda;
    workshop.members = command.members;
    for (std::size_t i = 0; i < from.aims.size(); ++i)
        workshop.aims.push_back({static_cast<std::int64_t>(i) + 1, from.aims[i], {}, {}});
    store.add(workshop);
    store.journal("workshop.planned", workshop.id.value);
    return workshop;
}

Result<Workshop> take_attendance(const WorkshopId& id, const std::vector<MemberId>& present, const access::Actor& actor,
                                 Timestamp now, WorkshopStore& store) {
    auto workshop = running(id, actor, store);
    if (!workshop) return workshop;
    for (const MemberId& member : present)
        if (member_of(*workshop, member) == nullptr) return refused("workshops.unknown_member");
    for (Member& member : workshop->members) {
        const bool came = std::ranges::find(present, member.id) != present.end();
        if (came == member.attended_at.has_value()) continue;
        member.attended_at = came ? std::optional(now) : std::nullopt;
        store.set_attendance(id, member.id, member.attended_at);
    }
    store.journal("workshop.attendance_taken", id.value);
    return workshop;
}

Result<Workshop> agree_on_rules(const WorkshopId& id, const std::string& agreement, const access::Actor& actor,
                                WorkshopStore& store) {
    auto workshop = running(id, actor, store);
    if (!workshop) return workshop;
    workshop->agreement = agreement;
    ++workshop->revision;
    store.save_state(*workshop);
    store.journal("workshop.rules_agreed", id.value);
    return workshop;
}

Result<Workshop> map_positions(const WorkshopId& id, const std::vector<Position>& positions, const access::Actor& actor,
                               WorkshopStore& store) {
    auto workshop = store.find_for_change(id);
    if (!workshop) return refused("workshops.not_found");
    if (workshop->state == State::closed) return refused("workshops.closed");
    for (const Position& position : positions) {
        const Member* member = member_of(*workshop, position.member);
        if (member == nullptr) return refused("workshops.unknown_member");
        const bool own = member->person_id && actor.is(*member->person_id) && actor.may(access::take_part_in_workshops);
        if (!own && !may_run(actor, *workshop)) return access::not_permitted(access::run_workshops);
        if (position.level < 1 || position.level > 5)
            return refused("workshops.level_range", {{"level", std::to_string(position.level)}}, "level");
        store.save_position(id, position);
        std::erase_if(workshop->positions, [&](const Position& old) {
            return old.member == position.member && old.indicator == position.indicator;
        });
        workshop->positions.push_back(position);
    }
    if (!positions.empty()) store.journal("workshop.positions_mapped", id.value);
    return std::move(*workshop);
}

Result<Workshop> hand_in(const WorkshopId& id, const std::vector<Product>& products, const access::Actor& actor,
                         Timestamp now, WorkshopStore& store, evidence::EvidenceStore& evidence) {
    auto workshop = store.find_for_change(id);
    if (!workshop) return refused("workshops.not_found");
    if (workshop->state == State::closed) return refused("workshops.closed");
    std::vector<evidence::Offer> offers;
    for (const Product& product : products) {
        const Member* member = member_of(*workshop, product.member);
        if (member == nullptr) return refused("workshops.unknown_member");
        const bool own = member->person_id && actor.is(*member->person_id) && actor.may(access::take_part_in_workshops);
        if (!own && !may_run(actor, *workshop)) return access::not_permitted(access::run_workshops);
        store.save_product(id, product);
        std::erase_if(workshop->products,
                      [&](const Product& old) { return old.member == product.member && old.kind == product.kind; });
        workshop->products.push_back(product);
        const std::string kind(boost::describe::enum_to_string(product.kind, ""));
        offers.push_back({evidence::Kind::source, product.id, kind + ", " + member->code,
                          "{\"kind\":\"" + kind + "\",\"workshop\":\"" + to_string(id) + "\"}"});
    }
    if (offers.empty()) return std::move(*workshop);
    evidence::offer(offers, now, evidence);
    store.journal("workshop.product_handed_in", id.value);
    return std::move(*workshop);
}

Result<Workshop> judge_aims(const WorkshopId& id, const std::vector<Aim>& aims, const access::Actor& actor,
                            WorkshopStore& store) {
    auto workshop = running(id, actor, store);
    if (!workshop) return workshop;
    for (const Aim& aim : aims) {
        const auto found = std::ranges::find(workshop->aims, aim.position, &Aim::position);
        if (found == workshop->aims.end()) return refused("workshops.unknown_aim");
        found->reached = aim.reached;
        found->note = aim.note;
        store.save_aim(id, *found);
    }
    store.journal("workshop.aims_judged", id.value);
    return workshop;
}

Result<Workshop> close_workshop(const WorkshopId& id, const access::Actor& actor, Timestamp now, WorkshopStore& store,
                                evidence::EvidenceStore& evidence) {
    auto workshop = running(id, actor, store);
    if (!workshop) return workshop;
    if (auto fine = may_close(*workshop); !fine) return refused(fine.error());
    workshop->state = State::closed;
    workshop->closed_at = now;
    ++workshop->revision;
    store.save_state(*workshop);

    const auto came = attended(*workshop, MemberRole::participant);
    const auto invited = std::ranges::count(workshop->members, MemberRole::participant, &Member::role);
    const auto products = products_of(*workshop);
    const auto reached = std::ranges::count(workshop->aims, std::optional(Reached::yes), &Aim::reached);
    std::vector<std::pair<evidence::ItemRef, evidence::Why>> documents;
    std::vector<Uuid> ids;
    for (const Product& product : workshop->products) ids.push_back(product.id);
    for (const auto& [product, newest] : evidence.newest_of(ids))
        documents.emplace_back(evidence::ItemRef{product, newest.first}, evidence::Why::derived_from);
    std::vector<evidence::Offer> facts{
        {evidence::Kind::answer, evidence_id(id, "attendance"), workshop->title + ": kehadiran",
         counts_json("attended", came, "invited", invited)},
        {evidence::Kind::answer, evidence_id(id, "aims"), workshop->title + ": tujuan tercapai",
         counts_json("reached", reached, "aims", static_cast<std::int64_t>(workshop->aims.size()))}};
    if (makes_plans(*workshop))
        facts.push_back({evidence::Kind::result, evidence_id(id, "products"), workshop->title + ": produk",
                         counts_json("handed_in", products.handed_in, "expected", products.expected),
                         std::move(documents)});
    evidence::offer(facts, now, evidence);
    store.journal("workshop.closed", id.value);
    return workshop;
}

}  // namespace pamong::workshops

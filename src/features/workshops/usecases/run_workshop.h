#pragma once

#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/workshops/domain/workshop.h"

namespace pamong::workshops {

/// What a template brings along: agenda and aims.
struct Template {
    std::string code;
    std::vector<AgendaPart> agenda;
    std::vector<std::string> aims;
};

class WorkshopStore {
  public:
    virtual ~WorkshopStore() = default;
    virtual std::optional<Workshop> find(const WorkshopId& id) = 0;
    /// Locks its row until the transaction ends; a read may not do that.
    virtual std::optional<Workshop> find_for_change(const WorkshopId& id) = 0;
    virtual std::vector<Workshop> all() = 0;
    virtual void add(const Workshop& workshop) = 0;
    virtual void save_state(const Workshop& workshop) = 0;  ///< state, agreement, closed_at, revision
    virtual void add_members(const WorkshopId& workshop, const std::vector<Member>& members) = 0;
    virtual void set_attendance(const WorkshopId& workshop, const MemberId& member, std::optional<Timestamp> at) = 0;
    virtual void save_position(const WorkshopId& workshop, const Position& position) = 0;
    virtual void save_product(const WorkshopId& workshop, const Product& product) = 0;
    virtual void save_aim(const WorkshopId& workshop, const Aim& aim) = 0;
    virtual void save_reflection(const WorkshopId& workshop, const MemberId& member, const std::string& text) = 0;
    virtual void journal(std::string_view action, const Uuid& subject) = 0;
};

struct PlanWorkshop {
    WorkshopId id;
    std::optional<Uuid> programme_id{};
    std::string title;
    Day held_on;
    std::string place;
    std::vector<Member> members;
};

/// A workshop from a template with its class. Repeating the command with the same id changes nothing.
/// Problems: access.not_permitted, workshops.title_missing, workshops.no_members, workshops.code_twice,
/// workshops.id_reused.
Result<Workshop> plan_workshop(const PlanWorkshop& command, const Template& from, const access::Actor& actor,
                               WorkshopStore& store);

/// Who came. The list is the whole truth: whoever is not in it did not. Problems: workshops.not_found,
/// workshops.closed, workshops.unknown_member.
Result<Workshop> take_attendance(const WorkshopId& id, const std::vector<MemberId>& present, const access::Actor& actor,
                                 Timestamp now, WorkshopStore& store);
Result<Workshop> agree_on_rules(const WorkshopId& id, const std::string& agreement, const access::Actor& actor,
                                WorkshopStore& store);
/// A participant maps the own position; a facilitator may enter it for somebody from paper.
/// Problems: workshops.level_range, workshops.unknown_member, access.not_permitted.
Result<Workshop> map_positions(const WorkshopId& id, const std::vector<Position>& positions, const access::Actor& actor,
                               WorkshopStore& store);
/// A document handed in, as a file, a photograph or a note. Offered as evidence.
Result<Workshop> hand_in(const WorkshopId& id, const std::vector<Product>& products, const access::Actor& actor,
                         Timestamp now, WorkshopStore& store, evidence::EvidenceStore& evidence);
Result<Workshop> judge_aims(const WorkshopId& id, const std::vector<Aim>& aims, const access::Actor& actor,
                            WorkshopStore& store);
/// Closes the workshop and offers attendance, products and aims as evidence: the answers end at this table of the
/// class.
Result<Workshop> close_workshop(const WorkshopId& id, const access::Actor& actor, Timestamp now, WorkshopStore& store,
                                evidence::EvidenceStore& evidence);

/// The evidence id of a closed workshop's attendance, products or aims.
Uuid evidence_id(const WorkshopId& id, std::string_view part);

}  // namespace pamong::workshops

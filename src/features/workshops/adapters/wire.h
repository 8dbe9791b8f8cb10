#pragma once

#include "features/workshops/domain/workshop.h"
#include "platform/json/json.h"

namespace pamong::workshops {

BOOST_DESCRIBE_STRUCT(AgendaPart, (), (position, title, mode, objective, product))
BOOST_DESCRIBE_STRUCT(Position, (), (member, indicator, level, evidence))
BOOST_DESCRIBE_STRUCT(Aim, (), (position, aim, reached, note))

struct WorkshopMember {
    MemberId id;
    std::optional<Uuid> person_id;
    Private<std::string> name;
    MemberRole role = MemberRole::participant;
    std::string school;
    std::string level;
    std::string code;
    bool attended = false;
};
BOOST_DESCRIBE_STRUCT(WorkshopMember, (), (id, person_id, name, role, school, level, code, attended))

struct WorkshopProduct {
    MemberId member;
    ProductKind kind = ProductKind::self_development_plan;
    Uuid id;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(WorkshopProduct, (), (member, kind, id, note))

struct WorkshopView {
    WorkshopId id;
    std::string title;
    Day held_on;
    std::string place;
    State state = State::planned;
    std::string agreement;
    std::int64_t revision = 1;
    std::vector<AgendaPart> agenda;
    std::vector<WorkshopMember> members;
    std::vector<Position> positions;
    std::vector<WorkshopProduct> products;
    std::vector<Aim> aims;
    std::int64_t products_expected = 0;
    bool ratio_exceeded = false;
    bool makes_plans = true;  ///< with positions and the three documents
};
BOOST_DESCRIBE_STRUCT(WorkshopView, (),
                      (id, title, held_on, place, state, agreement, revision, agenda, members, positions, products,
                       aims, products_expected, ratio_exceeded, makes_plans))

struct WorkshopLine {
    WorkshopId id;
    std::string title;
    Day held_on;
    std::string place;
    State state = State::planned;
    std::int64_t members = 0;
    std::int64_t attended = 0;
};
BOOST_DESCRIBE_STRUCT(WorkshopLine, (), (id, title, held_on, place, state, members, attended))
struct WorkshopList {
    std::vector<WorkshopLine> items;
};
BOOST_DESCRIBE_STRUCT(WorkshopList, (), (items))

struct NewMember {
    MemberId id;
    std::optional<Uuid> person_id;
    Private<std::string> name;
    MemberRole role = MemberRole::participant;
    std::string school;
    std::string level;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(NewMember, (), (id, person_id, name, role, school, level, code))
struct PlanBody {
    std::string title;
    Day held_on;
    std::string place;
    std::optional<Uuid> programme_id;
    std::vector<NewMember> members;
};
BOOST_DESCRIBE_STRUCT(PlanBody, (), (title, held_on, place, programme_id, members))
struct AttendanceBody {
    std::vector<MemberId> present;
};
BOOST_DESCRIBE_STRUCT(AttendanceBody, (), (present))
struct AgreementBody {
    std::string agreement;
};
BOOST_DESCRIBE_STRUCT(AgreementBody, (), (agreement))
struct PositionsBody {
    std::vector<Position> positions;
};
BOOST_DESCRIBE_STRUCT(PositionsBody, (), (positions))
struct ProductsBody {
    std::vector<WorkshopProduct> products;
};
BOOST_DESCRIBE_STRUCT(ProductsBody, (), (products))
struct AimsBody {
    std::vector<Aim> aims;
};
BOOST_DESCRIBE_STRUCT(AimsBody, (), (aims))

}  // namespace pamong::workshops

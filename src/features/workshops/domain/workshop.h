#pragma once

#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/private.h"
#include "base/result.h"

namespace pamong::workshops {

using WorkshopId = Id<struct WorkshopTag>;
using MemberId = Id<struct MemberTag>;

enum class State { planned, open, closed };
BOOST_DESCRIBE_ENUM(State, planned, open, closed)
enum class MemberRole { participant, practice_mentor };
BOOST_DESCRIBE_ENUM(MemberRole, participant, practice_mentor)
/// The three documents of Lokakarya 8; the source workshop made the strategy a document of its own.
enum class ProductKind { self_development_plan, school_programme_plan, engagement_strategy };
BOOST_DESCRIBE_ENUM(ProductKind, self_development_plan, school_programme_plan, engagement_strategy)
enum class Reached { yes, partly, no };
BOOST_DESCRIBE_ENUM(Reached, yes, partly, no)

struct AgendaPart {
    std::int64_t position = 1;
    std::string title;
    std::string mode;
    std::string objective;
    std::string product;
};

struct Member {
    MemberId id;
    std::optional<Uuid> person_id{};
    Private<std::string> name;
    MemberRole role = MemberRole::participant;
    std::string school;
    std::string level;  ///< SD, SMP, SMA, SMK
    std::string code;   ///< pseudonym within the class: "CGP-03"
    std::optional<Timestamp> attended_at{};
    std::string reflection{};
};

struct Position {
    MemberId member;
    std::string indicator;  ///< of the competence model of 2023: "2.1"
    std::int64_t level = 1;
    std::string evidence{};
    friend bool operator==(const Position&, const Position&) = default;
};

struct Product {
    MemberId member;
    ProductKind kind = ProductKind::self_development_plan;
    Uuid id;
    std::string note{};
    std::optional<std::string> file_hash{};
    Timestamp handed_in_at;
};

struct Aim {
    std::int64_t position = 1;
    std::string aim;
    std::optional<Reached> reached{};
    std::string note{};
};

struct Workshop {
    WorkshopId id;
    std::optional<Uuid> programme_id{};
    std::string title;
    std::string template_code;
    Day held_on;
    std::string place;
    State state = State::planned;
    std::string agreement{};
    std::optional<Timestamp> closed_at{};
    std::int64_t revision = 1;
    std::vector<AgendaPart> agenda{};
    std::vector<Member> members{};
    std::vector<Position> positions{};
    std::vector<Product> products{};
    std::vector<Aim> aims{};
};

/// Lokakarya 8 maps positions and makes the three plans; a workshop that evaluates a partnership does neither.
bool makes_plans(const Workshop& workshop);

/// The size of a class as planned (15 participants with 3 practice mentors, or 10 with 2). Real classes differ (11 +
/// 2), so a deviation is a warning and never a refusal.
struct RatioWarning {
    std::int64_t participants = 0;
    std::int64_t mentors = 0;
    std::int64_t most_per_mentor = 6;
};
std::optional<RatioWarning> ratio_warning(const Workshop& workshop);

std::int64_t attended(const Workshop& workshop, MemberRole role);
/// Products handed in of those expected: participants who came times three kinds.
struct ProductCount {
    std::int64_t handed_in = 0;
    std::int64_t expected = 0;
};
ProductCount products_of(const Workshop& workshop);

/// May this workshop be closed? Problems: workshops.closed, workshops.nobody_came, workshops.aims_open.
Done may_close(const Workshop& workshop);

}  // namespace pamong::workshops

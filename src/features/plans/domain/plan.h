#pragma once

#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace pamong::plans {

using PlanId = Id<struct PlanTag>;

enum class PlanKind { self_development, school_programme };
BOOST_DESCRIBE_ENUM(PlanKind, self_development, school_programme)
enum class PlanState { draft, proposed, approved, returned, done };
BOOST_DESCRIBE_ENUM(PlanState, draft, proposed, approved, returned, done)
/// Where a need comes from; nothing is typed twice, so most items begin as a gap that the system knows.
enum class NeedSource { test_gap, observation, appraisal, position_map, agreed_action, own_wish };
BOOST_DESCRIBE_ENUM(NeedSource, test_gap, observation, appraisal, position_map, agreed_action, own_wish)
enum class ItemState { open, running, done };
BOOST_DESCRIBE_ENUM(ItemState, open, running, done)

struct PlanItem {
    Uuid id;
    NeedSource source = NeedSource::own_wish;
    std::string target;    ///< indicator code of the competence model, such as "1.2", or a BAGJA step
    std::string need;      ///< in the teacher's words or as the gap says
    std::string activity;  ///< what will be done
    std::string measure;   ///< how we shall know
    Day due;
    ItemState state = ItemState::open;
    std::string evidence;  ///< where the proof is; empty while open
    friend bool operator==(const PlanItem&, const PlanItem&) = default;
};

struct Plan {
    PlanId id;
    std::int64_t revision = 1;
    PlanKind kind = PlanKind::self_development;
    Uuid person_id;
    Uuid school_id;
    std::string title;
    Day starts_on;
    Day ends_on;
    PlanState state = PlanState::draft;
    std::string reason{};  ///< why it was returned
    std::vector<PlanItem> items{};
};

/// Problems with `at`: plans.title_missing, plans.longer_than_a_year, plans.ends_before_start,
/// plans.item_without_activity, plans.due_outside (of the plan's year).
Done check_plan(const Plan& plan);

/// draft -> proposed -> approved | returned -> proposed ...; approved -> done. Problem: plans.step_not_possible.
Done may_move(PlanState from, PlanState to);

/// Share of items done, in whole percent rounded down; nothing while there are none.
std::optional<int> progress_percent(const Plan& plan);

}  // namespace pamong::plans

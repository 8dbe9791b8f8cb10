#pragma once

#include <boost/describe/enum.hpp>
#include <span>

#include "features/access/domain/permission.h"

namespace pamong::access {

/// The roles as shipped. Respondents (pupils, parents, colleagues) have no account.
enum class Role {
    teacher,
    mentor,
    principal,
    assessor,
    supervisor,
    district,
    province,
    ministry,
    facilitator,
    evaluator,
    administrator,
    data_protection_officer
};
BOOST_DESCRIBE_ENUM(Role, teacher, mentor, principal, assessor, supervisor, district, province, ministry, facilitator,
                    evaluator, administrator, data_protection_officer)

/// What a role allows; where it allows it is the scope of the grant.
std::span<const Permission> permissions_of(Role role);

}  // namespace pamong::access

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "features/access/domain/role.h"

namespace pamong::access {

enum class ScopeKind { all, region, school, programme, person };
BOOST_DESCRIBE_ENUM(ScopeKind, all, region, school, programme, person)

/// A role somebody holds, and where. A region covers the schools below it.
struct Grant {
    Role role = Role::teacher;
    ScopeKind scope_kind = ScopeKind::person;
    std::optional<Uuid> scope_id{};
    std::string scope_name{};
};

/// Whether a role makes sense there: teachers and mentors hold it for their own person, principals for a school, and
/// whoever hands out accounts or reads the audit holds it for the whole office.
bool fits(Role role, ScopeKind scope);

/// Where the thing lies that somebody wants to touch. Leave out what does not apply; what is left out never matches.
struct Where {
    std::optional<Uuid> school{};
    std::vector<Uuid> regions{};  ///< all regions the school lies in: sub-district, district, province
    std::optional<Uuid> programme{};
    std::optional<Uuid> person{};
};

/// Everything a permission reaches, for lists: `reach.everything`, or the ids to filter by.
struct Reach {
    bool everything = false;
    std::vector<Uuid> regions{};
    std::vector<Uuid> schools{};
    std::vector<Uuid> programmes{};
    std::vector<Uuid> persons{};
    [[nodiscard]] bool nothing() const {
        return !everything && regions.empty() && schools.empty() && programmes.empty() && persons.empty();
    }
};

/// Who acts, at which owner, with which grants. Deny by default: what no grant allows is refused.
class Actor {
  public:
    Actor() = default;
    Actor(AccountId account, OrgId owner, std::optional<Uuid> person, std::vector<Grant> grants)
        : account_(account), owner_(owner), person_(person), grants_(std::move(grants)) {}

    [[nodiscard]] const AccountId& account() const { return account_; }
    [[nodiscard]] const OrgId& owner() const { return owner_; }
    /// The person record of this account at this owner, if it has one.
    [[nodiscard]] const std::optional<Uuid>& person() const { return person_; }
    [[nodiscard]] const std::vector<Grant>& grants() const { return grants_; }

    /// Holds the permission somewhere. Enough to open a page, not to touch a record.
    [[nodiscard]] bool may(Permission permission) const;
    /// Holds the permission for this very place or person.
    [[nodiscard]] bool may(Permission permission, const Where& where) const;
    [[nodiscard]] Reach reach(Permission permission) const;
    [[nodiscard]] bool is(const Uuid& person) const { return person_ == person; }

  private:
    AccountId account_{};
    OrgId owner_{};
    std::optional<Uuid> person_{};
    std::vector<Grant> grants_{};
};

/// `if (!actor.may(appraise, where)) return not_permitted(appraise);`
std::unexpected<Problem> not_permitted(Permission permission);

}  // namespace pamong::access

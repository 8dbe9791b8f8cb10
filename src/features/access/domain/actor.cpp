#include "features/access/domain/actor.h"

#include <algorithm>

namespace pamong::access {
namespace {

bool allows(Role role, Permission permission) {
    return std::ranges::find(permissions_of(role), permission) != permissions_of(role).end();
}

bool covers(const Grant& grant, const Where& where) {
    if (grant.scope_kind == ScopeKind::all) return true;
    if (!grant.scope_id) return false;
    switch (grant.scope_kind) {
        case ScopeKind::all:
            return true;
        case ScopeKind::region:
            return std::ranges::find(where.regions, *grant.scope_id) != where.regions.end();
        case ScopeKind::school:
            return where.school == grant.scope_id;
        case ScopeKind::programme:
            return where.programme == grant.scope_id;
        case ScopeKind::person:
            return where.person == grant.scope_id;
    }
    return false;
}

}  // namespace

bool fits(Role role, ScopeKind scope) {
    switch (role) {
        case Role::teacher:
        case Role::mentor:
            return scope == ScopeKind::person;
        case Role::principal:
            return scope == ScopeKind::school;
        case Role::administrator:
        case Role::data_protection_officer:
        case Role::ministry:
            return scope == ScopeKind::all;
        case Role::assessor:
        case Role::supervisor:
        case Role::district:
        case Role::province:
        case Role::facilitator:
        case Role::evaluator:
            return scope != ScopeKind::person;
    }
    return false;
}

bool Actor::may(Permission permission) const {
    return std::ranges::any_of(grants_, [&](const Grant& grant) { return allows(grant.role, permission); });
}

bool Actor::may(Permission permission, const Where& where) const {
    return std::ranges::any_of(
        grants_, [&](const Grant& grant) { return allows(grant.role, permission) && covers(grant, where); });
}

Reach Actor::reach(Permission permission) const {
    Reach reach;
    for (const Grant& grant : grants_) {
        if (!allows(grant.role, permission)) continue;
        if (grant.scope_kind == ScopeKind::all) reach.everything = true;
        if (!grant.scope_id) continue;
        if (grant.scope_kind == ScopeKind::region) reach.regions.push_back(*grant.scope_id);
        if (grant.scope_kind == ScopeKind::school) reach.schools.push_back(*grant.scope_id);
        if (grant.scope_kind == ScopeKind::programme) reach.programmes.push_back(*grant.scope_id);
        if (grant.scope_kind == ScopeKind::person) reach.persons.push_back(*grant.scope_id);
    }
    return reach;
}

std::unexpected<Problem> not_permitted(Permission permission) {
    return refused("access.not_permitted", {{"permission", std::string(permission.code)}});
}

}  // namespace pamong::access

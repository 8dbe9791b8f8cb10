#pragma once

#include "features/access/usecases/accounts.h"
#include "platform/json/json.h"

namespace pamong::access {

struct SignInBody {
    std::string login;
    Private<std::string> password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (login, password))

struct RoleHeld {
    Role role = Role::teacher;
    ScopeKind scope_kind = ScopeKind::person;
    std::optional<Uuid> scope_id;
    std::string scope_name;
};
BOOST_DESCRIBE_STRUCT(RoleHeld, (), (role, scope_kind, scope_id, scope_name))

/// An owner that the login belongs to.
struct OfficeLine {
    OrgId org_id;
    std::string org_name;
};
BOOST_DESCRIBE_STRUCT(OfficeLine, (), (org_id, org_name))

struct Me {
    AccountId account_id;
    std::optional<Uuid> person_id;
    std::string display_name;
    std::string language;
    OrgId org_id;
    std::string org_name;
    std::vector<RoleHeld> roles;
    std::vector<std::string> permissions;
    std::vector<OfficeLine> offices;  ///< all it may work for, by name
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (account_id, person_id, display_name, language, org_id, org_name, roles, permissions, offices))

struct OfficeBody {
    OrgId org_id;
};
BOOST_DESCRIBE_STRUCT(OfficeBody, (), (org_id))

struct LanguageBody {
    std::string language;
};
BOOST_DESCRIBE_STRUCT(LanguageBody, (), (language))

struct InviteBody {
    Uuid grant_id;
    std::string login;
    Private<std::string> display_name;
    Role role = Role::teacher;
    ScopeKind scope_kind = ScopeKind::person;
    std::optional<Uuid> scope_id;
    std::string scope_name;
    std::optional<Uuid> person_id;
};
BOOST_DESCRIBE_STRUCT(InviteBody, (),
                      (grant_id, login, display_name, role, scope_kind, scope_id, scope_name, person_id))

struct InvitedReply {
    AccountId account_id;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(InvitedReply, (), (account_id, code))

struct CodeBody {
    std::string code;
    Private<std::string> password;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (code, password))

struct AccountLine {
    AccountId id;
    std::string login;
    std::string display_name;
    Role role = Role::teacher;
    ScopeKind scope_kind = ScopeKind::all;
    std::string scope_name;
    bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(AccountLine, (), (id, login, display_name, role, scope_kind, scope_name, has_password))

/// One sealed change, as an auditor reads it: who did what to which thing, without personal text of the thing.
struct JournalLine {
    std::int64_t seq = 0;
    Timestamp at;
    std::string who;  ///< the account's display name; empty for what came without an account
    std::string action;
    std::string kind;
    Uuid subject_id;
};
BOOST_DESCRIBE_STRUCT(JournalLine, (), (seq, at, who, action, kind, subject_id))
struct JournalPage {
    std::vector<JournalLine> items;
    std::optional<std::int64_t> next;  ///< `before` of the next page
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (items, next))
struct JournalCheck {
    std::int64_t entries = 0;
    bool intact = true;
    std::optional<std::int64_t> broken_at;
};
BOOST_DESCRIBE_STRUCT(JournalCheck, (), (entries, intact, broken_at))

struct AccountList {
    std::vector<AccountLine> items;
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (items))

}  // namespace pamong::access

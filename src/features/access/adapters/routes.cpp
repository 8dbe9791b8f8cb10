#include "features/access/adapters/routes.h"

#include <algorithm>

#include "features/access/adapters/sql_access_store.h"
#include "features/access/adapters/sql_audit_store.h"
#include "features/access/adapters/wire.h"

namespace pamong::access {
namespace {

using http::Door;
using http::Nothing;
using http::Request;
using http::Work;

std::string cookie_for(std::string_view token, std::int64_t seconds, bool is_tls) {
    return std::string(session_cookie) + "=" + std::string(token) +
           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (is_tls ? "; Secure" : "");
}

std::vector<std::string> permissions_held(const Actor& actor) {
    std::vector<std::string> codes;
    for (const Grant& grant : actor.grants())
        for (const Permission& permission : permissions_of(grant.role)) codes.emplace_back(permission.code);
    std::ranges::sort(codes);
    codes.erase(std::ranges::unique(codes).begin(), codes.end());
    return codes;
}

Me me_of(const OpenSession& session, const Actor& actor, const std::vector<Membership>& memberships) {
    Me me{session.account,
          actor.person(),
          session.display_name,
          session.language,
          session.owner,
          session.owner_name,
          {},
          permissions_held(actor),
          {}};
    for (const Membership& one : memberships) me.offices.push_back({one.owner, one.owner_name});
    for (const Grant& grant : actor.grants())
        me.roles.push_back({grant.role, grant.scope_kind, grant.scope_id, grant.scope_name});
    return me;
}

std::optional<OpenSession> session_of(const http::HttpRequest& message, store::Store& store, Timestamp now) {
    const auto token = message.cookie(session_cookie);
    if (!token) return std::nullopt;
    return store.read({}, [&](store::Tx& tx) { return session_with(tx, blake2b_hex(*token), now); });
}

/// The session may have ended since the door let the request in.
Result<Me> who_am_i(const std::optional<OpenSession>& session, store::Store& store, Timestamp now) {
    if (!session) return refused("access.not_signed_in");
    return store.read({session->owner, session->account, now}, [&](store::Tx& tx) {
        return me_of(*session, actor_of(tx, *session), SqlSignInStore(tx).memberships_of(session->account));
    });
}

/// Counts a wrong password, whatever else happens; the count slows guessing down.
Result<Account> checked_account(const SignInBody& body, Request& request, Secrets& secrets) {
    const std::string login_hash = blake2b_hex("login:" + body.login);
    const auto [account, failures] = request.store().read({}, [&](store::Tx& tx) {
        SqlSignInStore accounts(tx);
        return std::pair(accounts.account_with(body.login), accounts.failures_this_hour(login_hash, request.now()));
    });
    if (failures >= tries_an_hour) return refused("access.too_many_tries");
    auto checked = check_password({body.login, body.password}, account, secrets);
    if (!checked && checked.error().code == "access.wrong_login")
        (void)request.store().write({}, [&](store::Tx& tx) -> Done {
            SqlSignInStore(tx).add_failure(login_hash, request.now());
            return {};
        });
    return checked;
}

Result<Me> sign_in(Request& request, const SignInBody& body, Secrets& secrets) {
    const auto account = checked_account(body, request, secrets);
    if (!account) return refused(account.error());
    const auto signed_in = request.store().write({}, [&](store::Tx& tx) {
        SqlSignInStore accounts(tx);
        return open_session(*account, request.now(), accounts, secrets);
    });
    if (!signed_in) return refused(signed_in.error());
    request.reply_headers.emplace_back("Set-Cookie",
                                       cookie_for(signed_in->token, session_seconds, request.message().is_tls));
    const auto session = request.store().read(
        {}, [&](store::Tx& tx) { return session_with(tx, blake2b_hex(signed_in->token), request.now()); });
    return who_am_i(session, request.store(), request.now());
}

// $2: entries before this one; $3: how the action begins, or '' for all.
constexpr std::string_view select_journal = R"sql(
    select j.seq, j.at, coalesce(a.display_name, '') as who, j.action, j.kind, j.subject_id
    from journal j
    left join account a on a.id = j.account_id
    where j.org_id = $1
      and j.seq is not null
      and j.seq < $2
      and (cast($3 as text) = '' or substr(j.action, 1, length(cast($3 as text))) = $3)
    order by j.seq desc
    limit 50
)sql";

Result<JournalPage> journal_page(Request& request) {
    const auto before = exact_from(request.query("before", "9000000000000"));
    if (!before || before->denominator() != 1) return refused("http.bad_request");
    JournalPage page{request.transaction().all<JournalLine>(select_journal, request.caller().owner, before->numerator(),
                                                            request.query("action")),
                     {}};
    if (page.items.size() == 50) page.next = page.items.back().seq;
    return page;
}

}  // namespace

Result<http::Caller> authenticate(const http::HttpRequest& message, store::Store& store, Timestamp now) {
    const auto session = session_of(message, store, now);
    if (!session) return refused("access.not_signed_in");
    Actor actor =
        store.read({session->owner, session->account, now}, [&](store::Tx& tx) { return actor_of(tx, *session); });
    return http::Caller{.account = session->account,
                        .owner = session->owner,
                        .language = session->language == "en" ? Language::en : Language::id,
                        .permissions = permissions_held(actor),
                        .actor = std::move(actor)};
}

void add_access_routes(http::Router& router, Secrets& secrets) {
    router.post<SignInBody, Me>(
        "/api/v1/session", {.door = Door::open, .summary = "Sign in with login and password", .work = Work::free},
        [&secrets](Request& request, const SignInBody& body) { return sign_in(request, body, secrets); });

    router.remove<Nothing>(
        "/api/v1/session", {.door = Door::open, .summary = "Sign out of this device", .work = Work::free},
        [](Request& request) -> Result<Nothing> {
            if (const auto token = request.message().cookie(session_cookie))
                (void)request.store().write({}, [&](store::Tx& tx) -> Done {
                    end_session(tx, blake2b_hex(*token), request.now());
                    return {};
                });
            request.reply_headers.emplace_back("Set-Cookie", cookie_for("", 0, request.message().is_tls));
            return Nothing{};
        });

    router.get<Me>(
        "/api/v1/me",
        {.door = Door::signed_in, .summary = "Who is signed in, with roles and permissions", .work = Work::free},
        [](Request& request) {
            const auto session = session_of(request.message(), request.store(), request.now());
            return who_am_i(session, request.store(), request.now());
        });

    router.put<OfficeBody, Me>(
        "/api/v1/me/office",
        {.door = Door::signed_in, .summary = "Work for another of the login's owners", .work = Work::free},
        [](Request& request, const OfficeBody& body) -> Result<Me> {
            const std::string token_hash = blake2b_hex(request.message().cookie(session_cookie).value_or(""));
            const auto moved = request.store().write({}, [&](store::Tx& tx) {
                SqlSignInStore accounts(tx);
                return switch_owner(token_hash, request.caller().account, body.org_id, accounts);
            });
            if (!moved) return refused(moved.error());
            const auto session = session_of(request.message(), request.store(), request.now());
            if (!session) return refused("access.not_signed_in");
            return who_am_i(session, request.store(), request.now());
        });

    router.put<LanguageBody, Nothing>(
        "/api/v1/me/language", {.door = Door::signed_in, .summary = "Choose Indonesian or English", .work = Work::free},
        [](Request& request, const LanguageBody& body) -> Result<Nothing> {
            if (body.language != "id" && body.language != "en") return refused("access.language", {}, "language");
            return request.store().write({}, [&](store::Tx& tx) -> Result<Nothing> {
                set_language(tx, request.caller().account, body.language);
                return Nothing{};
            });
        });

    router.get<AccountList>("/api/v1/access/accounts",
                            {.permission = manage_accounts.code, .summary = "Accounts and roles of this owner"},
                            [](Request& request) -> Result<AccountList> {
                                return AccountList{accounts_of(request.transaction(), request.caller().owner)};
                            });

    router.put<InviteBody, InvitedReply>(
        "/api/v1/access/accounts/{id}",
        {.permission = manage_accounts.code, .summary = "Invite somebody: an account, a role and a one-time code"},
        [&secrets](Request& request, const InviteBody& body) -> Result<InvitedReply> {
            const auto id = request.path_id<AccountId>("id");
            if (!id) return refused(id.error());
            SqlAccountStore accounts(request.transaction());
            auto invited = invite({*id, body.grant_id, body.login, body.display_name, body.role, body.scope_kind,
                                   body.scope_id, body.scope_name, body.person_id},
                                  request.actor<Actor>(), request.now(), accounts, secrets);
            if (!invited) return refused(invited.error());
            return InvitedReply{invited->account, invited->code};
        });

    router.post<Nothing, InvitedReply>(
        "/api/v1/access/accounts/{id}/code",
        {.permission = manage_accounts.code, .summary = "A new one-time code for an account of this owner"},
        [&secrets](Request& request, const Nothing&) -> Result<InvitedReply> {
            const auto id = request.path_id<AccountId>("id");
            if (!id) return refused(id.error());
            SqlAccountStore accounts(request.transaction());
            auto renewed = renew_code(*id, request.actor<Actor>(), request.now(), accounts, secrets);
            if (!renewed) return refused(renewed.error());
            return InvitedReply{renewed->account, renewed->code};
        });
    router.post<Nothing, Nothing>(
        "/api/v1/access/accounts/{id}/end",
        {.permission = manage_accounts.code, .summary = "End all roles of an account at this owner"},
        [](Request& request, const Nothing&) -> Result<Nothing> {
            const auto id = request.path_id<AccountId>("id");
            if (!id) return refused(id.error());
            SqlAccountStore accounts(request.transaction());
            if (auto ended = end_access(*id, request.actor<Actor>(), request.now(), accounts); !ended)
                return refused(ended.error());
            return Nothing{};
        });
    router.get<JournalPage>(
        "/api/v1/access/journal",
        {.permission = read_audit.code,
         .summary = "What was changed, by whom, newest first; sealed entries only",
         .query = {"before: number of the entry to go on from", "action: its beginning, such as plan."}},
        journal_page);
    router.get<JournalCheck>("/api/v1/access/journal/check",
                             {.permission = read_audit.code, .summary = "Walks the chain of this owner's journal"},
                             [](Request& request) -> Result<JournalCheck> {
                                 SqlAuditStore audit(request.transaction());
                                 const auto report = verify_journal(audit, {});
                                 return JournalCheck{report.entries, report.intact(), report.broken_at};
                             });

    router.post<CodeBody, Nothing>(
        "/api/v1/access/code",
        {.door = Door::open, .summary = "Choose a password with a one-time code", .work = Work::free},
        [&secrets](Request& request, const CodeBody& body) -> Result<Nothing> {
            if (auto fine = check_new_password(body.password.reveal()); !fine) return refused(fine.error());
            const auto hash = secrets.hash(body.password);
            if (!hash) return refused(hash.error());
            return request.store().write({}, [&](store::Tx& tx) -> Result<Nothing> {
                SqlAccountStore accounts(tx);
                auto used = use_code({body.code, body.password}, *hash, request.now(), accounts, secrets);
                if (!used) return refused(used.error());
                return Nothing{};
            });
        });
}

}  // namespace pamong::access

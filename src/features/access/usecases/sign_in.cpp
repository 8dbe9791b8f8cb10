#include "features/access/usecases/sign_in.h"

#include <algorithm>

namespace pamong::access {

Result<Account> check_password(const SignIn& request, const std::optional<Account>& account, Secrets& secrets) {
    const bool usable = account && !account->disabled;
    const auto right = secrets.matches(usable ? account->password_hash : std::nullopt, request.password);
    if (!right) return refused(right.error());
    if (!usable || !*right) return refused("access.wrong_login");
    return *account;
}

Result<SignedIn> open_session(const Account& account, Timestamp now, SignInStore& store, Secrets& secrets) {
    const auto memberships = store.memberships_of(account.id);
    if (memberships.empty()) return refused("access.no_membership");
    SignedIn signed_in{secrets.token(), account.id, memberships.front().owner};
    store.open_session(secrets.token_hash(signed_in.token), account.id, signed_in.owner, now,
                       now.plus_seconds(session_seconds));
    return signed_in;
}

Result<Membership> switch_owner(const std::string& token_hash, const AccountId& account, const OrgId& to,
                                SignInStore& store) {
    const auto memberships = store.memberships_of(account);
    const auto found = std::ranges::find(memberships, to, &Membership::owner);
    if (found == memberships.end()) return refused("access.not_a_member");
    store.move_session(token_hash, to);
    return *found;
}

}  // namespace pamong::access

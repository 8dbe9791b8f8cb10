#pragma once

#include "features/access/usecases/sign_in.h"
#include "platform/http/router.h"

namespace pamong::access {

/// The name of the cookie that carries the session token.
inline constexpr std::string_view session_cookie = "pamong_session";

/// Sign-in, sign-out, who am I, invitations.
void add_access_routes(http::Router& router, Secrets& secrets);

/// Finds out who calls: the cookie's session, its actor at the owner, and all permissions held somewhere.
/// Problem: access.not_signed_in.
Result<http::Caller> authenticate(const http::HttpRequest& message, store::Store& store, Timestamp now);

}  // namespace pamong::access

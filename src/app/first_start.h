#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "platform/store/store.h"

namespace pamong::app {

/// In an empty database: an owner, an administrator without password, and a one-time code (valid 7 days) for the link
/// /mulai#CODE. While the administrator has no password a new start prints a new code. Nothing otherwise.
std::optional<std::string> first_start(store::Store& store, Timestamp now);

/// The example programme's logins have a published password, so they are let in on this machine only.
bool has_example_logins(store::Store& store);
void print_example_logins(store::Store& store, std::ostream& out);

/// The password of all example logins.
inline constexpr std::string_view example_password = "contoh-pamong";

}  // namespace pamong::app

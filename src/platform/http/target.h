#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace pamong::http {

using QueryValues = std::vector<std::pair<std::string, std::string>>;

/// A request target ("/a%20b/?x=1") read into a path that no later code has to distrust: UTF-8, starts with '/',
/// without empty, "." or ".." parts, without '/' at the end.
struct Target {
    std::string path;
    QueryValues query;
};
/// Problem: http.bad_target (not UTF-8, a broken escape, "..", an escaped '/' or '\', a control character).
Result<Target> read_target(std::string_view target);
/// A query or an `application/x-www-form-urlencoded` body. Problem: http.bad_target.
Result<QueryValues> read_query(std::string_view text);
/// Percent-encodes everything but letters, digits and -._~
std::string percent_encoded(std::string_view text);

}  // namespace pamong::http

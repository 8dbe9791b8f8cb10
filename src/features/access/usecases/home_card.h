#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace pamong::access {

/// due: somebody waits for it; warn: something is wrong; info; good: done, worth knowing.
enum class Tone { due, warn, info, good };
BOOST_DESCRIBE_ENUM(Tone, due, warn, info, good)

/// Something that can be done from the card itself with one tap.
struct HomeAction {
    std::string label_key;
    std::string method;
    std::string path;
    std::optional<std::string> body;  ///< JSON to send
};
BOOST_DESCRIBE_STRUCT(HomeAction, (), (label_key, method, path, body))

/// One card of a home page: what is due today and where to do it. Sentences are keys into words/, filled by `values`.
struct HomeCard {
    std::string id;
    std::string kind;
    Tone tone = Tone::info;
    std::string title_key;
    std::map<std::string, std::string> values;
    std::optional<std::string> text_key;
    std::optional<std::string> href;
    std::optional<std::int64_t> count;
    std::optional<Day> due;
    std::vector<HomeAction> actions;
};
BOOST_DESCRIBE_STRUCT(HomeCard, (), (id, kind, tone, title_key, values, text_key, href, count, due, actions))

}  // namespace pamong::access

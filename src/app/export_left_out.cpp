#include "app/export_left_out.h"

#include <algorithm>
#include <array>

namespace pamong::app {
namespace {

constexpr std::string_view secret = "secret";
constexpr std::string_view chance = "made by chance, another one each time";
constexpr std::string_view clock_of_this_machine = "when this machine did it, not when it happened";
constexpr std::string_view machine = "state of one machine, no contents";

constexpr std::array left_out{
    LeftOut{"account", "password_hash", secret},
    LeftOut{"account_code", "", secret},
    LeftOut{"session", "", secret},
    LeftOut{"sign_in_failure", "", machine},
    LeftOut{"job", "", machine},
    LeftOut{"example_run", "", machine},
    LeftOut{"evidence_key", "", secret},
    LeftOut{"evidence_item", "hash", "keyed with the owner's secret"},
    LeftOut{"instruments_link_token", "token_hash", secret},
    LeftOut{"mentoring_feed", "token_hash", secret},
    LeftOut{"qualitative_member_link", "token_hash", secret},
    LeftOut{"instruments_version", "published_at", clock_of_this_machine},
    LeftOut{"journal", "id", chance},
    LeftOut{"journal", "seq", chance},
    LeftOut{"journal", "hash", chance},
};

}  // namespace

std::span<const LeftOut> left_out_of_export() { return left_out; }

bool is_left_out(std::string_view table, std::string_view column) {
    return std::ranges::any_of(left_out,
                               [&](const LeftOut& entry) { return entry.table == table && entry.column == column; });
}

}  // namespace pamong::app

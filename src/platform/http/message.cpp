#include "platform/http/message.h"

#include <algorithm>

namespace pamong::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

}  // namespace

std::optional<std::string_view> header_of(const Headers& headers, std::string_view name) {
    for (const auto& [key, value] : headers)
        if (same_name(key, name)) return value;
    return std::nullopt;
}

bool header_lists(const Headers& headers, std::string_view name, std::string_view token) {
    for (const auto& [key, value] : headers) {
        if (!same_name(key, name)) continue;
        for (std::string_view rest = value; !rest.empty();) {
            auto part = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            part = part.substr(0, part.find(';'));
            part.remove_prefix(std::min(part.size(), part.find_first_not_of(" \t")));
            part = part.substr(0, part.find_last_not_of(" \t") + 1);
            if (same_name(part, token)) return true;
        }
    }
    return false;
}

void set_header(Headers& headers, std::string_view name, std::string_view value) {
    std::erase_if(headers, [&](const auto& header) { return same_name(header.first, name); });
    headers.emplace_back(name, value);
}

std::optional<std::string_view> HttpRequest::query_value(std::string_view name) const {
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return std::nullopt;
}

std::optional<std::string_view> HttpRequest::cookie(std::string_view name) const {
    auto rest = header("cookie").value_or("");
    while (!rest.empty()) {
        auto pair = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        pair.remove_prefix(std::min(pair.size(), pair.find_first_not_of(' ')));
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    }
    return std::nullopt;
}

}  // namespace pamong::http

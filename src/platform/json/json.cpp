#include "platform/json/json.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>

namespace pamong {

Result<boost::json::value> parse_json(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::json::stream_parser parser({}, options);
    boost::json::error_code error;
    const std::size_t used = parser.write_some(text.data(), text.size(), error);
    if (!error) parser.finish(error);
    const auto rest = text.substr(std::min(used, text.size()));
    if (error || rest.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        const auto before = text.substr(0, std::min(used, text.size()));
        const auto line = 1 + std::ranges::count(before, '\n');
        const auto start = before.rfind('\n');
        const auto column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
        return refused("json.syntax", {{"line", std::to_string(line)}, {"column", std::to_string(column)}});
    }
    return parser.release();
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
                else out += c;
        }
    }
    out += '"';
}

namespace {

void append_canonical(std::string& out, const boost::json::value& value) {
    if (const auto* object = value.if_object()) {
        std::vector<std::string_view> keys;
        for (const auto& member : *object) keys.emplace_back(member.key().data(), member.key().size());
        std::ranges::sort(keys);
        out += '{';
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (i > 0) out += ',';
            append_json_string(out, keys[i]);
            out += ':';
            append_canonical(out, *object->if_contains(keys[i]));
        }
        out += '}';
    } else if (const auto* array = value.if_array()) {
        out += '[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0) out += ',';
            append_canonical(out, (*array)[i]);
        }
        out += ']';
    } else if (const auto* text = value.if_string()) {
        append_json_string(out, {text->data(), text->size()});
    } else if (const auto* number = value.if_double()) {
        json_detail::write(out, *number);
    } else {
        out += boost::json::serialize(value);
    }
}

}  // namespace

std::string canonical_json(const boost::json::value& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

namespace json_detail {
namespace {

std::string_view view_of(const boost::json::value& value) {
    return {value.get_string().data(), value.get_string().size()};
}

}  // namespace

const boost::json::value* find(const boost::json::value& from, std::string_view name) {
    return from.get_object().if_contains(name);
}

Done unknown_members(const boost::json::object& from, const std::vector<std::string_view>& known, const Path& path) {
    for (const auto& member : from) {
        const std::string_view key{member.key().data(), member.key().size()};
        if (std::ranges::find(known, key) != known.end()) continue;
        const std::string at = path.text.empty() ? std::string(key) : path.text + "." + std::string(key);
        return refused("json.unknown", {{"at", at}}, at);
    }
    return {};
}

Done read(const boost::json::value& from, Path& path, bool& to) {
    if (!from.is_bool()) return path.expected("bool");
    to = from.get_bool();
    return {};
}
Done read(const boost::json::value& from, Path& path, std::int64_t& to) {
    if (from.is_int64()) to = from.get_int64();
    else if (from.is_double() && std::abs(from.get_double()) < 9e15 &&
             std::floor(from.get_double()) == from.get_double())
        to = static_cast<std::int64_t>(from.get_double());
    else return path.expected("whole_number");
    return {};
}
Done read(const boost::json::value& from, Path& path, std::int32_t& to) {
    std::int64_t wide = 0;
    if (auto done = read(from, path, wide); !done) return done;
    if (wide < -2147483647 || wide > 2147483647) return path.expected("whole_number");
    to = static_cast<std::int32_t>(wide);
    return {};
}
Done read(const boost::json::value& from, Path& path, double& to) {
    if (from.is_double()) to = from.get_double();
    else if (from.is_int64()) to = static_cast<double>(from.get_int64());
    else return path.expected("number");
    if (!std::isfinite(to)) return path.expected("number");
    return {};
}
Done read(const boost::json::value& from, Path& path, std::string& to) {
    if (!from.is_string()) return path.expected("text");
    const std::string_view text = view_of(from);
    if (text.size() > path.longest_text)
        return refused("json.text_too_long", {{"at", path.text}, {"most", std::to_string(path.longest_text)}},
                       path.text);
    if (std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t'; }))
        return refused("json.control", {{"at", path.text}}, path.text);
    to = text;
    return {};
}
Done read(const boost::json::value& from, Path& path, Uuid& to) {
    const auto id = from.is_string() ? uuid_from(view_of(from)) : std::nullopt;
    if (!id) return path.expected("id");
    to = *id;
    return {};
}
Done read(const boost::json::value& from, Path& path, Day& to) {
    const auto day = from.is_string() ? day_from(view_of(from)) : std::nullopt;
    if (!day) return path.expected("day");
    to = *day;
    return {};
}
Done read(const boost::json::value& from, Path& path, Timestamp& to) {
    const auto moment = from.is_string() ? timestamp_from(view_of(from)) : std::nullopt;
    if (!moment) return path.expected("moment");
    to = *moment;
    return {};
}
Done read(const boost::json::value& from, Path& path, Exact& to) {
    std::optional<Exact> number;
    if (from.is_string()) number = exact_from(view_of(from));
    if (from.is_int64()) number = exact_from(std::to_string(from.get_int64()));
    if (from.is_double()) number = exact_from(fmt::format("{}", from.get_double()));
    if (!number) return path.expected("number");
    to = *number;
    return {};
}
Done read(const boost::json::value& from, Path&, JsonText& to) {
    to.text = canonical_json(from);
    return {};
}

void write(std::string& out, bool value) { out += value ? "true" : "false"; }
void write(std::string& out, std::int64_t value) { fmt::format_to(std::back_inserter(out), "{}", value); }
void write(std::string& out, std::int32_t value) { fmt::format_to(std::back_inserter(out), "{}", value); }
void write(std::string& out, double value) {
    expects(std::isfinite(value), "a number that JSON cannot hold");
    fmt::format_to(std::back_inserter(out), "{}", value == 0 ? 0.0 : value);
}
void write(std::string& out, std::string_view value) { append_json_string(out, value); }
void write(std::string& out, const Uuid& value) { out += '"' + to_string(value) + '"'; }
void write(std::string& out, Day value) { out += '"' + to_string(value) + '"'; }
void write(std::string& out, Timestamp value) { out += '"' + to_string(value) + '"'; }
void write(std::string& out, const Exact& value) { out += '"' + to_string(value) + '"'; }
void write(std::string& out, const JsonText& value) { out += value.text; }
void write(std::string& out, const boost::json::value& value) { append_canonical(out, value); }

}  // namespace json_detail
}  // namespace pamong

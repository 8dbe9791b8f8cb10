#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/id.h"
#include "base/private.h"
#include "base/result.h"
#include "base/time.h"
#include "platform/json/described.h"

namespace pamong {

/// A JSON document kept as its text: written into replies as it is, held in a {json} column as it is.
struct JsonText {
    std::string text = "null";
    friend bool operator==(const JsonText&, const JsonText&) = default;
};

/// Parses with limits (depth 32). Problems: json.syntax with line and column.
Result<boost::json::value> parse_json(std::string_view text);
/// Canonical text: keys sorted, no spaces, numbers as written by Boost.JSON. Two equal documents have equal text.
std::string canonical_json(const boost::json::value& value);
void append_json_string(std::string& out, std::string_view text);

namespace json_detail {

/// Where we are in the document: "items[3].score".
class Path {
  public:
    std::string text;
    std::size_t longest_text = std::string::npos;  ///< bytes that one text may have
    struct Step {
        Path& path;
        std::size_t length;
        ~Step() { path.text.resize(length); }
    };
    Step member(std::string_view name) {
        const std::size_t length = text.size();
        if (length > 0) text += '.';
        text += name;
        return {*this, length};
    }
    Step item(std::size_t index) {
        const std::size_t length = text.size();
        text += '[' + std::to_string(index) + ']';
        return {*this, length};
    }
    [[nodiscard]] Done expected(std::string_view what) const {
        return refused("json.expected_" + std::string(what), {{"at", text}}, text);
    }
};

Done read(const boost::json::value& from, Path& path, bool& to);
Done read(const boost::json::value& from, Path& path, std::int64_t& to);
Done read(const boost::json::value& from, Path& path, std::int32_t& to);
Done read(const boost::json::value& from, Path& path, double& to);
Done read(const boost::json::value& from, Path& path, std::string& to);
Done read(const boost::json::value& from, Path& path, Uuid& to);
Done read(const boost::json::value& from, Path& path, Day& to);
Done read(const boost::json::value& from, Path& path, Timestamp& to);
Done read(const boost::json::value& from, Path& path, Exact& to);
Done read(const boost::json::value& from, Path& path, JsonText& to);
Done unknown_members(const boost::json::object& from, const std::vector<std::string_view>& known, const Path& path);
const boost::json::value* find(const boost::json::value& from, std::string_view name);

template <class Tag>
Done read(const boost::json::value& from, Path& path, Id<Tag>& to) {
    return read(from, path, to.value);
}
template <class T>
Done read(const boost::json::value& from, Path& path, std::optional<T>& to);
template <class T>
Done read(const boost::json::value& from, Path& path, std::vector<T>& to);
template <class T>
Done read(const boost::json::value& from, Path& path, std::map<std::string, T>& to);
template <class T>
Done read(const boost::json::value& from, Path& path, Private<T>& to);
template <DescribedEnum E>
Done read(const boost::json::value& from, Path& path, E& to);
template <Described T>
Done read(const boost::json::value& from, Path& path, T& to);

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

template <class T>
Done read(const boost::json::value& from, Path& path, std::optional<T>& to) {
    if (from.is_null()) {
        to.reset();
        return {};
    }
    return read(from, path, to.emplace());
}

template <class T>
Done read(const boost::json::value& from, Path& path, std::vector<T>& to) {
    if (!from.is_array()) return path.expected("list");
    to.clear();
    to.reserve(from.get_array().size());
    for (std::size_t i = 0; i < from.get_array().size(); ++i) {
        const auto step = path.item(i);
        T item{};
        if (auto done = read(from.get_array()[i], path, item); !done) return done;
        to.push_back(std::move(item));
    }
    return {};
}

template <class T>
Done read(const boost::json::value& from, Path& path, std::map<std::string, T>& to) {
    if (!from.is_object()) return path.expected("object");
    to.clear();
    for (const auto& [key, value] : from.get_object()) {
        const auto step = path.member(key);
        if (auto done = read(value, path, to[std::string(key)]); !done) return done;
    }
    return {};
}

template <class T>
Done read(const boost::json::value& from, Path& path, Private<T>& to) {
    T value{};
    if (auto done = read(from, path, value); !done) return done;
    to = Private<T>(std::move(value));
    return {};
}

template <DescribedEnum E>
Done read(const boost::json::value& from, Path& path, E& to) {
    if (!from.is_string() || !enum_from({from.get_string().data(), from.get_string().size()}, to))
        return path.expected("choice");
    return {};
}

/// Strict: a member that is missing (unless optional) or unknown is a problem that names its path.
template <Described T>
Done read(const boost::json::value& from, Path& path, T& to) {
    if (!from.is_object()) return path.expected("object");
    Done done;
    std::vector<std::string_view> known;
    each_member<T>([&](auto member) {
        known.push_back(member.name);
        if (!done) return;
        auto& target = to.*member.pointer;
        const auto step = path.member(member.name);
        if (const auto* value = find(from, member.name)) done = read(*value, path, target);
        else if constexpr (!is_optional<std::remove_cvref_t<decltype(target)>>::value)
            done = refused("json.missing", {{"at", path.text}}, path.text);
    });
    if (!done) return done;
    return unknown_members(from.get_object(), known, path);
}

void write(std::string& out, bool value);
void write(std::string& out, std::int64_t value);
void write(std::string& out, std::int32_t value);
void write(std::string& out, double value);
void write(std::string& out, std::string_view value);
void write(std::string& out, const Uuid& value);
void write(std::string& out, Day value);
void write(std::string& out, Timestamp value);
void write(std::string& out, const Exact& value);
void write(std::string& out, const JsonText& value);
void write(std::string& out, const boost::json::value& value);
inline void write(std::string& out, const std::string& value) { write(out, std::string_view(value)); }
inline void write(std::string& out, const char* value) { write(out, std::string_view(value)); }
template <class Tag>
void write(std::string& out, const Id<Tag>& value) {
    write(out, value.value);
}
template <class T>
void write(std::string& out, const std::optional<T>& value);
template <class T>
void write(std::string& out, const std::vector<T>& value);
template <class T>
void write(std::string& out, const std::map<std::string, T>& value);
template <DescribedEnum E>
void write(std::string& out, E value);
template <Described T>
void write(std::string& out, const T& value);

template <class T>
void write(std::string& out, const Private<T>& value) {
    write(out, value.reveal());
}
template <class T>
void write(std::string& out, const std::optional<T>& value) {
    if (value) write(out, *value);
    else out += "null";
}
template <class T>
void write(std::string& out, const std::vector<T>& value) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i > 0) out += ',';
        write(out, static_cast<const T&>(value[i]));
    }
    out += ']';
}
template <class T>
void write(std::string& out, const std::map<std::string, T>& value) {
    out += '{';
    bool first = true;
    for (const auto& [key, item] : value) {
        if (!first) out += ',';
        first = false;
        append_json_string(out, key);
        out += ':';
        write(out, item);
    }
    out += '}';
}
template <DescribedEnum E>
void write(std::string& out, E value) {
    append_json_string(out, boost::describe::enum_to_string(value, ""));
}
template <Described T>
void write(std::string& out, const T& value) {
    out += '{';
    bool first = true;
    each_member<T>([&](auto member) {
        if (!first) out += ',';
        first = false;
        out += '"';
        out += member.name;
        out += "\":";
        write(out, value.*member.pointer);
    });
    out += '}';
}

}  // namespace json_detail

/// `{"id":"...","name":"..."}`, members in the order of the description.
template <class T>
std::string to_json(const T& value) {
    std::string out;
    json_detail::write(out, value);
    return out;
}

/// Reads exactly this shape. Texts have no control characters but line ends and tabs, and at most `longest_text` bytes.
/// Problems: json.syntax, json.missing, json.unknown, json.expected_number, ..., json.text_too_long, json.control, with
/// `at`.
template <class T>
Result<T> from_json(std::string_view text, std::size_t longest_text = std::string::npos) {
    const auto document = parse_json(text);
    if (!document) return refused(document.error());
    T value{};
    json_detail::Path path{.text = {}, .longest_text = longest_text};
    if (auto done = json_detail::read(*document, path, value); !done) return refused(done.error());
    return value;
}

}  // namespace pamong

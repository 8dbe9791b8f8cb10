// Request targets and queries: what a client typed becomes a path that no later code has to distrust.
#include <optional>

#include "platform/http/target.h"

namespace pamong::http {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Well-formed UTF-8 of RFC 3629 section 4 (no overlong forms, no surrogates).
bool is_utf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned first = byte(i);
        const unsigned second = byte(i + 1);
        const auto tail = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
        if (first < 0x80) {
            i += 1;
        } else if (first >= 0xC2 && first <= 0xDF && tail(i + 1)) {
            i += 2;
        } else if ((first & 0xF0U) == 0xE0 && tail(i + 1) && tail(i + 2) && (first != 0xE0 || second >= 0xA0) &&
                   (first != 0xED || second < 0xA0)) {
            i += 3;
        } else if (first >= 0xF0 && first <= 0xF4 && tail(i + 1) && tail(i + 2) && tail(i + 3) &&
                   (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90)) {
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

enum class Plus : bool { stays, is_space };
enum class Control : bool { refused, kept };

/// Nothing when an escape is broken, the result is not UTF-8, or it holds a control character.
std::optional<std::string> unescaped(std::string_view text, Plus plus, Control control) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[i + 1]);
            const int low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            plain += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
        }
    }
    for (const char c : plain) {
        const auto code = static_cast<unsigned char>(c);
        if (code == 0 || (control == Control::refused && (code < 0x20 || code == 0x7F))) return std::nullopt;
    }
    if (!is_utf8(plain)) return std::nullopt;
    return plain;
}

std::unexpected<Problem> bad_target() { return refused("http.bad_target"); }

}  // namespace

Result<QueryValues> read_query(std::string_view text) {
    QueryValues query;
    while (!text.empty()) {
        const auto end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = unescaped(pair.substr(0, equals), Plus::is_space, Control::refused);
        // A form's long text may hold line breaks.
        auto value = equals == std::string_view::npos
                         ? std::optional<std::string>("")
                         : unescaped(pair.substr(equals + 1), Plus::is_space, Control::kept);
        if (!name || !value) return bad_target();
        query.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

Result<Target> read_target(std::string_view target) {
    if (const auto fragment = target.find('#'); fragment != std::string_view::npos) target = target.substr(0, fragment);
    // "absolute-form" of RFC 9112 section 3.2.2, which clients send to proxies
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        target.remove_prefix(scheme.size());
        const auto slash = target.find_first_of("/?");
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
        break;
    }
    if (target == "*") return Target{"*", {}};
    const auto question = target.find('?');
    std::string_view raw = target.substr(0, question);
    if (raw.empty() && question == 0) raw = "/";
    if (!raw.starts_with('/')) return bad_target();

    Target result;
    while (!raw.empty()) {
        raw.remove_prefix(1);  // the slash
        const auto end = raw.find('/');
        const auto part = unescaped(raw.substr(0, end), Plus::stays, Control::refused);
        raw.remove_prefix(end == std::string_view::npos ? raw.size() : end);
        if (!part || *part == ".." || part->find_first_of("/\\") != std::string::npos) return bad_target();
        if (part->empty() || *part == ".") continue;
        result.path += '/';
        result.path += *part;
    }
    if (result.path.empty()) result.path = "/";
    if (question != std::string_view::npos) {
        auto query = read_query(target.substr(question + 1));
        if (!query) return refused(query.error());
        result.query = std::move(*query);
    }
    return result;
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[code / 16];
            encoded += digits[code % 16];
        }
    }
    return encoded;
}

}  // namespace pamong::http

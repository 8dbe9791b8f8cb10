#include "features/evidence/domain/content.h"

#include <boost/describe/enum_to_string.hpp>

namespace pamong::evidence {
namespace {

std::string quoted(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string list_of(const std::vector<std::string>& values) {
    std::string out = "[";
    for (const std::string& value : values) out += (out.size() > 1 ? "," : "") + value;
    return out + "]";
}

std::string_view kind_name(Kind kind) { return boost::describe::enum_to_string(kind, ""); }

}  // namespace

Content& Content::text(std::string_view name, std::string_view value) {
    members_[std::string(name)] = quoted(value);
    return *this;
}
Content& Content::number(std::string_view name, std::int64_t value) {
    members_[std::string(name)] = std::to_string(value);
    return *this;
}
Content& Content::exact(std::string_view name, const Exact& value) { return text(name, to_string(value)); }
Content& Content::yes_no(std::string_view name, bool value) {
    members_[std::string(name)] = value ? "true" : "false";
    return *this;
}
Content& Content::texts(std::string_view name, const std::vector<std::string>& values) {
    std::vector<std::string> all;
    for (const std::string& value : values) all.push_back(quoted(value));
    members_[std::string(name)] = list_of(all);
    return *this;
}
Content& Content::part(std::string_view name, const Content& value) {
    members_[std::string(name)] = value.json();
    return *this;
}
Content& Content::parts(std::string_view name, const std::vector<Content>& values) {
    std::vector<std::string> all;
    for (const Content& value : values) all.push_back(value.json());
    members_[std::string(name)] = list_of(all);
    return *this;
}
Content& Content::rests_on(const std::vector<std::pair<ItemRef, Why>>& edges) {
    std::vector<std::string> all;
    for (const auto& [ref, why] : edges) all.push_back(ref_text(ref) + " " + boost::describe::enum_to_string(why, ""));
    return texts("rests_on", all);
}

std::string Content::json() const {
    std::string out = "{";
    for (const auto& [name, value] : members_) out += (out.size() > 1 ? "," : "") + quoted(name) + ":" + value;
    return out + "}";
}

std::string ref_text(const ItemRef& ref) { return to_string(ref.id) + "@" + std::to_string(ref.revision); }
std::string ref_text(Kind kind, const ItemRef& ref) { return std::string(kind_name(kind)) + ":" + ref_text(ref); }

}  // namespace pamong::evidence

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "platform/sheets/archive.h"

namespace pamong {

/// A parsed XML file of an archive, with the text it points into.
struct XmlPart {
    std::string text{};
    pugi::xml_document document{};
};

/// Reads and parses an entry; a null pointer when there is none. No document types: nothing is ever expanded or
/// fetched. Problems: those of Archive::read, sheets.bad_xml, doctype, too_large (markup).
Result<std::unique_ptr<XmlPart>> read_xml_part(Archive& archive, const std::string& name, const SheetLimits& limits);

/// The name without its namespace prefix: some programs write <x:row>.
inline std::string_view local_name(const char* name) {
    const std::string_view whole = name;
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}
inline pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node node : parent.children())
        if (local_name(node.name()) == name) return node;
    return {};
}
inline pugi::xml_attribute attribute_named(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes())
        if (local_name(attribute.name()) == name) return attribute;
    return {};
}

}  // namespace pamong

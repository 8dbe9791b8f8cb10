#include "platform/sheets/xml_part.h"

#include <algorithm>

namespace pamong {

Result<std::unique_ptr<XmlPart>> read_xml_part(Archive& archive, const std::string& name, const SheetLimits& limits) {
    auto content = archive.read(name);
    if (!content) return refused(content.error());
    if (!*content) return nullptr;

    auto part = std::make_unique<XmlPart>();
    part->text = std::move(**content);
    const auto markup =
        static_cast<std::size_t>(std::ranges::count_if(part->text, [](char c) { return c == '<' || c == '='; }));
    if (markup > limits.markup)
        return refused("sheets.too_large", {{"what", "markup"}, {"limit", std::to_string(limits.markup)}}, name);
    // pugixml skips a document type unless asked to keep it; asked, we can refuse it. It never reads entities from it.
    const auto parsed = part->document.load_buffer_inplace(part->text.data(), part->text.size(),
                                                           pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                                               pugi::parse_ws_pcdata_single | pugi::parse_doctype |
                                                               pugi::parse_embed_pcdata);
    for (const pugi::xml_node node : part->document.children())
        if (node.type() == pugi::node_doctype) return refused("sheets.doctype", {}, name);
    if (!parsed) return refused("sheets.bad_xml", {{"reason", parsed.description()}}, name);
    return part;
}

}  // namespace pamong

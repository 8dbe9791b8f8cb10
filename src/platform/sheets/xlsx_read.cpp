#include <map>

#include "platform/sheets/archive.h"
#include "platform/sheets/read.h"
#include "platform/sheets/xlsx_cells.h"

namespace pamong {
namespace {

struct Relation {
    std::string type;    ///< last part of the type's address: "worksheet", "sharedStrings"
    std::string target;  ///< path within the archive; empty when it leads out of it
};

/// The relations of `part`, from the _rels folder beside it.
Result<std::map<std::string, Relation>> relations_of(Archive& archive, const std::string& part,
                                                     const SheetLimits& limits) {
    const auto slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    const std::string file = slash == std::string::npos ? part : part.substr(slash + 1);
    auto xml = read_xml_part(archive, folder + "_rels/" + file + ".rels", limits);
    if (!xml) return refused(xml.error());
    std::map<std::string, Relation> relations;
    if (!*xml) return relations;
    for (const pugi::xml_node node : child_named((*xml)->document, "Relationships").children()) {
        Relation relation;
        const std::string_view type = attribute_named(node, "Type").value();
        relation.type = type.substr(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1);
        if (std::string_view(attribute_named(node, "TargetMode").value()) != "External")
            relation.target = archive_path(part, attribute_named(node, "Target").value()).value_or("");
        relations.emplace(attribute_named(node, "Id").value(), std::move(relation));
    }
    return relations;
}

Result<std::string> workbook_path(Archive& archive, const SheetLimits& limits) {
    const auto relations = relations_of(archive, "", limits);
    if (!relations) return refused(relations.error());
    for (const auto& [id, relation] : *relations)
        if (relation.type == "officeDocument" && !relation.target.empty()) return relation.target;
    return "xl/workbook.xml";
}

Done read_shared_parts(Archive& archive, const std::map<std::string, Relation>& relations, XlsxContext& context) {
    for (const auto& [id, relation] : relations) {
        if (relation.type != "sharedStrings" && relation.type != "styles") continue;
        const auto xml = read_xml_part(archive, relation.target, context.limits);
        if (!xml) return refused(xml.error());
        if (!*xml) continue;
        if (relation.type == "styles") {
            context.formats = read_number_formats(child_named((*xml)->document, "styleSheet"));
        } else {
            for (const pugi::xml_node item : child_named((*xml)->document, "sst").children())
                if (local_name(item.name()) == "si") context.strings.push_back(xlsx_text(item));
        }
    }
    return {};
}

}  // namespace

Result<Workbook> read_xlsx(std::string_view bytes, const SheetLimits& limits) {
    if (bytes.empty()) return refused("sheets.empty_file");
    auto archive = Archive::open(bytes, limits);
    if (!archive) return refused(archive.error());
    const auto path = workbook_path(*archive, limits);
    if (!path) return refused(path.error());
    const auto xml = read_xml_part(*archive, *path, limits);
    if (!xml) return refused(xml.error());
    const pugi::xml_node root = *xml ? child_named((*xml)->document, "workbook") : pugi::xml_node{};
    if (!root) return refused("sheets.not_xlsx");
    const auto relations = relations_of(*archive, *path, limits);
    if (!relations) return refused(relations.error());

    Workbook book;
    SheetNotes notes(book);
    XlsxContext context{.limits = limits, .notes = notes};
    context.system_1904 = attribute_named(child_named(root, "workbookPr"), "date1904").as_bool();
    if (auto done = read_shared_parts(*archive, *relations, context); !done) return refused(done.error());

    for (const pugi::xml_node node : child_named(root, "sheets").children()) {
        const auto relation = relations->find(attribute_named(node, "id").value());
        if (relation == relations->end() || relation->second.type != "worksheet" || relation->second.target.empty())
            continue;  // a chart sheet, or one that lies outside of the file
        if (book.sheets.size() == limits.sheets)
            return refused("sheets.too_large", {{"what", "sheets"}, {"limit", std::to_string(limits.sheets)}});
        Sheet sheet;
        sheet.name = attribute_named(node, "name").value();
        const std::string_view state = attribute_named(node, "state").value();
        sheet.hidden = state == "hidden" || state == "veryHidden";
        const auto worksheet = read_xml_part(*archive, relation->second.target, limits);
        if (!worksheet) {
            Problem problem = worksheet.error();
            problem.values.emplace("sheet", sheet.name);
            return refused(std::move(problem));
        }
        if (!*worksheet) return refused("sheets.not_xlsx", {}, sheet.name);
        if (auto done = read_worksheet(child_named((*worksheet)->document, "worksheet"), sheet, context); !done)
            return refused(done.error());
        if (sheet.hidden) notes.add("sheets.hidden_sheet", sheet.name);
        book.sheets.push_back(std::move(sheet));
    }
    if (book.sheets.empty()) return refused("sheets.not_xlsx");
    notes.close();
    return book;
}

}  // namespace pamong

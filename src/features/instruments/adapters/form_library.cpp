#include "features/instruments/adapters/form_library.h"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>

#include "platform/crypto/crypto.h"
#include "platform/embedded.h"

namespace pamong::instruments {
namespace {

constexpr std::size_t largest_instance = std::size_t{512} * 1024;
constexpr int deepest = 32;

struct Shipped {
    std::string_view code;
    std::string_view title_id;
    std::string_view title_en;
    std::int64_t minutes;
};
constexpr std::array<Shipped, 2> shipped{
    {{"classroom_observation_2025", "Observasi kelas (8 indikator)", "Classroom observation (8 indicators)", 40},
     {"pupil_voice", "Suara murid", "Pupil voice", 2}}};

using Types = std::map<std::string, std::string, std::less<>>;

void collect_binds(const pugi::xml_node& node, Types& types) {
    for (const auto& child : node.children()) {
        if (std::string_view(child.name()) == "bind")
            types.emplace(child.attribute("nodeset").value(), child.attribute("type").value());
        collect_binds(child, types);
    }
}

const Types& types_of(const Instrument& form) {
    static std::map<std::string, Types> known = [] {
        std::map<std::string, Types> all;
        for (const Instrument& one : instruments()) {
            pugi::xml_document document;
            expects(document.load_buffer(one.xml.data(), one.xml.size()), one.code + " is readable");
            collect_binds(document, all[one.version]);
        }
        return all;
    }();
    return known[form.version];
}

bool fits(std::string_view type, const std::string& value) {
    if (value.empty()) return true;
    if (type == "int" || type == "xsd:int") return exact_from(value) && exact_from(value)->denominator() == 1;
    if (type == "decimal") return exact_from(value).has_value();
    if (type == "date") return day_from(std::string_view(value).substr(0, 10)).has_value();
    return true;
}

class InstanceReader {
  public:
    explicit InstanceReader(const Types& types) : types_(types) {}

    Done read(const pugi::xml_node& node, const std::string& path, const std::string& repeat, int depth) {
        if (depth > deepest) return refused("instruments.too_deep");
        std::map<std::string, int> total;
        std::map<std::string, int> seen;
        for (const auto& child : node.children())
            if (child.type() == pugi::node_element) ++total[child.name()];
        bool leaf = true;
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            leaf = false;
            const std::string name = child.name();
            const int number = ++seen[name];
            const bool repeats = total[name] > 1 || types_.find(path + "/" + name) == types_.end();
            const bool has_children = std::ranges::any_of(
                child.children(), [](const auto& inner) { return inner.type() == pugi::node_element; });
            const std::string index = repeats && has_children && total[name] > 1
                                          ? (repeat.empty() ? "" : repeat + ".") + std::to_string(number)
                                          : repeat;
            if (auto done = read(child, path + "/" + name, index, depth + 1); !done) return done;
        }
        return leaf ? take(path, repeat, node.child_value()) : Done{};
    }
    std::vector<Answer> answers;

  private:
    Done take(const std::string& path, const std::string& repeat, std::string value) {
        const std::string plain = path;
        if (plain.starts_with("/data/meta")) return {};
        const auto type = types_.find(plain);
        if (type == types_.end()) {
            if (value.empty()) return {};
            return refused("instruments.unknown_question", {{"question", plain.substr(0, 80)}}, plain);
        }
        if (!fits(type->second, value))
            return refused("instruments.wrong_type", {{"question", plain.substr(0, 80)}}, plain);
        if (value.empty()) return {};
        auto number = exact_from(value);
        answers.push_back(
            {plain, repeat, std::move(value), number && number->denominator() <= 1'000'000 ? number : std::nullopt});
        return {};
    }
    const Types& types_;
};

}  // namespace

const std::vector<Instrument>& instruments() {
    static const std::vector<Instrument> all = [] {
        std::vector<Instrument> read;
        for (const Shipped& one : shipped) {
            const auto xml = embedded("instruments/" + std::string(one.code) + ".xml");
            expects(xml.has_value(), std::string(one.code) + " is part of the program");
            read.push_back({uuid_for_name("instrument " + std::string(one.code)), std::string(one.code),
                            blake2b_hex(*xml).substr(0, 12), std::string(one.title_id), std::string(one.title_en),
                            one.minutes, *xml});
        }
        return read;
    }();
    return all;
}

const Instrument* instrument_with(const Uuid& id, std::string_view version) {
    for (const Instrument& one : instruments())
        if (one.id == id && one.version == version) return &one;
    return nullptr;
}

Result<std::vector<Answer>> read_instance(std::string_view xml, const Instrument& form, const SubmissionId& id) {
    if (xml.size() > largest_instance) return refused("instruments.too_large");
    if (xml.find("<!DOCTYPE") != std::string_view::npos || xml.find("<!ENTITY") != std::string_view::npos)
        return refused("instruments.bad_xml");
    pugi::xml_document document;
    const auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) return refused("instruments.bad_xml");
    const auto root = document.document_element();
    std::string_view written;
    for (const auto& meta : root.children())
        if (std::string_view(meta.name()).ends_with("meta"))
            for (const auto& part : meta.children())
                if (std::string_view(part.name()).ends_with("instanceID")) written = part.child_value();
    if (written != "uuid:" + to_string(id)) return refused("instruments.wrong_instance");
    InstanceReader reader(types_of(form));
    for (auto meta = root.first_child(); meta;) {
        const auto next = meta.next_sibling();
        if (std::string_view(meta.name()).ends_with("meta")) document.document_element().remove_child(meta);
        meta = next;
    }
    if (auto done = reader.read(root, "/data", "", 0); !done) return refused(done.error());
    return std::move(reader.answers);
}

}  // namespace pamong::instruments

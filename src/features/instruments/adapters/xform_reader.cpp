#include "features/instruments/adapters/xform_reader.h"

#include <map>
#include <pugixml.hpp>

namespace pamong::instruments {
namespace {

constexpr std::size_t largest_instance = std::size_t{512} * 1024;
constexpr int deepest = 32;

/// Names without their prefix: "orx:meta" and "meta" are one thing to us.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

bool is_element(const pugi::xml_node& node) { return node.type() == pugi::node_element; }

/// "/data/orx:meta/orx:instanceID" -> "/data/meta/instanceID".
std::string without_prefixes(std::string_view path) {
    std::string plain;
    while (!path.empty()) {
        const auto step = path.substr(0, path.find('/', 1));
        const auto colon = step.find(':');
        plain += colon == std::string_view::npos ? std::string(step) : '/' + std::string(step.substr(colon + 1));
        path.remove_prefix(step.size());
    }
    return plain;
}

AnswerKind kind_of(std::string_view type) {
    type.remove_prefix(type.find(':') + 1);
    if (type == "int" || type == "integer" || type == "long") return AnswerKind::whole;
    if (type == "decimal" || type == "double") return AnswerKind::decimal;
    if (type == "date") return AnswerKind::day;
    if (type == "dateTime") return AnswerKind::moment;
    return AnswerKind::text;
}

class FormReader {
  public:
    explicit FormReader(Form& form) : form_(form) {}

    void binds(const pugi::xml_node& model) {
        for (const auto& bind : model.children()) {
            if (local_name(bind) != "bind") continue;
            const std::string_view required = bind.attribute("required").value();
            form_.questions[without_prefixes(bind.attribute("nodeset").value())] = {
                kind_of(bind.attribute("type").value()), required == "true()" || required == "true"};
        }
    }
    void controls(const pugi::xml_node& node, int depth) {
        if (depth > 2 * deepest) return;
        for (const auto& child : node.children()) {
            if (!is_element(child)) continue;
            const auto name = local_name(child);
            if (name == "repeat") form_.repeats.insert(without_prefixes(child.attribute("nodeset").value()));
            if (name == "select1") choices(child, AnswerKind::choice);
            else if (name == "select") choices(child, AnswerKind::choices);
            else controls(child, depth + 1);
        }
    }
    /// Nodes of the instance without a bind take text, unless they are groups.
    void nodes(const pugi::xml_node& node, const std::string& path, int depth) {
        if (depth > deepest) return;
        bool leaf = true;
        for (const auto& child : node.children()) {
            if (!is_element(child)) continue;
            leaf = false;
            nodes(child, path + '/' + std::string(local_name(child)), depth + 1);
        }
        if (leaf) form_.questions.try_emplace(path);
        else form_.questions.erase(path);
    }

  private:
    void choices(const pugi::xml_node& select, AnswerKind kind) {
        const auto question = form_.questions.find(without_prefixes(select.attribute("ref").value()));
        if (question == form_.questions.end()) return;
        question->second.kind = kind;
        for (const auto& item : select.children()) {
            if (local_name(item) == "itemset") {
                question->second.choices.clear();
                return;
            }
            if (local_name(item) == "item")
                for (const auto& value : item.children())
                    if (local_name(value) == "value") question->second.choices.emplace(value.child_value());
        }
    }
    Form& form_;
};

class InstanceReader {
  public:
    InstanceReader(const Form& form, std::vector<Answer>& answers) : form_(form), answers_(answers) {}

    Done read(const pugi::xml_node& node, const std::string& path, const std::string& repeat, int depth) {
        if (depth > deepest) return refused("instruments.too_deep");
        std::map<std::string_view, int> seen;
        bool leaf = true;
        for (const auto& child : node.children()) {
            if (!is_element(child)) continue;
            leaf = false;
            const auto name = local_name(child);
            if (depth == 0 && name == "meta") continue;
            const std::string inner = path + '/' + std::string(name);
            const int number = ++seen[name];
            std::string index = repeat;
            if (form_.repeats.contains(inner)) index += (repeat.empty() ? "" : ".") + std::to_string(number);
            else if (number > 1) return refused("instruments.bad_xml", {}, inner.substr(0, 200));
            if (auto done = read(child, inner, index, depth + 1); !done) return done;
        }
        if (!leaf || depth == 0) return {};
        auto answer = read_answer(form_, path, repeat, node.text().get());
        if (!answer) return refused(std::move(answer).error());
        if (*answer) answers_.push_back(std::move(**answer));
        return {};
    }

  private:
    const Form& form_;
    std::vector<Answer>& answers_;
};

std::string_view written_id(const pugi::xml_node& root) {
    for (const auto& meta : root.children())
        if (local_name(meta) == "meta")
            for (const auto& part : meta.children())
                if (local_name(part) == "instanceID") return part.text().get();
    return {};
}

}  // namespace

Result<Form> read_form(std::string_view xml) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size())) return refused("instruments.bad_form");
    pugi::xml_node model;
    pugi::xml_node body;
    for (const auto& part : document.document_element().children()) {
        if (local_name(part) == "body") body = part;
        if (local_name(part) == "head")
            for (const auto& inner : part.children())
                if (local_name(inner) == "model") model = inner;
    }
    const auto root = model.child("instance").first_child();
    if (!root || !body) return refused("instruments.bad_form");
    Form form{std::string(local_name(root)), root.attribute("id").value()};
    FormReader reader(form);
    reader.binds(model);
    reader.nodes(root, '/' + form.root, 0);
    reader.controls(body, 0);
    return form;
}

Result<std::vector<Answer>> read_instance(std::string_view xml, const Form& form, const SubmissionId& id) {
    if (xml.size() > largest_instance) return refused("instruments.too_large");
    if (xml.find("<!DOCTYPE") != std::string_view::npos || xml.find("<!ENTITY") != std::string_view::npos)
        return refused("instruments.bad_xml");
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8))
        return refused("instruments.bad_xml");
    const auto root = document.document_element();
    if (local_name(root) != form.root || form.id != root.attribute("id").value())
        return refused("instruments.other_form");
    if (written_id(root) != "uuid:" + to_string(id)) return refused("instruments.wrong_instance");
    std::vector<Answer> answers;
    if (auto done = InstanceReader(form, answers).read(root, '/' + form.root, "", 0); !done)
        return refused(std::move(done).error());
    return answers;
}

}  // namespace pamong::instruments

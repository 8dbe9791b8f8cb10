#include "app/score_fields.h"

namespace pamong {
namespace {

std::string index_text(std::size_t i) { return "[" + std::to_string(i) + "]"; }

bool short_number(const ScoreValue& value) {
    if (value.kind != ScoreValue::Kind::number && value.kind != ScoreValue::Kind::text) return false;
    const auto point = value.text.find('.');
    return point == std::string::npos || value.text.size() - point - 1 <= 6;
}

}  // namespace

bool ScoreFields::has(std::string_view name) {
    used_.emplace(name);
    const ScoreValue* found = input_.member(name);
    return found != nullptr && found->kind != ScoreValue::Kind::null;
}

const ScoreValue* ScoreFields::find(std::string_view name) {
    if (has(name)) return input_.member(name);
    wrong("score.missing_field", name);
    return nullptr;
}

void ScoreFields::wrong(std::string_view code, std::string_view name, const std::string& at) {
    if (!problem_)
        problem_ = Problem{std::string(code), std::string(name) + at, {{"field", std::string(name) + at}}, {}};
}

Exact ScoreFields::number_of(const ScoreValue& value, std::string_view name, const std::string& at) {
    const auto number = short_number(value) ? exact_from(value.text) : std::nullopt;
    if (number && *number <= 1'000'000 && *number >= -1'000'000) return *number;
    wrong("score.not_number", name, at);
    return {};
}

int ScoreFields::whole_of(const ScoreValue& value, std::string_view name, const std::string& at) {
    const Exact number = number_of(value, name, at);
    if (number.denominator() != 1) wrong("score.not_whole", name, at);
    return static_cast<int>(number.numerator());
}

Exact ScoreFields::number(std::string_view name) {
    const ScoreValue* value = find(name);
    return value == nullptr ? Exact{} : number_of(*value, name, {});
}

Exact ScoreFields::number_or(std::string_view name, const Exact& otherwise) {
    return has(name) ? number(name) : otherwise;
}

int ScoreFields::whole(std::string_view name) {
    const ScoreValue* value = find(name);
    return value == nullptr ? 0 : whole_of(*value, name, {});
}

std::string ScoreFields::text(std::string_view name) {
    const ScoreValue* value = find(name);
    if (value != nullptr && value->kind == ScoreValue::Kind::text) return value->text;
    wrong("score.not_text", name);
    return {};
}

std::string ScoreFields::text_or(std::string_view name, const std::string& otherwise) {
    return has(name) ? text(name) : otherwise;
}

const ScoreValue* ScoreFields::list(std::string_view name) {
    const ScoreValue* value = find(name);
    if (value != nullptr && value->kind == ScoreValue::Kind::list) return value;
    wrong("score.not_list", name);
    return nullptr;
}

std::vector<Exact> ScoreFields::numbers(std::string_view name) {
    std::vector<Exact> numbers;
    if (const ScoreValue* value = list(name))
        for (const ScoreValue& item : value->items)
            numbers.push_back(number_of(item, name, index_text(numbers.size())));
    return numbers;
}

std::vector<int> ScoreFields::wholes(std::string_view name) {
    std::vector<int> numbers;
    if (const ScoreValue* value = list(name))
        for (const ScoreValue& item : value->items) numbers.push_back(whole_of(item, name, index_text(numbers.size())));
    return numbers;
}

std::vector<std::vector<int>> ScoreFields::lists_of_wholes(std::string_view name) {
    std::vector<std::vector<int>> lists;
    const ScoreValue* outer = list(name);
    if (outer == nullptr) return lists;
    for (const ScoreValue& inner : outer->items) {
        const std::string at = index_text(lists.size());
        if (inner.kind != ScoreValue::Kind::list) wrong("score.not_list", name, at);
        lists.emplace_back();
        for (const ScoreValue& item : inner.items)
            lists.back().push_back(whole_of(item, name, at + index_text(lists.back().size())));
    }
    return lists;
}

std::vector<std::string> ScoreFields::texts(std::string_view name) {
    std::vector<std::string> texts;
    if (const ScoreValue* value = list(name))
        for (const ScoreValue& item : value->items) {
            if (item.kind != ScoreValue::Kind::text) wrong("score.not_text", name, index_text(texts.size()));
            texts.push_back(item.text);
        }
    return texts;
}

std::vector<ScoreValue> ScoreFields::objects(std::string_view name) {
    std::vector<ScoreValue> objects;
    if (const ScoreValue* value = list(name))
        for (const ScoreValue& item : value->items) {
            if (item.kind != ScoreValue::Kind::object) wrong("score.not_object", name, index_text(objects.size()));
            objects.push_back(item);
        }
    return objects;
}

std::vector<std::string> ScoreFields::not_used() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : input_.members)
        if (!used_.contains(name)) names.push_back(name);
    return names;
}

}  // namespace pamong

#include "features/evaluation/adapters/rules.h"

#include <boost/json.hpp>
#include <charconv>

#include "platform/embedded.h"
#include "platform/json/json.h"
#include "platform/regulation_table.h"

namespace pamong::evaluation {
namespace {

RegulationTable table_of(std::string_view path) {
    auto table = RegulationTable::parse(path, embedded(path).value());
    expects(table.has_value(), "a regulation file that cannot be read");
    return std::move(*table);
}

BandEdge edge_from(const std::string& text) {
    if (text == "above") return BandEdge::above;
    return text == "from" ? BandEdge::from : BandEdge::rest;
}

/// A number, or a text that is one; binary fractions of a model are read to ten places.
std::optional<Exact> exact_of(const boost::json::value& value) {
    if (value.is_string()) return exact_from(std::string_view(value.get_string()));
    if (value.is_int64()) return Exact(value.get_int64());
    if (value.is_uint64() && value.get_uint64() <= INT64_MAX)
        return Exact(static_cast<std::int64_t>(value.get_uint64()));
    if (!value.is_double()) return std::nullopt;
    const double number = value.get_double();
    if (!(number > -9e8 && number < 9e8)) return std::nullopt;
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, 10);
    return exact_from({digits.data(), end.ptr});
}

const boost::json::value* at_path(const boost::json::value& document, std::string_view path) {
    const boost::json::value* here = &document;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto step = path.substr(0, dot);
        if (const auto* object = here->if_object()) {
            here = object->if_contains(step);
        } else if (const auto* list = here->if_array()) {
            std::size_t index = 0;
            const auto read = std::from_chars(step.data(), step.data() + step.size(), index);
            here = read.ec == std::errc{} && read.ptr == step.data() + step.size() ? list->if_contains(index) : nullptr;
        } else {
            return nullptr;
        }
        if (here == nullptr || dot == std::string_view::npos) return here;
        path.remove_prefix(dot + 1);
    }
    return nullptr;
}

void collect_numbers(const boost::json::value& value, const std::string& path, std::vector<FactNumber>& found) {
    constexpr std::size_t enough = 60;
    if (found.size() >= enough) return;
    const auto below = [&](std::string_view step) {
        return path.empty() ? std::string(step) : path + "." + std::string(step);
    };
    if (const auto* object = value.if_object()) {
        for (const auto& [key, member] : *object)
            if (key != "rests_on" && key.find('.') == std::string_view::npos)
                collect_numbers(member, below(key), found);
    } else if (const auto* list = value.if_array()) {
        for (std::size_t i = 0; i < list->size(); ++i) collect_numbers((*list)[i], below(std::to_string(i)), found);
    } else if (const auto number = exact_of(value)) {
        found.push_back({path, to_string(*number)});
    }
}

}  // namespace

const std::vector<ChecklistAspect>& checklist() {
    static const std::vector<ChecklistAspect> aspects = [] {
        auto table = table_of("regulations/cipp_checklist.csv");
        std::vector<ChecklistAspect> all;
        for (std::size_t row = 0; row < table.size(); ++row) {
            ChecklistAspect aspect;
            if (!enum_from(table.text(row, "component"), aspect.component)) table.wrong(row, "component");
            aspect.code = table.text(row, "code");
            aspect.name = table.text(row, "aspect_id");
            aspect.question = table.text(row, "question_id");
            aspect.criterion = table.text(row, "criterion_id");
            aspect.sources = table.text(row, "evidence_id");
            all.push_back(std::move(aspect));
        }
        expects(!table.problem(), "regulations/cipp_checklist.csv is malformed");
        return all;
    }();
    return aspects;
}

const Scales& scales() {
    static const Scales all = [] {
        auto table = table_of("regulations/cipp_scales.csv");
        std::map<ScaleRule, std::vector<RatingBand>> bands;
        std::map<ScaleRule, Citation> sources;
        for (std::size_t row = 0; row < table.size(); ++row) {
            ScaleRule rule{};
            if (!enum_from(table.text(row, "rule"), rule)) table.wrong(row, "rule");
            bands[rule].push_back({edge_from(table.text(row, "edge")),
                                   table.decimal_or_nothing(row, "lower").value_or(Exact{}),
                                   table.text(row, "name_id"),
                                   table.text(row, "name_en"),
                                   {}});
            sources[rule] = table.citation(row);
        }
        Scales read;
        for (auto& [rule, its_bands] : bands) {
            auto scale = RatingScale::of(sources[rule], std::move(its_bands));
            expects(scale.has_value(), "regulations/cipp_scales.csv has a scale of the wrong shape");
            read.emplace(rule, std::move(*scale));
        }
        expects(!table.problem() && read.size() == 5, "regulations/cipp_scales.csv is malformed");
        return read;
    }();
    return all;
}

std::optional<Exact> JsonFactReader::number_at(const std::string& content, std::string_view path) {
    const auto document = parse_json(content);
    if (!document) return std::nullopt;
    const auto* value = at_path(*document, path);
    return value == nullptr ? std::nullopt : exact_of(*value);
}

bool JsonFactReader::says_yes(const std::string& content, std::string_view path) {
    const auto document = parse_json(content);
    if (!document) return false;
    const auto* value = at_path(*document, path);
    return value != nullptr && value->is_bool() && value->get_bool();
}

std::vector<FactNumber> numbers_in(const std::string& content) {
    std::vector<FactNumber> found;
    if (const auto document = parse_json(content)) collect_numbers(*document, "", found);
    return found;
}

}  // namespace pamong::evaluation

#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/score_input.h"
#include "base/result.h"

namespace pamong {

/// The `input` of one item, read by field name. The first wrong field is remembered and a harmless value returned, so
/// a method reads all it needs and asks once: `if (fields.problem()) return refused(*fields.problem())`.
///
/// Numbers are plain decimals (or texts that hold one): at most 1,000,000 in size and six digits after the point, far
/// beyond any score or credit, and small enough that exact arithmetic stays within its bounds.
class ScoreFields {
  public:
    explicit ScoreFields(const ScoreValue& input) : input_(input) {}

    [[nodiscard]] bool has(std::string_view name);
    Exact number(std::string_view name);
    Exact number_or(std::string_view name, const Exact& otherwise);
    int whole(std::string_view name);
    std::string text(std::string_view name);
    std::string text_or(std::string_view name, const std::string& otherwise);
    std::vector<Exact> numbers(std::string_view name);
    std::vector<int> wholes(std::string_view name);
    std::vector<std::vector<int>> lists_of_wholes(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    std::vector<ScoreValue> objects(std::string_view name);

    [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
    /// Fields that were given and that no one asked for, such as a misspelt one.
    [[nodiscard]] std::vector<std::string> not_used() const;

  private:
    const ScoreValue* find(std::string_view name);
    const ScoreValue* list(std::string_view name);
    void wrong(std::string_view code, std::string_view name, const std::string& at = {});
    Exact number_of(const ScoreValue& value, std::string_view name, const std::string& at);
    int whole_of(const ScoreValue& value, std::string_view name, const std::string& at);

    const ScoreValue& input_;
    std::set<std::string, std::less<>> used_;
    std::optional<Problem> problem_;
};

}  // namespace pamong

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "features/evidence/domain/evidence.h"

namespace pamong::evidence {

/// What is offered as a fact, as canonical JSON (members sorted): `Content().text("quote", q).number("start",
/// 3).json()`. Fractions are texts ("83.3333333333"), so that no reader rounds them.
class Content {
  public:
    Content& text(std::string_view name, std::string_view value);
    Content& number(std::string_view name, std::int64_t value);
    Content& exact(std::string_view name, const Exact& value);
    Content& yes_no(std::string_view name, bool value);
    Content& texts(std::string_view name, const std::vector<std::string>& values);
    Content& part(std::string_view name, const Content& value);
    Content& parts(std::string_view name, const std::vector<Content>& values);
    /// What the fact rests on: in the content, so that resting on a newer revision makes a new fact.
    Content& rests_on(const std::vector<std::pair<ItemRef, Why>>& edges);
    [[nodiscard]] std::string json() const;

  private:
    std::map<std::string, std::string, std::less<>> members_;
};

/// "coding:0190...@2": how a revision is named in printed chains.
std::string ref_text(Kind kind, const ItemRef& ref);
std::string ref_text(const ItemRef& ref);  ///< without the kind

}  // namespace pamong::evidence

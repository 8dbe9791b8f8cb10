#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pamong {

/// Numbers for people's ids in a file, in the order they come.
class Names {
  public:
    std::int32_t number_of(std::string_view name) {
        const auto found = numbers_.find(name);
        if (found != numbers_.end()) return found->second;
        const auto number = static_cast<std::int32_t>(names_.size());
        names_.push_back(&numbers_.emplace(name, number).first->first);
        return number;
    }
    [[nodiscard]] std::optional<std::int32_t> find(std::string_view name) const {
        const auto found = numbers_.find(name);
        if (found == numbers_.end()) return std::nullopt;
        return found->second;
    }
    [[nodiscard]] const std::string& operator[](std::int32_t number) const {
        return *names_[static_cast<std::size_t>(number)];
    }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> names_;  // keys of a node-based map stay where they are
};

}  // namespace pamong

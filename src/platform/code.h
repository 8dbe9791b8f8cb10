#pragma once

#include <cstddef>
#include <string_view>

namespace pamong {

/// Text that is part of the program: an event name, a problem code, a route pattern. Because only a literal becomes a
/// Code, whatever takes a Code (logs, metrics) cannot be handed a person's name by mistake.
class Code {
  public:
    constexpr Code() = default;
    template <std::size_t length>
    consteval Code(const char (&literal)[length]) : text_(literal, length - 1) {}  // NOLINT: a literal is a code

    /// For text that lives as long as the program but is not a literal, such as a pattern kept in the route table or
    /// `typeid(x).name()`. Whoever calls this answers for it; searched for in reviews.
    static constexpr Code part_of_program(std::string_view text) {
        Code code;
        code.text_ = text;
        return code;
    }
    /// `text` if it looks like a problem code ("people.nuptk_length"), else "not_a_code". The text must outlive the
    /// Code.
    static constexpr Code checked(std::string_view text) {
        bool fits = !text.empty() && text.size() <= 80;
        for (const char c : text)
            fits = fits && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.');
        return part_of_program(fits ? text : std::string_view("not_a_code"));
    }

    /// The same for a file of ours: lower case letters, digits, "_/." only.
    static constexpr Code checked_path(std::string_view text) {
        bool fits = text.starts_with("src/") && text.size() <= 120;
        for (const char c : text)
            fits = fits && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/');
        return part_of_program(fits ? text : std::string_view("not_a_path"));
    }

    [[nodiscard]] constexpr std::string_view text() const { return text_; }
    [[nodiscard]] constexpr bool empty() const { return text_.empty(); }
    friend constexpr bool operator==(Code, Code) = default;
    friend constexpr auto operator<=>(Code, Code) = default;

  private:
    std::string_view text_;
};

}  // namespace pamong

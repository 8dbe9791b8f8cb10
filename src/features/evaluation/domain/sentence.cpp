#include "features/evaluation/domain/sentence.h"

#include <algorithm>
#include <set>

namespace pamong::evaluation {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Letters, and every byte of a letter outside ASCII.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// "G-03" and "S1" are names; "2019" is a year. Everything else made of digits is a figure.
std::optional<std::string> figure_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        const auto digits = text.substr(at, end - at);
        const bool after_letter = at > 0 && is_letter(text[at - 1]);
        const bool after_dash = at > 1 && text[at - 1] == '-' && is_letter(text[at - 2]);
        const bool is_year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        const bool goes_on = end + 1 < text.size() && (text[end] == ',' || text[end] == '.') && is_digit(text[end + 1]);
        if (!(after_letter || after_dash || (is_year && !goes_on))) return std::string(digits);
        at = end;
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<Piece>> pieces_of(const Sentence& sentence) {
    std::vector<Piece> pieces;
    std::set<std::string> used;
    std::string_view rest = sentence.text;
    while (!rest.empty()) {
        const auto open = rest.find_first_of("{}");
        const auto words = rest.substr(0, open);
        if (const auto figure = figure_in(words))
            return refused("evaluation.number_without_source", {{"digits", *figure}});
        if (!words.empty()) pieces.push_back({std::string(words), std::nullopt});
        if (open == std::string_view::npos) break;
        const auto close = rest.find('}', open);
        if (rest[open] == '}' || close == std::string_view::npos)
            return refused("evaluation.bad_hole", {{"hole", std::string(rest.substr(open, 20))}});
        const std::string name(rest.substr(open + 1, close - open - 1));
        const auto number = std::ranges::find(sentence.numbers, name, &NumberRef::name);
        if (number == sentence.numbers.end()) return refused("evaluation.bad_hole", {{"hole", "{" + name + "}"}});
        if (number->places < 0 || number->places > 6) return refused("evaluation.places");
        used.insert(name);
        pieces.push_back({"", *number});
        rest.remove_prefix(close + 1);
    }
    for (const NumberRef& number : sentence.numbers)
        if (!used.contains(number.name)) return refused("evaluation.unused_number", {{"name", number.name}});
    return pieces;
}

std::string shown(const Exact& value, std::int64_t places) { return fixed(value, static_cast<int>(places), ','); }

}  // namespace pamong::evaluation

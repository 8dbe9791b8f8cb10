#include "features/people/domain/person.h"

#include <algorithm>
#include <array>
#include <set>

namespace pamong::people {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (!word.empty()) words.push_back(word);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return words;
}

std::set<std::string> letter_groups(std::string_view word) {
    const std::string framed = "  " + std::string(word) + " ";
    std::set<std::string> groups;
    for (std::size_t i = 0; i + 3 <= framed.size(); ++i) groups.insert(framed.substr(i, 3));
    return groups;
}

bool is_title(std::string_view word) {
    static constexpr std::array<std::string_view, 12> titles = {"drs",  "dra", "dr",  "ir",  "hj",    "h",
                                                                "prof", "bu",  "ibu", "pak", "bapak", "st"};
    return std::ranges::find(titles, word) != titles.end();
}

}  // namespace

Uuid region_id(std::string_view code) { return uuid_for_name("region kemendagri " + std::string(code)); }

std::string folded_name(std::string_view name) {
    // Degrees follow a comma.
    name = name.substr(0, name.find(','));
    std::string letters;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) letters += c;
        else if (c != '\'') letters += ' ';
    }
    std::string folded;
    for (const auto word : words_of(letters)) {
        if (is_title(word)) continue;
        folded += (folded.empty() ? "" : " ") + std::string(word);
    }
    return folded.empty() ? letters : folded;
}

double name_likeness(std::string_view one, std::string_view other) {
    const auto first = letter_groups(one);
    const auto second = letter_groups(other);
    std::size_t shared = 0;
    for (const auto& group : first) shared += second.contains(group) ? 1 : 0;
    return static_cast<double>(shared) / static_cast<double>(first.size() + second.size() - shared);
}

bool search_finds(std::string_view folded_search, std::string_view folded) {
    if (folded.find(folded_search) != std::string_view::npos) return true;
    // A slip of one or two letters in a word leaves about half of its groups.
    constexpr double alike = 0.4;
    const auto words = words_of(folded);
    return std::ranges::all_of(words_of(folded_search), [&](std::string_view wanted) {
        return std::ranges::any_of(words, [&](std::string_view word) { return name_likeness(wanted, word) >= alike; });
    });
}

}  // namespace pamong::people

#include "platform/chart/text_metrics.h"

#include <algorithm>
#include <array>

namespace pamong {
namespace {

/// Advance widths of U+0020 to U+007E in thousandths of the size, measured with Pango on Noto Sans 20201225.
constexpr std::array<int, 95> regular_widths{
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572};
constexpr std::array<int, 95> bold_widths{
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560,
    549, 724, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667,
    624, 579, 331, 413, 331, 572, 411, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620,
    305, 982, 657, 619, 633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572};
constexpr double margin = 1.04;  // DejaVu Sans is wider, most browsers' sans-serif is about the same

std::string with_ellipsis(std::string text, double width, double size, bool bold) {
    while (!text.empty() && text_width(text, size, bold) + 0.8 * size > width) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
        if (!text.empty()) text.pop_back();
    }
    while (text.ends_with(' ')) text.pop_back();
    return text + "\u2026";
}

}  // namespace

double text_width(std::string_view utf8, double size, bool bold) {
    double thousandths = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F) thousandths += (bold ? bold_widths : regular_widths)[byte - 0x20U];
        else if ((byte & 0xC0U) != 0x80U) thousandths += 600;
    }
    return thousandths * size / 1000 * margin;
}

std::vector<std::string> wrapped(std::string_view utf8, double width, double size, std::size_t most, bool bold) {
    std::vector<std::string> lines;
    std::string line;
    while (!utf8.empty()) {
        const auto blank = std::min(utf8.find(' '), utf8.size());
        const std::string_view word = utf8.substr(0, blank);
        utf8.remove_prefix(std::min(blank + 1, utf8.size()));
        const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
        if (line.empty() || text_width(longer, size, bold) <= width) {
            line = longer;
        } else {
            if (lines.size() + 1 == most) {
                lines.push_back(with_ellipsis(longer, width, size, bold));
                return lines;
            }
            lines.push_back(std::move(line));
            line = word;
        }
        if (text_width(line, size, bold) > width) {  // one word that is too long for any line
            lines.push_back(with_ellipsis(std::move(line), width, size, bold));
            line.clear();
            if (lines.size() == most) return lines;
        }
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace pamong

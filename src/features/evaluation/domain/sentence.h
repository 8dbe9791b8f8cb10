#pragma once

#include "base/result.h"
#include "features/evaluation/domain/evaluation.h"

namespace pamong::evaluation {

/// A stretch of a rendered sentence: words, or a number with the record it comes from.
struct Piece {
    std::string text;
    std::optional<NumberRef> number;
};

/// Cuts "{persen} persen sesi" at its holes. Every hole needs a number of that name and every number a hole; digits
/// outside holes are refused, because a typed figure leads nowhere (years and names such as "G-03" or "S1" are fine).
/// Problems: evaluation.bad_hole, evaluation.number_without_source {digits}, evaluation.unused_number {name},
/// evaluation.places.
Result<std::vector<Piece>> pieces_of(const Sentence& sentence);

/// Indonesian print: 83.333 with one place is "83,3".
std::string shown(const Exact& value, std::int64_t places);

}  // namespace pamong::evaluation

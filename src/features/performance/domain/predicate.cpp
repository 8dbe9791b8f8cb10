#include "features/performance/domain/predicate.h"

namespace pamong {
namespace {

constexpr std::array<std::string_view, 3> expectation_names = {"di atas ekspektasi", "sesuai ekspektasi",
                                                               "di bawah ekspektasi"};

}  // namespace

std::optional<Expectation> expectation_from(std::string_view text) {
    for (std::size_t i = 0; i < expectation_names.size(); ++i)
        if (expectation_names.at(i) == text) return static_cast<Expectation>(i);
    return std::nullopt;
}

std::string_view name_of(Expectation expectation) {
    return expectation_names.at(static_cast<std::size_t>(expectation));
}

}  // namespace pamong

#include "base/random.h"

#include <bit>

namespace pamong {

std::uint64_t Random::below(std::uint64_t below) {
    if (below <= 1) return 0;
    __extension__ using Wide = unsigned __int128;
    Wide product = static_cast<Wide>(next()) * below;
    auto low = static_cast<std::uint64_t>(product);
    if (low < below) {
        const std::uint64_t threshold = -below % below;
        while (low < threshold) {
            product = static_cast<Wide>(next()) * below;
            low = static_cast<std::uint64_t>(product);
        }
    }
    return static_cast<std::uint64_t>(product >> 64U);
}

SeededRandom::SeededRandom(std::uint64_t seed) {
    for (auto& word : state_) {
        seed += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = seed;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        word = mixed ^ (mixed >> 31U);
    }
}

std::uint64_t SeededRandom::next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

}  // namespace pamong

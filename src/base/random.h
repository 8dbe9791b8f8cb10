#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace pamong {

/// A source of random numbers, handed in so that a run can be repeated. Models UniformRandomBitGenerator.
class Random {
  public:
    using result_type = std::uint64_t;
    virtual ~Random() = default;
    virtual std::uint64_t next() = 0;

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() { return next(); }

    /// A whole number in [0, below), without bias (Lemire 2019, "Fast Random Integer Generation in an Interval").
    std::uint64_t below(std::uint64_t below);
    /// A number in [0, 1) with 53 random bits.
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
};

/// xoshiro256** 1.0 (Blackman and Vigna 2021), seeded through splitmix64: the same numbers on every machine.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed);
    std::uint64_t next() override;

  private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace pamong

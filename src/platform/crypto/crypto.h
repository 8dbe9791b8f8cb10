#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/time.h"

namespace pamong {

/// 32 random bytes as 43 characters of base64url: session and invitation tokens. Store only blake2b_hex(token).
std::string random_token();

/// BLAKE2b-256 (RFC 7693) as 64 hex digits.
std::string blake2b_hex(std::string_view text);

using BlakeKey = std::array<unsigned char, 32>;
BlakeKey random_key();
/// Keyed BLAKE2b-256: for hashes of values that could be guessed, such as scores.
std::string blake2b_keyed_hex(std::string_view text, const BlakeKey& key);
/// A purpose's own key from a main key: BLAKE2b-256 of `purpose`, keyed.
BlakeKey derived_key(const BlakeKey& main, std::string_view purpose);

/// Takes the same time wherever the texts differ; lengths are not secret.
bool equal_constant_time(std::string_view one, std::string_view other);

/// Bytes in pieces, for files and journals.
class Blake2b {
  public:
    Blake2b();
    void add(std::string_view part);
    std::string hex();  ///< once, at the end

  private:
    alignas(64) std::array<unsigned char, 384> state_;
};

/// The system's generator. Any thread.
class SystemRandom final : public Random {
  public:
    std::uint64_t next() override;
};

/// The system's clock, UTC. Any thread.
class SystemClock final : public Clock {
  public:
    Timestamp now() override;
};

}  // namespace pamong

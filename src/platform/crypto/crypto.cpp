#include "platform/crypto/crypto.h"

#include <sodium.h>

#include <chrono>

#include "base/result.h"

namespace pamong {
namespace {

void sodium_ready() {
    static const bool started = sodium_init() >= 0;
    expects(started, "libsodium starts");
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string hex_of(const std::array<unsigned char, 32>& hash) {
    std::array<char, 65> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

std::array<unsigned char, 32> blake2b_of(std::string_view text, const unsigned char* key, std::size_t key_length) {
    sodium_ready();
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), key, key_length);
    return hash;
}

}  // namespace

std::string random_token() {
    sodium_ready();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, 64> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string blake2b_hex(std::string_view text) { return hex_of(blake2b_of(text, nullptr, 0)); }

BlakeKey random_key() {
    sodium_ready();
    BlakeKey key{};
    randombytes_buf(key.data(), key.size());
    return key;
}

std::string blake2b_keyed_hex(std::string_view text, const BlakeKey& key) {
    return hex_of(blake2b_of(text, key.data(), key.size()));
}

BlakeKey derived_key(const BlakeKey& main, std::string_view purpose) {
    return blake2b_of(purpose, main.data(), main.size());
}

bool equal_constant_time(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

Blake2b::Blake2b() {
    static_assert(sizeof(crypto_generichash_state) <= sizeof state_);
    sodium_ready();
    crypto_generichash_init(reinterpret_cast<crypto_generichash_state*>(state_.data()), nullptr, 0, 32);
}
void Blake2b::add(std::string_view part) {
    crypto_generichash_update(reinterpret_cast<crypto_generichash_state*>(state_.data()), bytes_of(part), part.size());
}
std::string Blake2b::hex() {
    std::array<unsigned char, 32> hash{};
    crypto_generichash_final(reinterpret_cast<crypto_generichash_state*>(state_.data()), hash.data(), hash.size());
    return hex_of(hash);
}

std::uint64_t SystemRandom::next() {
    sodium_ready();
    std::uint64_t value = 0;
    randombytes_buf(&value, sizeof value);
    return value;
}

Timestamp SystemClock::now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

}  // namespace pamong

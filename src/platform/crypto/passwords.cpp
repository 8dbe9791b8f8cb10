#include "platform/crypto/passwords.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace pamong {
namespace {

constexpr std::size_t argon_memory = std::size_t{19} * 1024 * 1024;
constexpr unsigned long long argon_passes = 2;

std::string argon_hash(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str(text.data(), password.data(), password.size(), argon_passes, argon_memory) != 0)
        throw std::runtime_error("no memory for a password hash");
    return text.data();
}

}  // namespace

/// A place among those who hash right now; waits for one unless too many wait already.
class Passwords::Turn {
  public:
    explicit Turn(Passwords& passwords) : passwords_(passwords) {
        if (passwords_.turns_.try_acquire()) {
            held_ = true;
        } else if (passwords_.waiting_.fetch_add(1) < may_wait) {
            passwords_.turns_.acquire();
            held_ = true;
            --passwords_.waiting_;
        } else {
            --passwords_.waiting_;
        }
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
        if (held_) passwords_.turns_.release();
    }
    [[nodiscard]] bool held() const { return held_; }

  private:
    Passwords& passwords_;
    bool held_ = false;
};

Result<std::string> Passwords::hash(const Private<std::string>& password) {
    const Turn turn(*this);
    if (!turn.held()) return refused("crypto.busy");
    return argon_hash(password.reveal());
}

Result<bool> Passwords::verify(const std::string& hash, const Private<std::string>& password) {
    const Turn turn(*this);
    if (!turn.held()) return refused("crypto.busy");
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    return crypto_pwhash_str_verify(hash.c_str(), password.reveal().data(), password.reveal().size()) == 0;
}

bool Passwords::is_outdated(const std::string& hash) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), argon_passes, argon_memory) != 0;
}

const std::string& Passwords::nobody() {
    static const std::string hash = [] {
        std::array<char, 32> unknown{};
        if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
        randombytes_buf(unknown.data(), unknown.size());
        return argon_hash({unknown.data(), unknown.size()});
    }();
    return hash;
}

}  // namespace pamong

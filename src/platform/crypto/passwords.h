#pragma once

#include <atomic>
#include <semaphore>
#include <string>

#include "base/private.h"
#include "base/result.h"

namespace pamong {

/// Argon2id with 19 MiB and two passes (OWASP Password Storage, first choice), at most two at once so that a flood of
/// sign-ins cannot take the machine's memory. A few may wait; beyond that: problem crypto.busy.
class Passwords {
  public:
    /// "$argon2id$v=19$m=19456,t=2,p=1$..." with a fresh salt.
    Result<std::string> hash(const Private<std::string>& password);
    /// True when the password fits the hash; false also for text that is no hash.
    Result<bool> verify(const std::string& hash, const Private<std::string>& password);
    /// True for hashes made with other costs: hash again at the next sign-in.
    static bool is_outdated(const std::string& hash);
    /// A hash that fits no password: verify against it when there is no such account, so that both take as long.
    static const std::string& nobody();

  private:
    static constexpr int at_once = 2;
    static constexpr int may_wait = 32;
    class Turn;
    std::counting_semaphore<at_once> turns_{at_once};
    std::atomic<int> waiting_ = 0;
};

}  // namespace pamong

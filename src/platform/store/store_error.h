#pragma once

#include <stdexcept>
#include <string>

namespace pamong::store {

/// What the database could not do. Nothing between the store and the three borders catches it.
class StoreError : public std::runtime_error {
  public:
    enum class Kind : std::uint8_t { unique, foreign_key, check, busy, retry, full, lost, unreadable, other };
    StoreError(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    [[nodiscard]] Kind kind() const { return kind_; }

  private:
    Kind kind_;
};

}  // namespace pamong::store

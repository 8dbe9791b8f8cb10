#pragma once

#include <utility>

namespace pamong {

/// Personal text or another value about a person. It can be compared and moved, but not printed, formatted or logged;
/// `reveal()` appears only where it leaves for the database or an authorised reply.
template <class T>
class Private {
  public:
    Private() = default;
    explicit Private(T value) : value_(std::move(value)) {}
    [[nodiscard]] const T& reveal() const { return value_; }
    friend bool operator==(const Private&, const Private&) = default;
    friend auto operator<=>(const Private&, const Private&) = default;

  private:
    T value_{};
};

}  // namespace pamong

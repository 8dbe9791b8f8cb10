#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace pamong {

/// A dense row-major matrix.
template <class T>
class Matrix {
  public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns, T fill = T{})
        : rows_(rows), columns_(columns), cells_(rows * columns, fill) {}
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    T& operator()(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
    const T& operator()(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
    [[nodiscard]] std::span<const T> row(std::size_t row) const { return {cells_.data() + row * columns_, columns_}; }
    friend bool operator==(const Matrix&, const Matrix&) = default;

  private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<T> cells_;
};

}  // namespace pamong

#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "platform/code.h"

namespace pamong {

/// Labels are codes, so a measurement cannot name a person.
struct MetricLabel {
    Code name;
    Code value;
    friend auto operator<=>(const MetricLabel&, const MetricLabel&) = default;
};
using MetricLabels = std::vector<MetricLabel>;

class Counter {
  public:
    void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_ = 0;
};

/// Durations; the bounds run from 0.5 ms to 10 s, in microseconds.
class Histogram {
  public:
    static constexpr std::array<std::int64_t, 12> bounds = {500,    1'000,   2'500,   5'000,     10'000,    25'000,
                                                            50'000, 100'000, 250'000, 1'000'000, 2'500'000, 10'000'000};
    void observe(std::int64_t micros);
    [[nodiscard]] std::uint64_t count() const;
    /// How many were at most bounds[i]; the last entry counts all.
    [[nodiscard]] std::array<std::uint64_t, bounds.size() + 1> cumulative() const;
    [[nodiscard]] std::int64_t sum_micros() const { return sum_.load(std::memory_order_relaxed); }

  private:
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> buckets_{};
    std::atomic<std::int64_t> sum_ = 0;
};

/// Get-or-create by name and labels; references stay valid as long as the Metrics. Any thread.
class Metrics {
  public:
    Counter& counter(Code name, const MetricLabels& labels = {});
    Histogram& histogram(Code name, const MetricLabels& labels = {});
    /// The text format of Prometheus 0.0.4 (text/plain; version=0.0.4); durations in seconds.
    [[nodiscard]] std::string prometheus_text() const;

  private:
    using Key = std::pair<Code, MetricLabels>;
    mutable std::mutex mutex_;
    std::map<Key, std::unique_ptr<Counter>> counters_;
    std::map<Key, std::unique_ptr<Histogram>> histograms_;
};

}  // namespace pamong

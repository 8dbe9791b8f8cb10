#include "platform/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace pamong {
namespace {

std::string label_text(const MetricLabels& labels, std::string_view more = {}) {
    std::string text;
    for (const auto& [name, value] : labels) {
        if (!text.empty()) text += ',';
        text += fmt::format("{}=\"", name.text());
        for (const char c : value.text()) {
            if (c == '"' || c == '\\') text += '\\';
            text += c;
        }
        text += '"';
    }
    if (!more.empty() && !text.empty()) text += ',';
    text += more;
    return text.empty() ? text : "{" + text + "}";
}

}  // namespace

void Histogram::observe(std::int64_t micros) {
    const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(bounds, micros) - bounds.begin());
    buckets_.at(bucket).fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(micros, std::memory_order_relaxed);
}

std::uint64_t Histogram::count() const { return cumulative().back(); }

std::array<std::uint64_t, Histogram::bounds.size() + 1> Histogram::cumulative() const {
    std::array<std::uint64_t, bounds.size() + 1> total{};
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < total.size(); ++i) {
        sum += buckets_.at(i).load(std::memory_order_relaxed);
        total.at(i) = sum;
    }
    return total;
}

Counter& Metrics::counter(Code name, const MetricLabels& labels) {
    const std::scoped_lock lock(mutex_);
    auto& found = counters_[{name, labels}];
    if (!found) found = std::make_unique<Counter>();
    return *found;
}

Histogram& Metrics::histogram(Code name, const MetricLabels& labels) {
    const std::scoped_lock lock(mutex_);
    auto& found = histograms_[{name, labels}];
    if (!found) found = std::make_unique<Histogram>();
    return *found;
}

std::string Metrics::prometheus_text() const {
    const std::scoped_lock lock(mutex_);
    std::string text;
    std::string_view last;
    const auto type = [&](Code name, std::string_view kind) {
        if (name.text() != last) fmt::format_to(std::back_inserter(text), "# TYPE {} {}\n", name.text(), kind);
        last = name.text();
    };
    for (const auto& [key, counter] : counters_) {
        type(key.first, "counter");
        fmt::format_to(std::back_inserter(text), "{}{} {}\n", key.first.text(), label_text(key.second),
                       counter->value());
    }
    for (const auto& [key, histogram] : histograms_) {
        type(key.first, "histogram");
        const auto& name = key.first.text();
        const auto counts = histogram->cumulative();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const std::string bound = i < Histogram::bounds.size()
                                          ? fmt::format("{}", static_cast<double>(Histogram::bounds.at(i)) / 1e6)
                                          : std::string("+Inf");
            fmt::format_to(std::back_inserter(text), "{}_bucket{} {}\n", name,
                           label_text(key.second, fmt::format("le=\"{}\"", bound)), counts.at(i));
        }
        fmt::format_to(std::back_inserter(text), "{}_sum{} {}\n", name, label_text(key.second),
                       static_cast<double>(histogram->sum_micros()) / 1e6);
        fmt::format_to(std::back_inserter(text), "{}_count{} {}\n", name, label_text(key.second), counts.back());
    }
    return text;
}

}  // namespace pamong

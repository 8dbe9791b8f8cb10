#include "platform/metrics.h"

#include <gtest/gtest.h>

namespace pamong {

TEST(Metrics, PrintsCountersAndHistogramsForPrometheus) {
    Metrics metrics;
    metrics.counter("pamong_requests_total", {{"status", "200"}}).add(2);
    metrics.counter("pamong_requests_total", {{"status", "404"}}).add();
    Histogram& taken = metrics.histogram("pamong_request_seconds");
    for (const int micros : {400, 500, 501, 20'000'000}) taken.observe(micros);
    const std::string text = metrics.prometheus_text();
    EXPECT_TRUE(
        text.starts_with("# TYPE pamong_requests_total counter\n"
                         "pamong_requests_total{status=\"200\"} 2\n"
                         "pamong_requests_total{status=\"404\"} 1\n"
                         "# TYPE pamong_request_seconds histogram\n"
                         "pamong_request_seconds_bucket{le=\"0.0005\"} 2\n"  // 400 and 500: bounds are inclusive
                         "pamong_request_seconds_bucket{le=\"0.001\"} 3\n"))
        << text;
    // 0.0004 + 0.0005 + 0.000501 + 20 s, by hand
    EXPECT_NE(text.find("{le=\"+Inf\"} 4\npamong_request_seconds_sum 20.001401\npamong_request_seconds_count 4\n"),
              std::string::npos)
        << text;
}

}  // namespace pamong

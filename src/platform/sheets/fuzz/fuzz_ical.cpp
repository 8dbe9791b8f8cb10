#include <cstddef>
#include <cstdint>

#include "platform/calendar/ical.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr pamong::Timestamp from{1'767'225'600'000'000};  // 2026-01-01
    (void)pamong::read_busy_times({reinterpret_cast<const char*>(data), size}, from, from.plus_seconds(366 * 86'400),
                                  7);
    return 0;
}

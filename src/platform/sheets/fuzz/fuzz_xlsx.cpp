#include <cstddef>
#include <cstdint>

#include "platform/sheets/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    pamong::SheetLimits limits;
    limits.total_bytes = 1U << 22U;  // so that a run is quick
    limits.cells = 10'000;
    limits.rows = 10'000;
    (void)pamong::read_xlsx({reinterpret_cast<const char*>(data), size}, limits);
    return 0;
}

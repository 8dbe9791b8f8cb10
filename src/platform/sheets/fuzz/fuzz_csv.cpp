#include <cstddef>
#include <cstdint>

#include "platform/sheets/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)pamong::read_csv({reinterpret_cast<const char*>(data), size});
    return 0;
}

// Whatever bytes a device sends as a filled form: refused by name or read, in bounded memory, never a crash.
#include <cstddef>
#include <cstdint>

#include "features/instruments/adapters/form_library.h"
#include "features/instruments/adapters/xform_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pamong::instruments;
    const std::string_view text(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
    // The first byte chooses the form; the same bytes are then also tried as a form of their own.
    if (text.empty()) return 0;
    const auto& forms = instruments();
    const auto& form = forms.at(static_cast<std::size_t>(data[0]) % forms.size());
    (void)read_instance(text.substr(1), form, SubmissionId{pamong::uuid_for_name("fuzzed")});
    (void)read_form(text);
    return 0;
}

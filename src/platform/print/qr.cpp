#include "platform/print/qr.h"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

#include "platform/markup.h"

namespace pamong {

Result<QrModules> qr_modules(std::string_view text) {
    struct Freed {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::string bytes(text);
    const std::unique_ptr<QRcode, Freed> code(
        text.empty() ? nullptr
                     : QRcode_encodeData(static_cast<int>(bytes.size()),
                                         reinterpret_cast<const unsigned char*>(bytes.data()), 0, QR_ECLEVEL_M));
    if (!code) return refused("print.qr_too_long", {{"bytes", std::to_string(text.size())}});
    QrModules modules{code->width, {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    modules.dark.reserve(count);
    for (std::size_t at = 0; at < count; ++at) modules.dark.push_back((code->data[at] & 1U) != 0);
    return modules;
}

Result<std::string> qr_svg(std::string_view text, std::string_view label) {
    const auto modules = qr_modules(text);
    if (!modules) return refused(modules.error());
    constexpr int quiet = 4;  // modules, ISO/IEC 18004
    std::string path;
    for (int row = 0; row < modules->side; ++row) {
        for (int column = 0; column < modules->side;) {
            const auto dark = [&](int at) { return modules->dark[static_cast<std::size_t>(row * modules->side + at)]; };
            if (!dark(column)) {
                ++column;
                continue;
            }
            int end = column;
            while (end < modules->side && dark(end)) ++end;
            path += fmt::format("M{} {}h{}v1h-{}z", column + quiet, row + quiet, end - column, end - column);
            column = end;
        }
    }
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{0}" viewBox="0 0 {1} {1}" shape-rendering="crispEdges">)"
        R"(<rect width="{1}" height="{1}" fill="#fff"/><path d="{2}" fill="#000"/></svg>)",
        escaped_markup(label), modules->side + 2 * quiet, path);
}

}  // namespace pamong

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pamong {

/// The modules of a QR code: `side` x `side`, row by row, true is dark. Without the quiet zone.
struct QrModules {
    int side = 0;
    std::vector<bool> dark{};
};

/// Error correction M, the smallest version that fits. Problem: print.qr_too_long (more than 2,331 bytes).
Result<QrModules> qr_modules(std::string_view text);

/// An SVG with a quiet zone of four modules; `label` becomes its accessible name.
Result<std::string> qr_svg(std::string_view text, std::string_view label);

}  // namespace pamong

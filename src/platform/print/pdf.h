#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "platform/print/document.h"

namespace pamong {

struct PrintedPdf {
    std::string bytes;
    int pages = 0;
};

/// Draws the document as PDF: A4, Noto Sans (fallback DejaVu Sans), structure tags, outline from the headings, links.
///
/// Problems: print.link_without_target, print.anchor_twice, print.bad_picture, those of the charts, and those of
/// `step`, which is called now and then with how much is done (0 to 1) and may end it.
using PrintStep = std::function<Done(double share)>;
Result<PrintedPdf> print_pdf(const Document& document, const PrintStep& step = {});

}  // namespace pamong

#pragma once

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
/// Problems: print.link_without_target, print.anchor_twice, print.bad_picture, and those of the charts.
Result<PrintedPdf> print_pdf(const Document& document);

}  // namespace pamong

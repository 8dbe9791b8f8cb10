#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/print/document.h"

namespace pamong {

/// The same document as one <article class="print"> without styles or scripts: the page's own style sheet dresses it.
/// All text is escaped; anchors are ids with `id_prefix` before them so that two documents can share a page.
///
/// Problems: the same as print_pdf.
Result<std::string> print_html(const Document& document, std::string_view id_prefix = {});

}  // namespace pamong

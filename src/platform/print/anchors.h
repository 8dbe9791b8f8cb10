#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/print/document.h"

namespace pamong {

/// Every place of a document that links may lead to, and the anchors of headings that have none of their own.
struct DocumentAnchors {
    std::set<std::string> all{};
    std::map<const doc::Heading*, std::string> of_heading{};
};

/// A name that is safe in HTML ids and in PDF destinations: letters, digits and .:_- ; others become "-".
std::string anchor_name(std::string_view text);

/// Collects the anchors and checks every link. Problems: print.anchor_twice, link_without_target, bad_link.
Result<DocumentAnchors> document_anchors(const Document& document);

}  // namespace pamong

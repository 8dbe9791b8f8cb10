#include "platform/print/document.h"

namespace pamong::doc {

std::string Text::plain() const {
    std::string all;
    for (const Span& span : spans) all += span.text;
    return all;
}

}  // namespace pamong::doc

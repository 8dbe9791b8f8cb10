#pragma once

#include "base/result.h"
#include "platform/print/anchors.h"
#include "platform/print/document.h"
#include "platform/print/pages.h"

namespace pamong {

struct PrintColours {
    static constexpr std::uint32_t ink = 0x1F2933;
    static constexpr std::uint32_t quiet = 0x55606B;
    static constexpr std::uint32_t accent = 0x1D5C8F;
    static constexpr std::uint32_t tint = 0xE6EFF6;
    static constexpr std::uint32_t rule = 0xC3CCD5;
};

/// Puts blocks on pages, one call a block.
class BlockPrinter {
  public:
    BlockPrinter(Pages& pages, PangoContext* context, const DocumentAnchors& anchors)
        : pages_(pages), context_(context), anchors_(anchors) {}

    Done operator()(const doc::TitleBlock& block);
    Done operator()(const doc::Heading& block);
    Done operator()(const doc::Paragraph& block);
    Done operator()(const doc::ItemList& block);
    Done operator()(const doc::Callout& block);
    Done operator()(const doc::Table& block);
    Done operator()(const doc::KeyValues& block);
    Done operator()(const doc::Signatures& block);
    Done operator()(const doc::Figure& block);
    Done operator()(const doc::Notes& block);
    Done operator()(const doc::PageBreak& block);

  private:
    [[nodiscard]] SetText set(const doc::Text& text, const TypeStyle& style, double width) const {
        return {context_, text, style, width};
    }
    void line(const std::string& text, const TypeStyle& style, const char* tag);
    void rectangle(double x, double y, double width, double height, std::uint32_t rgb);
    Done draw_picture(const Chart& chart, double& height, Pages::Step& step);
    Done draw_picture(const doc::Picture& picture, double& height, Pages::Step& step);
    Done draw_picture(const doc::QrCode& code, double& height, Pages::Step& step);

    Pages& pages_;
    PangoContext* context_;
    const DocumentAnchors& anchors_;
};

}  // namespace pamong

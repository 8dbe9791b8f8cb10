#include "platform/print/pdf.h"

#include <cairo-pdf.h>

#include <memory>
#include <stdexcept>

#include "platform/print/pages.h"
#include "platform/print/pdf_blocks.h"
#include "platform/words.h"

namespace pamong {
namespace {

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// A PDF being written into `bytes`.
class PdfSurface {
  public:
    PdfSurface(std::string& bytes, double width, double height)
        : surface_(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, width, height)),
          cairo_(cairo_create(surface_)) {}
    PdfSurface(const PdfSurface&) = delete;
    PdfSurface& operator=(const PdfSurface&) = delete;
    ~PdfSurface() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    [[nodiscard]] cairo_t* cairo() const { return cairo_; }
    [[nodiscard]] cairo_surface_t* surface() const { return surface_; }
    void finish() {
        if (const auto status = cairo_status(cairo_); status != CAIRO_STATUS_SUCCESS) fail(status);
        cairo_surface_finish(surface_);
        if (const auto status = cairo_surface_status(surface_); status != CAIRO_STATUS_SUCCESS) fail(status);
    }

  private:
    [[noreturn]] static void fail(cairo_status_t status) {
        throw std::runtime_error(std::string("cannot draw a PDF: ") + cairo_status_to_string(status));
    }
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};

void set_metadata(cairo_surface_t* surface, const Document& document) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty()) cairo_pdf_surface_set_metadata(surface, what, valid_text(text).c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, document.title);
    set(CAIRO_PDF_METADATA_AUTHOR, document.author);
    set(CAIRO_PDF_METADATA_SUBJECT, document.subject);
    set(CAIRO_PDF_METADATA_KEYWORDS, document.keywords);
    set(CAIRO_PDF_METADATA_CREATOR, "Pamong");
    set(CAIRO_PDF_METADATA_CREATE_DATE, to_string(document.created));
    set(CAIRO_PDF_METADATA_MOD_DATE, to_string(document.created));
}

void add_outline(cairo_surface_t* surface, const std::vector<OutlineEntry>& entries) {
    int parents[4] = {CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT};
    for (const OutlineEntry& entry : entries) {
        const std::string target = "dest='" + entry.anchor + "'";
        const int id = cairo_pdf_surface_add_outline(
            surface, parents[entry.level - 1], valid_text(entry.text).c_str(), target.c_str(),
            entry.level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : static_cast<cairo_pdf_outline_flags_t>(0));
        for (int level = entry.level; level < 4; ++level) parents[level] = id;
    }
}

std::string page_words(const Document& document, std::size_t page, std::size_t pages) {
    const std::map<std::string, std::string> values{{"page", std::to_string(page)}, {"pages", std::to_string(pages)}};
    if (document.page_words.empty())
        return Words::all().text(document.language == "en" ? Language::en : Language::id, "print.page_of", values);
    std::string text = document.page_words;
    for (const auto& [name, value] : values)
        if (const auto at = text.find("{" + name + "}"); at != std::string::npos)
            text.replace(at, name.size() + 2, value);
    return text;
}

/// The small lines above and below the text.
void draw_margins(const Document& document, const Pages& pages, PangoContext* context, cairo_t* cairo, std::size_t page,
                  std::size_t count) {
    const auto small = [&](const std::string& text, double y, doc::Align align, double share) {
        if (text.empty()) return;
        const double wide = pages.width() * share;
        const SetText set(context, text, {8, false, PrintColours::quiet, align}, wide);
        set.draw(cairo, align == doc::Align::end ? pages.left() + pages.width() - wide : pages.left(), y, 0, 1);
    };
    const auto rule = [&](double y) {
        set_rgb(cairo, PrintColours::rule);
        cairo_rectangle(cairo, pages.left(), y, pages.width(), 0.5);
        cairo_fill(cairo);
    };
    if (page > 1 && !(document.header_left.empty() && document.header_right.empty())) {
        small(document.header_left, 30, doc::Align::start, 0.62);
        small(document.header_right, 30, doc::Align::end, 0.36);
        rule(45);
    }
    rule(pages.page_height() - 46);
    small(document.footer_left, pages.page_height() - 41, doc::Align::start, 0.74);
    small(page_words(document, page, count), pages.page_height() - 41, doc::Align::end, 0.24);
}

}  // namespace

Result<PrintedPdf> print_pdf(const Document& document, const PrintStep& step) {
    const auto anchors = document_anchors(document);
    if (!anchors) return refused(anchors.error());
    const PangoContextPointer context = print_context(document.language);
    Pages pages(document.orientation);
    BlockPrinter printer(pages, context.get(), *anchors);
    // Setting the text takes about as long as drawing it.
    const auto share_of = [](std::size_t done, std::size_t all) {
        return static_cast<double>(done) / static_cast<double>(2 * std::max<std::size_t>(1, all));
    };
    std::size_t blocks = 0;
    for (const doc::Block& block : document.blocks) {
        if (auto done = std::visit(printer, block); !done) return refused(done.error());
        if (++blocks % 16 == 0 && step)
            if (auto on = step(share_of(blocks, document.blocks.size())); !on) return refused(on.error());
    }
    // A page break or a table's end must not leave an empty last page.
    while (pages.pages().size() > 1 && pages.pages().back().empty()) pages.pages().pop_back();

    PrintedPdf printed{{}, static_cast<int>(pages.pages().size())};
    PdfSurface pdf(printed.bytes, pages.page_width(), pages.page_height());
    set_metadata(pdf.surface(), document);
    add_outline(pdf.surface(), pages.outline());
    cairo_t* cairo = pdf.cairo();
    cairo_tag_begin(cairo, "Document", nullptr);
    for (std::size_t page = 0; page < pages.pages().size(); ++page) {
        for (Pages::Step& draw : pages.pages()[page]) draw(cairo);
        draw_margins(document, pages, context.get(), cairo, page + 1, pages.pages().size());
        if (page + 1 < pages.pages().size()) cairo_show_page(cairo);
        if (page % 8 == 7 && step)
            if (auto on = step(0.5 + share_of(page, pages.pages().size())); !on) return refused(on.error());
    }
    cairo_tag_end(cairo, "Document");
    pdf.finish();
    return printed;
}

}  // namespace pamong

#include "features/evaluation/adapters/report_output.h"

#include "features/evaluation/adapters/report_document.h"
#include "features/evaluation/adapters/wire.h"
#include "features/evidence/domain/content.h"
#include "platform/markup.h"
#include "platform/print/html.h"
#include "platform/print/pdf.h"

namespace pamong::evaluation {
namespace {

Result<Document> newest_document(const EvaluationId& id, Language language, Work& work) {
    const auto chains = trace_report(id, work);
    if (!chains) return refused(chains.error());
    return report_document(*work.store.newest_report(id), *chains, language);
}

constexpr std::string_view page_style =
    "body{font:16px/1.5 \"Noto Sans\",system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 "
    "1rem;color:#1c2329}"
    "table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{border-bottom:1px solid #d5dbe0;padding:.4rem;"
    "text-align:left;vertical-align:top}h1,h2,h3{line-height:1.25}a{color:#0b5a6e}sup a{text-decoration:none}"
    "aside,.callout{background:#eef5f6;border-left:4px solid #0b5a6e;padding:.75rem 1rem;margin:1rem 0}"
    "@media print{body{margin:0;max-width:none}}";

}  // namespace

Result<std::string> report_pdf(const EvaluationId& id, Language language, Work& work) {
    const auto document = newest_document(id, language, work);
    if (!document) return refused(document.error());
    auto pdf = print_pdf(*document);
    if (!pdf) return refused(pdf.error());
    return std::move(pdf->bytes);
}

Result<std::string> report_html(const EvaluationId& id, Language language, Work& work) {
    const auto document = newest_document(id, language, work);
    if (!document) return refused(document.error());
    const auto article = print_html(*document);
    if (!article) return refused(article.error());
    return "<!doctype html>\n<html lang=\"" + document->language +
           "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" +
           escaped_markup(document->title) + "</title><style>" + std::string(page_style) + "</style></head><body>" +
           *article + "</body></html>\n";
}

std::string trace_json(const std::vector<TracedClaim>& claims) {
    TraceDocument document;
    for (const TracedClaim& claim : claims) {
        TraceClaim traced{claim.text, {}};
        for (const ChainEntry& entry : claim.chain)
            traced.chain.push_back({std::string(name_of(entry.kind)), evidence::ref_text(entry.kind, entry.ref),
                                    std::string(name_of(entry.why)), entry.parents});
        document.claims.push_back(std::move(traced));
    }
    return to_json(document);
}

}  // namespace pamong::evaluation

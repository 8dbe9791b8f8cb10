#include "features/evaluation/adapters/report_document.h"

#include <algorithm>

#include "features/evaluation/adapters/report_annex.h"
#include "platform/json/described.h"

namespace pamong::evaluation {
namespace {

using doc::Align;
using doc::Callout;
using doc::Heading;
using doc::Paragraph;
using doc::Span;
using doc::Table;
using doc::Text;

/// Draws one report; knows the number of each claim.
class Writer {
  public:
    Writer(const Report& report, const std::vector<TracedClaim>& chains, Language language)
        : report_(report), language_(language) {
        for (std::size_t i = 0; i < chains.size(); ++i) {
            number_[chains[i].statement.id] = i + 1;
            if (chains[i].stale) stale_.insert(chains[i].statement.id);
        }
    }

    Document write(const std::vector<TracedClaim>& chains) {
        start();
        claims_section("purpose", report_.purpose);
        claims_section("description", report_.description);
        criteria();
        claims_section("method", report_.method);
        bullets(report_.informants);
        findings();
        judgements();
        decision();
        recommendations();
        claims_section("limits", report_.limits);
        add_annex(document_, chains, language_);
        return std::move(document_);
    }

  private:
    [[nodiscard]] std::string word(std::string_view key, const std::map<std::string, std::string>& values = {}) const {
        return Words::all().text(language_, "evaluation." + std::string(key), values);
    }
    template <class E>
    [[nodiscard]] std::string word_of(std::string_view group, E value) const {
        return word(std::string(group) + "_" + std::string(name_of(value)));
    }
    /// The sentence with its reference mark.
    Text text(const Claim& claim) {
        Text made;
        for (const ReportPiece& piece : claim.pieces) made.spans.push_back(Span{piece.text});
        const auto number = std::to_string(number_.at(claim.statement.id));
        made.spans.push_back(doc::mark(number, "#bukti-" + number));
        if (stale_.contains(claim.statement.id)) made.spans.push_back(doc::italic(" (" + word("stale") + ")"));
        return made;
    }
    Text text_or_dash(const std::optional<Claim>& claim) { return claim ? text(*claim) : Text{"\u2013"}; }
    template <class Block>
    void add(Block block) {
        document_.blocks.push_back(std::move(block));
    }
    void heading(std::string_view key) { add(Heading{1, word("section_" + std::string(key)), std::string(key)}); }

    void start() {
        document_.title = report_.title;
        document_.author = report_.issuer;
        document_.subject = report_.programme_name;
        document_.language = language_ == Language::en ? "en" : "id";
        document_.created = report_.published_at;
        document_.header_left = report_.title;
        document_.header_right = report_.issuer;
        document_.footer_left = word("report_number", {{"number", std::to_string(report_.number)}});
        add(doc::TitleBlock{
            report_.issuer,
            report_.title,
            report_.programme_name,
            {word("from_to", {{"from", long_day_id(report_.period_from)}, {"to", long_day_id(report_.period_to)}}),
             report_.place, word("kind_of_report")}});
        Text summary;
        summary.spans.push_back(doc::bold(word_of("decision", report_.decision) + ". "));
        for (const Claim& claim : report_.summary)
            for (Span& span : text(claim).spans) summary.spans.push_back(std::move(span));
        add(Callout{word("in_short"), std::move(summary), "ringkas"});
        add(Paragraph{word("how_to_read")});
    }
    void claims_section(std::string_view key, const std::vector<Claim>& claims) {
        if (claims.empty()) return;
        heading(key);
        for (const Claim& claim : claims) add(Paragraph{text(claim)});
    }
    void bullets(const std::vector<Claim>& claims) {
        if (claims.empty()) return;
        doc::ItemList list;
        for (const Claim& claim : claims) list.items.push_back(text(claim));
        add(std::move(list));
    }
    void criteria() {
        heading("criteria");
        Table table{word("table_criteria"),
                    {{word("column_aspect"), 1.5},
                     {word("column_question"), 2.4},
                     {word("column_criterion"), 2.2},
                     {word("column_standard"), 1.8}},
                    {},
                    0,
                    "tabel-kriteria",
                    true};
        for (const ReportAspect& aspect : report_.aspects)
            table.rows.push_back({Text{doc::bold(aspect.code), Span{" " + aspect.name}}, text(aspect.question),
                                  text(aspect.criterion), text(aspect.standard)});
        add(std::move(table));
    }
    void findings() {
        heading("findings");
        std::optional<CippComponent> component;
        for (const ReportAspect& aspect : report_.aspects) {
            if (component != aspect.component) {
                component = aspect.component;
                add(Heading{2, word_of("component", aspect.component), ""});
            }
            add(Heading{3, aspect.code + " " + aspect.name, "temuan-" + aspect.code});
            for (const Claim& claim : aspect.finding) add(Paragraph{text(claim)});
            doc::ItemList evidence;
            for (const ReportEvidence& one : aspect.evidence) {
                Text line{doc::bold(word_of("role", one.role)),
                          Span{" (" + word_of("why", one.why) + "): " + one.label}};
                if (!one.note.empty()) line.spans.push_back(Span{". " + one.note});
                evidence.items.push_back(std::move(line));
            }
            add(std::move(evidence));
        }
    }
    void judgements() {
        heading("judgements");
        Table table{word("table_judgements"),
                    {{word("column_aspect"), 1.7},
                     {word("column_measure"), 1.3, Align::end},
                     {word("column_discrepancy"), 0.9, Align::end},
                     {word("column_judgement"), 1.2},
                     {word("column_reason"), 3}},
                    {},
                    0,
                    "tabel-penilaian",
                    true};
        for (const ReportAspect& aspect : report_.aspects) {
            Text reason = text(aspect.reason);
            if (aspect.cause) {
                reason.spans.push_back(Span{" " + word("cause") + ": "});
                for (Span& span : text(*aspect.cause).spans) reason.spans.push_back(std::move(span));
            }
            table.rows.push_back({Text{doc::bold(aspect.code), Span{" " + aspect.name}}, text_or_dash(aspect.measure),
                                  text_or_dash(aspect.discrepancy),
                                  Text{doc::bold(word_of("judgement", aspect.judgement))}, std::move(reason)});
        }
        add(std::move(table));
        bullets(report_.summary);
    }
    void decision() {
        heading("decision");
        Text why;
        for (const Claim& claim : report_.conclusion)
            for (Span& span : text(claim).spans) why.spans.push_back(std::move(span));
        add(Callout{word_of("decision", report_.decision), std::move(why), "keputusan"});
    }
    void recommendations() {
        heading("recommendations");
        if (report_.recommendations.empty()) return add(Paragraph{word("no_recommendations")});
        Table table{word("table_recommendations"),
                    {{word("column_number"), 0.4, Align::end},
                     {word("column_recommendation"), 3.4},
                     {word("column_responsible"), 1.6},
                     {word("column_due"), 1.1},
                     {word("column_priority"), 0.9}},
                    {},
                    0,
                    "tabel-rekomendasi",
                    true};
        int number = 0;
        for (const ReportRecommendation& one : report_.recommendations) {
            Text advice{doc::bold(word_of("advice", one.kind) + ". ")};
            for (Span& span : text(one.text).spans) advice.spans.push_back(std::move(span));
            if (!one.aspect_code.empty())
                advice.spans.push_back(doc::link(" " + one.aspect_code, "#temuan-" + one.aspect_code));
            table.rows.push_back({Text{std::to_string(++number)}, std::move(advice), text(one.responsible),
                                  Text{long_day_id(one.due_on)}, Text{word_of("priority", one.priority)}});
        }
        add(std::move(table));
    }

    const Report& report_;
    Language language_;
    std::map<Uuid, std::size_t> number_;
    std::set<Uuid> stale_;
    Document document_;
};

}  // namespace

Document report_document(const Report& report, const std::vector<TracedClaim>& chains, Language language) {
    return Writer(report, chains, language).write(chains);
}

}  // namespace pamong::evaluation

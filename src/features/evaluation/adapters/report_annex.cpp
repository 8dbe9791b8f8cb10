#include "features/evaluation/adapters/report_annex.h"

#include <algorithm>

#include "features/evidence/domain/content.h"
#include "platform/json/described.h"

namespace pamong::evaluation {
namespace {

constexpr std::size_t most_named = 3;     // nearest items named for each sentence
constexpr std::size_t most_records = 80;  // the whole chain is printed by `pamong evaluation trace`

std::string annex_word(Language language, const std::string& key,
                       const std::map<std::string, std::string>& values = {}) {
    return Words::all().text(language, "evaluation." + key, values);
}

bool is_end(const ChainEntry& entry) { return entry.parents.empty() && is_record(entry.kind); }

/// "Ukuran P2; Sesi 14 Agustus; dan 12 lagi. Catatan asal: 14 jawaban, 1 sumber."
std::string chain_words(const TracedClaim& claim, Language language) {
    std::string words;
    std::size_t named = 0;
    std::map<evidence::Kind, std::size_t> ends;
    for (const ChainEntry& entry : claim.chain) {
        if (is_end(entry)) ++ends[entry.kind];
        if (named < most_named) words += (named++ > 0 ? "; " : "") + entry.label;
    }
    if (claim.chain.size() > named)
        words += annex_word(language, "and_more", {{"count", std::to_string(claim.chain.size() - named)}});
    std::string records;
    for (const auto& [kind, count] : ends)
        records += (records.empty() ? "" : ", ") + std::to_string(count) + " " +
                   annex_word(language, "kind_" + std::string(name_of(kind)));
    return words + ". " + annex_word(language, "records_at_end", {{"records", records}});
}

}  // namespace

void add_annex(Document& document, const std::vector<TracedClaim>& chains, Language language) {
    const auto word = [&](const char* key) { return annex_word(language, key); };
    document.blocks.emplace_back(doc::PageBreak{});
    document.blocks.emplace_back(doc::Heading{1, word("section_annex_chains"), "lampiran-rantai"});
    document.blocks.emplace_back(doc::Paragraph{word("annex_intro")});
    doc::Notes notes;
    std::map<evidence::ItemRef, const ChainEntry*> records;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const auto number = std::to_string(i + 1);
        notes.notes.push_back({number, chain_words(chains[i], language), "bukti-" + number});
        for (const ChainEntry& entry : chains[i].chain)
            if (is_end(entry)) records.emplace(entry.ref, &entry);
    }
    document.blocks.emplace_back(std::move(notes));

    document.blocks.emplace_back(doc::Heading{1, word("section_annex_records"), "lampiran-catatan"});
    doc::Table table{word("table_records"),
                     {{word("column_kind"), 1}, {word("column_label"), 3}, {word("column_id"), 2.6}},
                     {},
                     0,
                     "tabel-catatan",
                     true};
    for (const auto& [ref, entry] : records) {
        if (table.rows.size() == most_records) break;
        table.rows.push_back({doc::Text{word(("kind_" + std::string(name_of(entry->kind))).c_str())},
                              doc::Text{entry->label}, doc::Text{evidence::ref_text(ref)}});
    }
    document.blocks.emplace_back(std::move(table));
    if (records.size() > most_records)
        document.blocks.emplace_back(doc::Paragraph{
            annex_word(language, "more_records", {{"count", std::to_string(records.size() - most_records)}})});
}

}  // namespace pamong::evaluation

#include "features/qualitative/usecases/study_facts.h"

#include "features/evidence/domain/content.h"

namespace pamong::qualitative {
namespace {

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

}  // namespace

std::string technique_word(Technique technique) {
    switch (technique) {
        case Technique::interview:
            return "Wawancara";
        case Technique::observation:
            return "Catatan pengamatan";
        case Technique::document:
            return "Dokumen";
        case Technique::questionnaire:
            return "Jawaban terbuka";
    }
    return {};
}

std::string role_word(InformantRole role) {
    switch (role) {
        case InformantRole::head:
            return "kepala sekolah";
        case InformantRole::mentor:
            return "mentor";
        case InformantRole::mentee:
            return "guru binaan";
        case InformantRole::teacher:
            return "guru";
        case InformantRole::pupil:
            return "murid";
        case InformantRole::parent:
            return "orang tua";
        case InformantRole::supervisor:
            return "pengawas";
        case InformantRole::official:
            return "dinas";
        case InformantRole::none:
            return "tanpa informan";
    }
    return {};
}

evidence::Offer fact_of(const Source& source) {
    return {evidence::Kind::source, source.id.value,
            technique_word(source.technique) + " " + source.pseudonym + " (" + role_word(source.role) + "), " +
                long_day_id(source.dated_on),
            evidence::Content()
                .text("technique", code_of(source.technique))
                .text("role", code_of(source.role))
                .text("pseudonym", source.pseudonym)
                .text("dated_on", to_string(source.dated_on))
                .text("consent", code_of(source.consent))
                .text("text_hash", source.text_hash)
                .json()};
}

evidence::Offer fact_of(const Code& code) {
    return {evidence::Kind::code_version, code.id.value,
            "Kode " + code.name + ", versi " + std::to_string(code.version),
            evidence::Content()
                .text("name", code.name)
                .text("definition", code.definition)
                .number("version", code.version)
                .json()};
}

evidence::ItemRef offer_coding(const Coding& coding, const Source& source, const Code& code, Work& work) {
    const auto below = evidence::offer(std::vector{fact_of(source), fact_of(code)}, work.now, work.evidence);
    const std::vector<std::pair<evidence::ItemRef, evidence::Why>> edges{{below[0], evidence::Why::derived_from},
                                                                         {below[1], evidence::Why::derived_from}};
    return evidence::offer(
        {evidence::Kind::coding, coding.id.value,
         "Kutipan " + source.pseudonym + ": " + code.name + (coding.withdrawn ? " (ditarik kembali)" : ""),
         evidence::Content()
             .text("quote", coding.quote)
             .number("start", coding.start)
             .number("end", coding.end)
             .text("code", code.name)
             .text("pseudonym", source.pseudonym)
             .yes_no("withdrawn", coding.withdrawn)
             .rests_on(edges)
             .json(),
         edges},
        work.now, work.evidence);
}

evidence::ItemRef offer_theme(const Theme& theme, Work& work) {
    std::vector<Uuid> ids;
    for (const ThemeSegment& segment : theme.segments) ids.push_back(segment.coding_id.value);
    const auto newest = work.evidence.newest_of(ids);
    std::vector<std::pair<evidence::ItemRef, evidence::Why>> edges;
    std::int64_t supporting = 0;
    for (const ThemeSegment& segment : theme.segments) {
        const auto found = newest.find(segment.coding_id.value);
        expects(found != newest.end(), "a coding that was never offered");
        edges.push_back({{found->first, found->second.first},
                         segment.stance == Stance::supports ? evidence::Why::supports : evidence::Why::contradicts});
        if (segment.stance == Stance::supports) ++supporting;
    }
    return evidence::offer({evidence::Kind::theme, theme.id.value, "Tema " + theme.name,
                            evidence::Content()
                                .text("name", theme.name)
                                .text("claim", theme.claim)
                                .text("confidence", code_of(theme.confidence))
                                .yes_no("contested", theme.contested)
                                .number("supporting", supporting)
                                .number("contradicting", static_cast<std::int64_t>(edges.size()) - supporting)
                                .rests_on(edges)
                                .json(),
                            edges},
                           work.now, work.evidence);
}

}  // namespace pamong::qualitative

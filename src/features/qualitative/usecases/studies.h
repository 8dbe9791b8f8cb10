#pragma once

#include "base/result.h"
#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/qualitative/domain/triangulation.h"
#include "features/qualitative/usecases/study_store.h"

namespace pamong::qualitative {

/// Who acts, when, and where things are kept: the same for every use case here.
struct Work {
    const access::Actor& actor;
    Timestamp now;
    StudyStore& store;
    evidence::EvidenceStore& evidence;
};

/// A code of the starter code book (regulations/qualitative_codebook.csv).
struct StarterCode {
    std::string name;
    std::string definition;
};

/// Opens or changes a study. A new one starts with the starter code book, which can then be changed freely.
/// Problems: access.not_permitted, written.*, qualitative.conflict (changed since `base_revision`).
Result<Study> save_study(const Study& study, std::int64_t base_revision, const std::vector<StarterCode>& starter,
                         Work& work);

/// Adds a text, or corrects it while nothing is coded in it.
/// Problems: access.not_permitted, qualitative.not_found, qualitative.text_frozen, qualitative.id_reused, written.*.
Result<Source> save_source(Source source, Work& work);

/// A new code, or the next version of one. Problems: qualitative.conflict when `code.version` is not the newest.
Result<Code> save_code(const Code& code, Work& work);

/// Gives a stretch of text a code and freezes the text. `text_hash` says which text the offsets were taken from.
/// Problems: qualitative.conflict (another text), qualitative.no_such_stretch, qualitative.id_reused.
struct CodeSegment {
    CodingId id;
    SourceId source_id;
    CodeId code_id;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string text_hash;
    std::string memo;
};
Result<Coding> code_segment(const CodeSegment& command, Work& work);
/// Takes a coding back by date; themes that rest on it turn stale.
Done withdraw_coding(const CodingId& id, Work& work);

/// A theme with its claim and the codings for and against it; each saving is a revision.
/// Problems: qualitative.conflict (`theme.revision` is not the newest), qualitative.no_segments,
/// qualitative.segment_elsewhere.
Result<Theme> save_theme(const Theme& theme, Work& work);

Result<StudyContent> open_study(const StudyId& id, Work& work);
Result<std::vector<Study>> studies(Work& work);
/// A source with its text and codings.
struct OpenSource {
    Source source;
    std::vector<Coding> codings;
};
Result<OpenSource> open_source(const SourceId& id, Work& work);

/// The triangulation of a theme within its study.
Triangulation triangulation_of(const Theme& theme, const StudyContent& content);

/// Offers a theme as it stands; member checks call it too.
evidence::ItemRef offer_theme(const Theme& theme, Work& work);
bool may_code(const Study& study, const access::Actor& actor);

}  // namespace pamong::qualitative

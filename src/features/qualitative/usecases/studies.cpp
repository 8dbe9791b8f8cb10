#include "features/qualitative/usecases/studies.h"

#include <algorithm>

#include "features/qualitative/domain/written.h"
#include "features/qualitative/usecases/study_facts.h"

namespace pamong::qualitative {
namespace {

constexpr std::size_t longest_transcript = 200'000;  // code points; about twelve hours of talk
constexpr std::size_t short_text = 200;

/// The study, when it exists and the actor may work in it.
Result<Study> workable(const StudyId& id, Work& work) {
    const auto study = work.store.study(id);
    if (!study) return refused("qualitative.not_found");
    if (!may_code(*study, work.actor)) return access::not_permitted(access::code_studies);
    return *study;
}

Problem changed_meanwhile(std::int64_t theirs, std::int64_t newest) {
    return {"qualitative.conflict", "", {{"base", std::to_string(theirs)}, {"newest", std::to_string(newest)}}};
}

Done check_all_written(std::initializer_list<Done> checks) {
    for (const Done& check : checks)
        if (!check) return check;
    return {};
}

void add_starter_codes(const Study& study, const std::vector<StarterCode>& starter, Work& work) {
    std::vector<evidence::Offer> facts;
    for (const StarterCode& entry : starter) {
        const Code code{{uuid_for_name("code:" + to_string(study.id) + ":" + entry.name)},
                        study.id,
                        1,
                        entry.name,
                        entry.definition,
                        "",
                        "",
                        ""};
        work.store.add(code);
        facts.push_back(fact_of(code));
    }
    evidence::offer(facts, work.now, work.evidence);
}

bool same(const Source& one, const Source& other) {
    return one.study_id == other.study_id && one.technique == other.technique && one.role == other.role &&
           one.pseudonym == other.pseudonym && one.dated_on == other.dated_on && one.place == other.place &&
           one.language == other.language && one.consent == other.consent &&
           one.chosen_because == other.chosen_because && one.text_hash == other.text_hash;
}

}  // namespace

bool may_code(const Study& study, const access::Actor& actor) {
    return actor.may(access::code_studies,
                     {.school = study.school_id, .regions = {}, .programme = study.programme_id, .person = {}});
}

Result<Study> save_study(const Study& study, std::int64_t base_revision, const std::vector<StarterCode>& starter,
                         Work& work) {
    if (!may_code(study, work.actor)) return access::not_permitted(access::code_studies);
    if (auto fine = check_all_written({check_written(study.title, "title", short_text),
                                       check_written(study.question, "question"),
                                       check_written(study.ethics_note, "ethics_note", 2000, Needed::no)});
        !fine)
        return refused(fine.error());
    const auto before = work.store.study(study.id);
    Study saved = study;
    if (before) {
        if (!may_code(*before, work.actor)) return access::not_permitted(access::code_studies);
        saved.revision = before->revision;
        if (saved.title == before->title && saved.question == before->question && saved.frame == before->frame &&
            saved.ethics_note == before->ethics_note)
            return *before;
        if (base_revision != before->revision) return refused(changed_meanwhile(base_revision, before->revision));
        ++saved.revision;
    } else {
        saved.revision = 1;
    }
    work.store.save(saved);
    if (!before) add_starter_codes(saved, starter, work);
    work.store.journal(before ? "study.changed" : "study.opened", "study", saved.id.value);
    return saved;
}

Result<Source> save_source(Source source, Work& work) {
    if (const auto study = workable(source.study_id, work); !study) return refused(study.error());
    source.text = Private(tidy_text(source.text.reveal()));
    if (auto fine = check_all_written({check_written(source.pseudonym, "pseudonym", 40),
                                       check_written(source.place, "place", short_text, Needed::no),
                                       check_written(source.chosen_because, "chosen_because", 500, Needed::no),
                                       check_written(source.text.reveal(), "text", longest_transcript)});
        !fine)
        return refused(fine.error());
    if (source.language.size() != 2) return refused("qualitative.language", {}, "language");
    source.text_hash = work.evidence.hash_of(evidence::Kind::source, source.text.reveal());
    source.frozen = false;
    if (const auto before = work.store.source(source.id)) {
        if (before->study_id != source.study_id) return refused("qualitative.id_reused");
        if (same(*before, source)) return *before;
        if (before->frozen && before->text_hash != source.text_hash) return refused("qualitative.text_frozen");
        source.frozen = before->frozen;
    }
    work.store.save(source);
    evidence::offer(fact_of(source), work.now, work.evidence);
    work.store.journal("source.saved", "source", source.id.value);
    return source;
}

Result<Code> save_code(const Code& code, Work& work) {
    if (const auto study = workable(code.study_id, work); !study) return refused(study.error());
    if (auto fine =
            check_all_written({check_written(code.name, "name", 60), check_written(code.definition, "definition"),
                               check_written(code.when_to_use, "when_to_use", 1000, Needed::no),
                               check_written(code.when_not, "when_not", 1000, Needed::no),
                               check_written(code.example, "example", 1000, Needed::no)});
        !fine)
        return refused(fine.error());
    Code version = code;
    version.version = 1;
    if (const auto before = work.store.code(code.id)) {
        if (before->study_id != code.study_id) return refused("qualitative.id_reused");
        if (before->name == code.name && before->definition == code.definition &&
            before->when_to_use == code.when_to_use && before->when_not == code.when_not &&
            before->example == code.example)
            return *before;
        if (code.version != before->version) return refused(changed_meanwhile(code.version, before->version));
        version.version = before->version + 1;
    }
    work.store.add(version);
    evidence::offer(fact_of(version), work.now, work.evidence);
    work.store.journal("code.saved", "code", version.id.value);
    return version;
}

Result<Coding> code_segment(const CodeSegment& command, Work& work) {
    auto source = work.store.source(command.source_id);
    if (!source) return refused("qualitative.not_found", {}, "source_id");
    if (const auto study = workable(source->study_id, work); !study) return refused(study.error());
    const auto code = work.store.code(command.code_id);
    if (!code || code->study_id != source->study_id) return refused("qualitative.not_found", {}, "code_id");
    if (auto fine = check_written(command.memo, "memo", 1000, Needed::no); !fine) return refused(fine.error());
    if (command.text_hash != source->text_hash)
        return refused("qualitative.conflict", {{"newest", source->text_hash.substr(0, 8)}});
    if (command.start < 0 || command.end < 0) return refused("qualitative.no_such_stretch");
    auto quote =
        stretch(source->text.reveal(), static_cast<std::size_t>(command.start), static_cast<std::size_t>(command.end));
    if (!quote || code_points(*quote) > 2000) return refused("qualitative.no_such_stretch");
    if (const auto before = work.store.coding(command.id)) {
        if (before->source_id == command.source_id && before->code_id == command.code_id &&
            before->start == command.start && before->end == command.end && !before->withdrawn)
            return *before;
        return refused("qualitative.id_reused");
    }
    if (!source->frozen) {
        source->frozen = true;
        work.store.save(*source);
    }
    const Coding coding{command.id,  source->id,        code->id,     code->version, command.start,
                        command.end, std::move(*quote), command.memo, false};
    work.store.save(coding);
    offer_coding(coding, *source, *code, work);
    work.store.journal("coding.made", "coding", coding.id.value);
    return coding;
}

Done withdraw_coding(const CodingId& id, Work& work) {
    auto coding = work.store.coding(id);
    if (!coding) return refused("qualitative.not_found");
    const auto source = work.store.source(coding->source_id);
    if (const auto study = workable(source->study_id, work); !study) return refused(study.error());
    if (coding->withdrawn) return {};
    coding->withdrawn = true;
    work.store.save(*coding);
    offer_coding(*coding, *source, *work.store.code(coding->code_id), work);
    work.store.journal("coding.withdrawn", "coding", id.value);
    return {};
}

Result<Theme> save_theme(const Theme& theme, Work& work) {
    if (const auto study = workable(theme.study_id, work); !study) return refused(study.error());
    if (auto fine = check_all_written({check_written(theme.name, "name", short_text),
                                       check_written(theme.definition, "definition", 2000, Needed::no),
                                       check_written(theme.claim, "claim", 1000)});
        !fine)
        return refused(fine.error());
    Theme revision = theme;
    std::ranges::sort(revision.segments);
    std::vector<CodingId> ids;
    for (const ThemeSegment& segment : revision.segments) ids.push_back(segment.coding_id);
    if (ids.empty()) return refused("qualitative.no_segments", {}, "segments");
    if (std::ranges::adjacent_find(ids) != ids.end()) return refused("qualitative.segment_elsewhere", {}, "segments");
    const auto found = work.store.codings(ids);
    if (found.size() != ids.size()) return refused("qualitative.segment_elsewhere", {}, "segments");
    for (const Coding& coding : found)
        if (coding.withdrawn || work.store.source(coding.source_id)->study_id != theme.study_id)
            return refused("qualitative.segment_elsewhere", {}, "segments");

    revision.revision = 1;
    revision.contested = false;
    if (const auto before = work.store.theme(theme.id)) {
        if (before->study_id != theme.study_id) return refused("qualitative.id_reused");
        if (before->name == revision.name && before->definition == revision.definition &&
            before->claim == revision.claim && before->confidence == revision.confidence &&
            before->segments == revision.segments)
            return *before;
        if (theme.revision != before->revision) return refused(changed_meanwhile(theme.revision, before->revision));
        revision.revision = before->revision + 1;
    }
    work.store.add(revision);
    offer_theme(revision, work);
    work.store.journal("theme.saved", "theme", revision.id.value);
    return revision;
}

Result<std::vector<Study>> studies(Work& work) {
    if (!work.actor.may(access::code_studies)) return access::not_permitted(access::code_studies);
    auto all = work.store.studies();
    std::erase_if(all, [&](const Study& study) { return !may_code(study, work.actor); });
    return all;
}

Result<StudyContent> open_study(const StudyId& id, Work& work) {
    if (const auto study = workable(id, work); !study) return refused(study.error());
    return work.store.content(id);
}

Result<OpenSource> open_source(const SourceId& id, Work& work) {
    auto source = work.store.source(id);
    if (!source) return refused("qualitative.not_found");
    if (const auto study = workable(source->study_id, work); !study) return refused(study.error());
    auto codings = work.store.codings_of(id);
    return OpenSource{std::move(*source), std::move(codings)};
}

Triangulation triangulation_of(const Theme& theme, const StudyContent& content) {
    std::map<CodingId, const Coding*> codings;
    for (const Coding& coding : content.codings) codings[coding.id] = &coding;
    std::map<SourceId, const Source*> sources;
    for (const Source& source : content.sources) sources[source.id] = &source;
    std::vector<Voice> voices;
    for (const ThemeSegment& segment : theme.segments) {
        const auto coding = codings.find(segment.coding_id);
        if (coding == codings.end() || coding->second->withdrawn) continue;
        const Source& source = *sources.at(coding->second->source_id);
        voices.push_back({source.role, source.technique, source.dated_on, segment.stance});
    }
    return triangulate(voices);
}

}  // namespace pamong::qualitative

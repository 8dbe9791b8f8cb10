#pragma once

#include "features/qualitative/adapters/rows.h"
#include "features/qualitative/domain/triangulation.h"

namespace pamong::qualitative {

struct StudyBody {
    std::string title;
    std::string question;
    Frame frame = Frame::miles_huberman;
    std::string ethics_note;
    std::optional<Uuid> programme_id;
    std::optional<Uuid> school_id;
    std::optional<std::int64_t> base_revision;
};
BOOST_DESCRIBE_STRUCT(StudyBody, (), (title, question, frame, ethics_note, programme_id, school_id, base_revision))
struct StudyList {
    std::vector<Study> items;
};
BOOST_DESCRIBE_STRUCT(StudyList, (), (items))

struct SourceBody {
    StudyId study_id;
    Technique technique = Technique::interview;
    InformantRole role = InformantRole::teacher;
    std::string pseudonym;
    Day dated_on;
    std::string place;
    std::string language;
    Consent consent = Consent::written;
    std::string chosen_because;
    Private<std::string> text;
};
BOOST_DESCRIBE_STRUCT(SourceBody, (),
                      (study_id, technique, role, pseudonym, dated_on, place, language, consent, chosen_because, text))

struct SourceLine {
    SourceId id;
    Technique technique = Technique::interview;
    InformantRole role = InformantRole::teacher;
    std::string pseudonym;
    Day dated_on;
    std::string place;
    Consent consent = Consent::written;
    std::string chosen_because;
    bool frozen = false;
    std::int64_t codings = 0;
};
BOOST_DESCRIBE_STRUCT(SourceLine, (),
                      (id, technique, role, pseudonym, dated_on, place, consent, chosen_because, frozen, codings))

struct QualitativeCodeBody {
    StudyId study_id;
    std::int64_t base_version = 0;
    std::string name;
    std::string definition;
    std::string when_to_use;
    std::string when_not;
    std::string example;
};
BOOST_DESCRIBE_STRUCT(QualitativeCodeBody, (),
                      (study_id, base_version, name, definition, when_to_use, when_not, example))

struct CodingBody {
    SourceId source_id;
    CodeId code_id;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string text_hash;
    std::string memo;
};
BOOST_DESCRIBE_STRUCT(CodingBody, (), (source_id, code_id, start, end, text_hash, memo))
struct CodingLine {
    CodingId id;
    SourceId source_id;
    CodeId code_id;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string quote;
    std::string memo;
};
BOOST_DESCRIBE_STRUCT(CodingLine, (), (id, source_id, code_id, start, end, quote, memo))
struct SourcePage {
    Source source;
    std::vector<CodingLine> codings;
};
BOOST_DESCRIBE_STRUCT(SourcePage, (), (source, codings))

struct ThemeBody {
    StudyId study_id;
    std::int64_t base_revision = 0;
    std::string name;
    std::string definition;
    std::string claim;
    Confidence confidence = Confidence::tentative;
    std::vector<ThemeSegment> segments;
};
BOOST_DESCRIBE_STRUCT(ThemeBody, (), (study_id, base_revision, name, definition, claim, confidence, segments))
BOOST_DESCRIBE_STRUCT(TriangulationCell, (), (role, technique, supports, contradicts))
struct ThemeLine {
    ThemeId id;
    std::int64_t revision = 1;
    std::string name;
    std::string definition;
    std::string claim;
    Confidence confidence = Confidence::tentative;
    bool contested = false;
    std::vector<ThemeSegment> segments;
    std::vector<TriangulationCell> cells;
    bool two_roles = false;
    bool two_techniques = false;
    bool two_dates = false;
    Verdict verdict = Verdict::silent;
};
BOOST_DESCRIBE_STRUCT(ThemeLine, (),
                      (id, revision, name, definition, claim, confidence, contested, segments, cells, two_roles,
                       two_techniques, two_dates, verdict))

struct CheckLine {
    MemberCheckId id;
    ThemeId theme_id;
    std::int64_t theme_revision = 1;
    SourceId source_id;
    Timestamp asked_at;
    Timestamp expires_at;
    std::int64_t answers = 0;
    std::optional<CheckAnswer> answer;
    Private<std::string> comment;
    std::optional<Timestamp> answered_at;
};
BOOST_DESCRIBE_STRUCT(CheckLine, (),
                      (id, theme_id, theme_revision, source_id, asked_at, expires_at, answers, answer, comment,
                       answered_at))
struct StudyPage {
    Study study;
    std::vector<SourceLine> sources;
    std::vector<Code> codes;
    std::vector<CodingLine> codings;
    std::vector<ThemeLine> themes;
    std::vector<CheckLine> checks;
};
BOOST_DESCRIBE_STRUCT(StudyPage, (), (study, sources, codes, codings, themes, checks))

struct AskMemberBody {
    ThemeId theme_id;
    SourceId source_id;
};
BOOST_DESCRIBE_STRUCT(AskMemberBody, (), (theme_id, source_id))
/// The token is part of the link to send; it is shown this once.
struct AskedMemberReply {
    MemberCheckId id;
    std::string token;
};
BOOST_DESCRIBE_STRUCT(AskedMemberReply, (), (id, token))

/// What an informant without an account sees.
struct MemberCheckPage {
    std::string pseudonym;
    std::string claim;
    std::vector<std::string> quotes;
    std::optional<CheckAnswer> answer;
    Private<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(MemberCheckPage, (), (pseudonym, claim, quotes, answer, comment))
struct MemberCheckBody {
    CheckAnswer answer = CheckAnswer::agree;
    std::string comment;
};
BOOST_DESCRIBE_STRUCT(MemberCheckBody, (), (answer, comment))

}  // namespace pamong::qualitative

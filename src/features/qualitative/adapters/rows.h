#pragma once

#include "features/qualitative/domain/study.h"
#include "platform/json/json.h"

namespace pamong::qualitative {

/// Rows as the tables have them. The domain's own structs are described here where a table has the same columns.
BOOST_DESCRIBE_STRUCT(Study, (), (id, title, question, frame, ethics_note, programme_id, school_id, revision))
BOOST_DESCRIBE_STRUCT(Source, (),
                      (id, study_id, technique, role, pseudonym, dated_on, place, language, consent, chosen_because,
                       text, text_hash, frozen))
BOOST_DESCRIBE_STRUCT(Code, (), (id, study_id, version, name, definition, when_to_use, when_not, example))
BOOST_DESCRIBE_STRUCT(ThemeSegment, (), (coding_id, stance))

struct CodingRow {
    CodingId id;
    SourceId source_id;
    CodeId code_id;
    std::int64_t code_version = 1;
    std::int64_t start_at = 0;
    std::int64_t end_at = 0;
    std::string quote;
    std::string memo;
    bool withdrawn = false;
};
BOOST_DESCRIBE_STRUCT(CodingRow, (), (id, source_id, code_id, code_version, start_at, end_at, quote, memo, withdrawn))

struct ThemeRow {
    ThemeId id;
    StudyId study_id;
    std::int64_t revision = 1;
    std::string name;
    std::string definition;
    std::string claim;
    Confidence confidence = Confidence::tentative;
    bool contested = false;
};
BOOST_DESCRIBE_STRUCT(ThemeRow, (), (id, study_id, revision, name, definition, claim, confidence, contested))

struct ThemeSegmentRow {
    OrgId org_id;
    ThemeId theme_id;
    std::int64_t revision = 1;
    CodingId coding_id;
    Stance stance = Stance::supports;
};
BOOST_DESCRIBE_STRUCT(ThemeSegmentRow, (), (org_id, theme_id, revision, coding_id, stance))

struct CheckRow {
    MemberCheckId id;
    ThemeId theme_id;
    std::int64_t theme_revision = 1;
    SourceId source_id;
    Timestamp asked_at;
    Timestamp expires_at;
    std::int64_t answers = 0;
    std::optional<CheckAnswer> answer;
    std::optional<std::string> comment;
    std::optional<Timestamp> answered_at;
};
BOOST_DESCRIBE_STRUCT(CheckRow, (),
                      (id, theme_id, theme_revision, source_id, asked_at, expires_at, answers, answer, comment,
                       answered_at))

struct LinkRow {
    OrgId owner_id;
    MemberCheckId check_id;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (owner_id, check_id))

}  // namespace pamong::qualitative

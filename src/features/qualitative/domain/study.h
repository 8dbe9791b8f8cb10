#pragma once

#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/private.h"

namespace pamong::qualitative {

using StudyId = Id<struct StudyTag>;
using SourceId = Id<struct SourceTag>;
using CodeId = Id<struct CodeTag>;
using CodingId = Id<struct CodingTag>;
using ThemeId = Id<struct ThemeTag>;
using MemberCheckId = Id<struct MemberCheckTag>;

/// Whose vocabulary the steps of the work carry on the screen; the records are the same.
enum class Frame { miles_huberman, braun_clarke };
BOOST_DESCRIBE_ENUM(Frame, miles_huberman, braun_clarke)
enum class Technique { interview, observation, document, questionnaire };
BOOST_DESCRIBE_ENUM(Technique, interview, observation, document, questionnaire)
enum class InformantRole { head, mentor, mentee, teacher, pupil, parent, supervisor, official, none };
BOOST_DESCRIBE_ENUM(InformantRole, head, mentor, mentee, teacher, pupil, parent, supervisor, official, none)
/// not_needed: documents that the office itself has issued.
enum class Consent { written, oral, not_needed };
BOOST_DESCRIBE_ENUM(Consent, written, oral, not_needed)

struct Study {
    StudyId id;
    std::string title;
    std::string question;
    Frame frame = Frame::miles_huberman;
    std::string ethics_note;
    std::optional<Uuid> programme_id;
    std::optional<Uuid> school_id;
    std::int64_t revision = 1;
};

/// A text somebody gave or wrote. It is frozen at its first coding, so that offsets keep their meaning.
struct Source {
    SourceId id;
    StudyId study_id;
    Technique technique = Technique::interview;
    InformantRole role = InformantRole::teacher;
    std::string pseudonym;  ///< "G-03": what every reader sees
    Day dated_on;
    std::string place;
    std::string language = "id";
    Consent consent = Consent::written;
    std::string chosen_because;  ///< the criterion of purposive sampling
    Private<std::string> text;
    std::string text_hash;
    bool frozen = false;
};

/// One version of a code; old versions are kept, and a coding names the version it was made with.
struct Code {
    CodeId id;
    StudyId study_id;
    std::int64_t version = 1;
    std::string name;
    std::string definition;
    std::string when_to_use;
    std::string when_not;
    std::string example;
};

/// A stretch of a source [start, end) in code points, with a code.
struct Coding {
    CodingId id;
    SourceId source_id;
    CodeId code_id;
    std::int64_t code_version = 1;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string quote;
    std::string memo;
    bool withdrawn = false;
};

enum class Stance { supports, contradicts };
BOOST_DESCRIBE_ENUM(Stance, supports, contradicts)
struct ThemeSegment {
    CodingId coding_id;
    Stance stance = Stance::supports;
    friend auto operator<=>(const ThemeSegment&, const ThemeSegment&) = default;
};

enum class Confidence { tentative, firm };
BOOST_DESCRIBE_ENUM(Confidence, tentative, firm)

/// A theme with its claim. Each saving makes a revision; all are kept.
struct Theme {
    ThemeId id;
    StudyId study_id;
    std::int64_t revision = 1;
    std::string name;
    std::string definition;
    std::string claim;
    Confidence confidence = Confidence::tentative;
    bool contested = false;  ///< an informant mended or rejected the claim as it stands
    std::vector<ThemeSegment> segments;
};

enum class CheckAnswer { agree, mend, reject };
BOOST_DESCRIBE_ENUM(CheckAnswer, agree, mend, reject)

/// A claim sent back to an informant, who answers by a link without an account.
struct MemberCheck {
    MemberCheckId id;
    ThemeId theme_id;
    std::int64_t theme_revision = 1;
    SourceId source_id;  ///< whose words they were
    Timestamp asked_at;
    Timestamp expires_at;
    std::int64_t answers = 0;  ///< how often it was answered; each answer is kept
    std::optional<CheckAnswer> answer;
    Private<std::string> comment;
    std::optional<Timestamp> answered_at;
};

}  // namespace pamong::qualitative

#pragma once

#include "features/programmes/domain/programme.h"
#include "platform/json/json.h"

namespace pamong::programmes {

struct BothWords {
    std::string id;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(BothWords, (), (id, en))

struct TemplateLine {
    std::string code;
    BothWords name;
    std::string source;
    std::string mark;
    std::int32_t months = 0;
    std::vector<std::int32_t> label_years;
};
BOOST_DESCRIBE_STRUCT(TemplateLine, (), (code, name, source, mark, months, label_years))
struct TemplateList {
    std::vector<TemplateLine> items;
};
BOOST_DESCRIBE_STRUCT(TemplateList, (), (items))

struct CreateProgrammeBody {
    std::string template_code;
    std::string name;
    std::int32_t label_year = 0;
    Day starts_on;
    std::optional<Uuid> school_id;
    std::optional<std::vector<Uuid>> region_ids;
};
BOOST_DESCRIBE_STRUCT(CreateProgrammeBody, (), (template_code, name, label_year, starts_on, school_id, region_ids))

struct ProgrammeLine {
    ProgrammeId id;
    std::int64_t revision = 1;
    std::string template_code;
    std::string name;
    Day starts_on;
    Day ends_on;
    ProgrammeState state = ProgrammeState::planned;
    bool manage = false;  ///< the caller may enrol and match
};
BOOST_DESCRIBE_STRUCT(ProgrammeLine, (), (id, revision, template_code, name, starts_on, ends_on, state, manage))
struct ProgrammeList {
    std::vector<ProgrammeLine> items;
};
BOOST_DESCRIBE_STRUCT(ProgrammeList, (), (items))

struct PhaseLine {
    std::int32_t place = 1;
    std::string kind;
    BothWords name;
    Day starts_on;
    Day ends_on;
};
BOOST_DESCRIBE_STRUCT(PhaseLine, (), (place, kind, name, starts_on, ends_on))
struct GoalBody {
    std::string indicator;
    Exact target;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(GoalBody, (), (indicator, target, unit))
enum class PolicyKind { decree, assignment_letter, circular };
BOOST_DESCRIBE_ENUM(PolicyKind, decree, assignment_letter, circular)
struct PolicyBody {
    PolicyKind kind = PolicyKind::decree;
    std::string number;
    std::string title;
    Day valid_from;
    std::optional<Day> valid_until;
};
BOOST_DESCRIBE_STRUCT(PolicyBody, (), (kind, number, title, valid_from, valid_until))
struct StepLine {
    std::int32_t step = 0;
    std::string from_label;  ///< "Guru Inti", or a role code
    std::string to_label;
    std::int32_t most_mentees = 1;
    std::vector<std::string> rules;
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    bool enough_places = true;
};
BOOST_DESCRIBE_STRUCT(StepLine, (), (step, from_label, to_label, most_mentees, rules, mentors, mentees, enough_places))
struct ProgrammePage {
    ProgrammeLine programme;
    BothWords template_name;
    std::string source;
    std::vector<PhaseLine> phases;
    std::vector<StepLine> steps;
    std::vector<GoalBody> goals;
    std::vector<PolicyBody> policies;
};
BOOST_DESCRIBE_STRUCT(ProgrammePage, (), (programme, template_name, source, phases, steps, goals, policies))

struct ParticipantBody {
    ParticipantId id;
    PersonId person_id;
    std::optional<OrgId> home_org;  ///< missing: the programme's owner
    ParticipantRole role = ParticipantRole::mentee;
    std::optional<std::int32_t> generation;
    Private<std::string> display_name;
    std::string subject;
    std::string level;
    std::optional<Uuid> school_id;
    std::string school_name;
    std::optional<Uuid> district_id;
    std::string district_name;
    std::optional<std::vector<Uuid>> region_ids;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::map<std::string, Exact>> scores;
    std::optional<std::vector<Uuid>> judged_by;
};
BOOST_DESCRIBE_STRUCT(ParticipantBody, (),
                      (id, person_id, home_org, role, generation, display_name, subject, level, school_id, school_name,
                       district_id, district_name, region_ids, latitude, longitude, scores, judged_by))
struct EnrolBody {
    std::vector<ParticipantBody> items;
};
BOOST_DESCRIBE_STRUCT(EnrolBody, (), (items))
struct RatioLine {
    std::int32_t step = 0;
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::int64_t most_mentees = 0;
};
BOOST_DESCRIBE_STRUCT(RatioLine, (), (step, mentors, mentees, most_mentees))
struct EnrolledReply {
    std::int64_t added = 0;
    std::int64_t known = 0;
    std::vector<RatioLine> ratios;
};
BOOST_DESCRIBE_STRUCT(EnrolledReply, (), (added, known, ratios))

struct ParticipantLine {
    ParticipantId id;
    PersonId person_id;
    ParticipantRole role = ParticipantRole::mentee;
    std::string label;
    Private<std::string> display_name;
    std::string subject;
    std::string school_name;
    std::string district_name;
};
BOOST_DESCRIBE_STRUCT(ParticipantLine, (),
                      (id, person_id, role, label, display_name, subject, school_name, district_name))
struct ParticipantList {
    std::int64_t total = 0;
    std::vector<ParticipantLine> items;
};
BOOST_DESCRIBE_STRUCT(ParticipantList, (), (total, items))

}  // namespace pamong::programmes

#pragma once

#include "features/instruments/usecases/links.h"
#include "platform/json/json.h"

namespace pamong::instruments {

struct InstrumentLine {
    Uuid id;
    std::string version;
    std::string code;
    std::string title_id;
    std::string title_en;
    std::int64_t minutes = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(InstrumentLine, (), (id, version, code, title_id, title_en, minutes, hash))
struct InstrumentList {
    std::vector<InstrumentLine> items;
};
BOOST_DESCRIBE_STRUCT(InstrumentList, (), (items))

struct SubmissionContext {
    std::optional<Uuid> session_id;
    std::optional<Uuid> subject_person_id;
};
BOOST_DESCRIBE_STRUCT(SubmissionContext, (), (session_id, subject_person_id))
struct SubmissionBody {
    Uuid instrument_id;
    std::string version;
    std::string xml;
    Timestamp device_time;
    std::optional<SubmissionId> deprecated_id;
    SubmissionContext context;
};
BOOST_DESCRIBE_STRUCT(SubmissionBody, (), (instrument_id, version, xml, device_time, deprecated_id, context))
struct SubmissionReply {
    SubmissionId id;
    bool conflict = false;
};
BOOST_DESCRIBE_STRUCT(SubmissionReply, (), (id, conflict))

struct SubmissionLine {
    SubmissionId id;
    SubmissionId first_id;
    std::int64_t version_number = 1;
    std::string instrument;
    std::optional<Uuid> session_id;
    std::optional<Uuid> subject_person_id;
    std::optional<Private<std::string>> subject_name;  ///< whom it is about
    Timestamp device_time;
    Timestamp received_at;
    SubmissionState state = SubmissionState::received;
    std::string indicator;
    std::optional<std::int64_t> points;
    std::optional<std::int64_t> points_of;
};
BOOST_DESCRIBE_STRUCT(SubmissionLine, (),
                      (id, first_id, version_number, instrument, session_id, subject_person_id, subject_name,
                       device_time, received_at, state, indicator, points, points_of))
/// Where the next page begins: the last line of this one.
struct SubmissionPage {
    std::vector<SubmissionLine> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(SubmissionPage, (), (items, next))

struct AnswerLine {
    std::string path;
    std::string repeat_index;
    std::string value;
    AnswerKind kind = AnswerKind::text;
};
BOOST_DESCRIBE_STRUCT(AnswerLine, (), (path, repeat_index, value, kind))
struct SubmissionDetail {
    SubmissionLine submission;
    Uuid instrument_id;
    std::string instrument_version;
    std::vector<AnswerLine> answers;
    std::vector<SubmissionLine> history;
    Uuid score_evidence_id;
    bool is_mine = false;      ///< sent with this account: may be corrected
    bool shows_notes = false;  ///< false outside the pair, who do not read what was written down
};
BOOST_DESCRIBE_STRUCT(SubmissionDetail, (),
                      (submission, instrument_id, instrument_version, answers, history, score_evidence_id, is_mine,
                       shows_notes))

struct OpenLinkBody {
    Uuid instrument_id;
    std::string version;
    std::optional<Uuid> subject_person_id;
    std::string class_name;
    std::int64_t most = 1;
    std::int64_t days = 14;
    std::string origin{};  ///< "https://pamong.example.id", as the browser has it: the QR code leads there
};
BOOST_DESCRIBE_STRUCT(OpenLinkBody, (), (instrument_id, version, subject_person_id, class_name, most, days, origin))
struct AnswerLinkLine {
    LinkId id;
    std::string instrument;
    std::optional<Uuid> subject_person_id;
    std::string class_name;
    std::int64_t most = 1;
    std::int64_t received = 0;
    Timestamp opened_at;
    Timestamp closes_at;
    std::optional<std::string> path;  ///< of the page to answer on; shown once, when the link is made
    std::optional<std::string> qr;    ///< SVG that leads there
};
BOOST_DESCRIBE_STRUCT(AnswerLinkLine, (),
                      (id, instrument, subject_person_id, class_name, most, received, opened_at, closes_at, path, qr))
struct AnswerLinkList {
    std::vector<AnswerLinkLine> items;
};
BOOST_DESCRIBE_STRUCT(AnswerLinkList, (), (items))
BOOST_DESCRIBE_STRUCT(ChoiceCount, (), (path, value, count))
BOOST_DESCRIBE_STRUCT(AnswerTable, (), (counted, received, counts))
struct AnswerLinkTable {
    AnswerLinkLine link;
    Uuid instrument_id;
    std::string instrument_version;
    AnswerTable table;
};
BOOST_DESCRIBE_STRUCT(AnswerLinkTable, (), (link, instrument_id, instrument_version, table))

/// What somebody with a link sees before answering.
struct PublicForm {
    std::string title_id;
    std::string title_en;
    std::string class_name;
    std::string xml;
    bool is_open = true;
    std::int64_t received = 0;
    std::int64_t most = 1;
};
BOOST_DESCRIBE_STRUCT(PublicForm, (), (title_id, title_en, class_name, xml, is_open, received, most))
struct PublicAnswerBody {
    SubmissionId response_id;
    std::string xml;
};
BOOST_DESCRIBE_STRUCT(PublicAnswerBody, (), (response_id, xml))
struct PublicAnswerReply {
    std::int64_t received = 0;
    std::int64_t most = 1;
};
BOOST_DESCRIBE_STRUCT(PublicAnswerReply, (), (received, most))

}  // namespace pamong::instruments

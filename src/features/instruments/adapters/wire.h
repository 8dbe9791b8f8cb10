#pragma once

#include "features/instruments/domain/submission.h"
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
    Timestamp device_time;
    Timestamp received_at;
    SubmissionState state = SubmissionState::received;
    std::string indicator;
    std::optional<std::int64_t> points;
    std::optional<std::int64_t> points_of;
};
BOOST_DESCRIBE_STRUCT(SubmissionLine, (),
                      (id, first_id, version_number, instrument, session_id, subject_person_id, device_time,
                       received_at, state, indicator, points, points_of))
struct SubmissionList {
    std::vector<SubmissionLine> items;
};
BOOST_DESCRIBE_STRUCT(SubmissionList, (), (items))

struct AnswerLine {
    std::string path;
    std::string repeat_index;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(AnswerLine, (), (path, repeat_index, value))
struct SubmissionDetail {
    SubmissionLine submission;
    std::vector<AnswerLine> answers;
    std::vector<SubmissionLine> history;
    Uuid score_evidence_id;
};
BOOST_DESCRIBE_STRUCT(SubmissionDetail, (), (submission, answers, history, score_evidence_id))

}  // namespace pamong::instruments

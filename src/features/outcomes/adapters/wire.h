#pragma once

#include "features/outcomes/domain/class_result.h"
#include "platform/json/json.h"

namespace pamong::outcomes {

BOOST_DESCRIBE_STRUCT(ClassResult, (),
                      (id, teacher_id, school_id, class_name, subject, instrument, period, measured_on, pupils, mean,
                       sd, full_marks, criterion, mastered))

struct ClassResultList {
    std::vector<ClassResult> items;
};
BOOST_DESCRIBE_STRUCT(ClassResultList, (), (items))

struct RecordedReply {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedReply, (), (added, changed, unchanged))

/// A table as pasted or uploaded: text of a CSV file, one class a row.
struct ImportBody {
    std::string csv;
    Uuid school_id;
    bool dry_run = true;
};
BOOST_DESCRIBE_STRUCT(ImportBody, (), (csv, school_id, dry_run))

}  // namespace pamong::outcomes

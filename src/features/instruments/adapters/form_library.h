#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "features/instruments/domain/submission.h"

namespace pamong::instruments {

/// An instrument that ships with the program (instruments/*.xml). A published version never changes: its version is the
/// hash of its text.
struct Instrument {
    Uuid id;
    std::string code;
    std::string version;
    std::string title_id;
    std::string title_en;
    std::int64_t minutes = 0;
    std::string_view xml;
};

const std::vector<Instrument>& instruments();
const Instrument* instrument_with(const Uuid& id, std::string_view version);

/// The answers of an XForms instance against its form: only known questions, whole numbers and days where the form says
/// so. At most 512 KiB, 32 levels, no DOCTYPE. Problems: instruments.bad_xml, instruments.too_deep,
/// instruments.unknown_question, instruments.wrong_type, instruments.wrong_instance (instanceID is not `id`).
Result<std::vector<Answer>> read_instance(std::string_view xml, const Instrument& form, const SubmissionId& id);

}  // namespace pamong::instruments

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "features/instruments/domain/form.h"

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
    std::string listed_for;  ///< permission of those who work with it; empty: everybody who uses instruments
    std::string xml;
    Form form{};  ///< its questions, read from `xml`
};

const std::vector<Instrument>& instruments();
const Instrument* instrument_with(const Uuid& id, std::string_view version);

/// The answers of an instance against its form; see xform_reader.h.
Result<std::vector<Answer>> read_instance(std::string_view xml, const Instrument& form, const SubmissionId& id);

}  // namespace pamong::instruments

#pragma once

#include <string_view>
#include <vector>

#include "features/instruments/domain/form.h"

namespace pamong::instruments {

/// The questions of an XForm: binds (type, required), controls (choices, several or one) and repeats.
/// Problem: instruments.bad_form.
Result<Form> read_form(std::string_view xml);

/// The answers of an XForms instance against its form. At most 512 KiB and 32 levels, no DOCTYPE and so no entities;
/// comments and processing instructions are passed over. Problems: instruments.too_large, instruments.bad_xml,
/// instruments.too_deep, instruments.other_form, instruments.wrong_instance (instanceID is not `id`), those of
/// read_answer().
Result<std::vector<Answer>> read_instance(std::string_view xml, const Form& form, const SubmissionId& id);

}  // namespace pamong::instruments

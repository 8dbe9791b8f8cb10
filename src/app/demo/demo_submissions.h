#pragma once

#include "app/demo/demo.h"
#include "features/instruments/adapters/form_library.h"
#include "features/instruments/usecases/submit_form.h"

namespace pamong::app {

/// A shipped instrument by its code.
const instruments::Instrument& example_form(std::string_view code);

/// Answers as a device sends them: the elements inside <data>, without the instance id.
std::string example_xml(const instruments::Instrument& form, const std::string& elements, const Uuid& id);

/// A form that `sender` filled in at the world's present moment, received by the same use case as a phone's.
struct ExampleForm {
    const instruments::Instrument& form;
    std::string elements;
    std::optional<Uuid> session{};
    std::optional<Uuid> subject{};
};
instruments::SubmissionId send_example(DemoWorld& world, store::Tx& tx, const ExampleForm& filled,
                                       const access::Actor& sender);

}  // namespace pamong::app

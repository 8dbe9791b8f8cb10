#include "app/demo/demo_submissions.h"

#include <algorithm>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "platform/crypto/crypto.h"

namespace pamong::app {

const instruments::Instrument& example_form(std::string_view code) {
    const auto found = std::ranges::find(instruments::instruments(), code, &instruments::Instrument::code);
    expects(found != instruments::instruments().end(), "the example's form ships with the program");
    return *found;
}

std::string example_xml(const instruments::Instrument& form, const std::string& elements, const Uuid& id) {
    return "<data id=\"" + form.code + "\">" + elements + "<meta><instanceID>uuid:" + to_string(id) +
           "</instanceID></meta></data>";
}

instruments::SubmissionId send_example(DemoWorld& world, store::Tx& tx, const ExampleForm& filled,
                                       const access::Actor& sender) {
    const auto id = world.id<instruments::SubmissionId>();
    const std::string xml = example_xml(filled.form, filled.elements, id.value);
    instruments::SqlSubmissionStore store(tx);
    evidence::SqlEvidenceStore evidence(tx);
    must(instruments::submit_form({id,
                                   {},
                                   filled.form.code,
                                   filled.form.version,
                                   xml,
                                   blake2b_hex(xml),
                                   must(instruments::read_instance(xml, filled.form, id)),
                                   world.clock.now(),
                                   filled.session,
                                   filled.subject,
                                   filled.form.title_id},
                                  sender, world.clock.now(), store, evidence));
    return id;
}

}  // namespace pamong::app

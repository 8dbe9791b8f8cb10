#include "features/instruments/adapters/form_library.h"

#include <array>

#include "features/access/domain/role.h"
#include "features/instruments/adapters/xform_reader.h"
#include "platform/crypto/crypto.h"
#include "platform/embedded.h"

namespace pamong::instruments {
namespace {

struct Shipped {
    std::string_view code;
    std::string_view title_id;
    std::string_view title_en;
    std::int64_t minutes;
    std::string_view listed_for = {};
};
constexpr std::array<Shipped, 4> shipped{
    {{"classroom_observation_2025", "Observasi kelas (8 indikator)", "Classroom observation (8 indicators)", 40},
     {"pupil_voice", "Suara murid", "Pupil voice", 2},
     {"feedback_quality", "Angket mutu umpan balik", "Quality of feedback", 3, access::manage_evaluations.code},
     {"document_check", "Pemeriksaan dokumen", "Document check", 3, access::manage_evaluations.code}}};

}  // namespace

const std::vector<Instrument>& instruments() {
    static const std::vector<Instrument> all = [] {
        std::vector<Instrument> read;
        for (const Shipped& one : shipped) {
            const auto xml = embedded("instruments/" + std::string(one.code) + ".xml");
            expects(xml.has_value(), std::string(one.code) + " is part of the program");
            auto form = read_form(*xml);
            expects(form.has_value(), std::string(one.code) + " is a form");
            read.push_back({uuid_for_name("instrument " + std::string(one.code)), std::string(one.code),
                            blake2b_hex(*xml).substr(0, 12), std::string(one.title_id), std::string(one.title_en),
                            one.minutes, std::string(one.listed_for), std::string(*xml), std::move(*form)});
        }
        return read;
    }();
    return all;
}

const Instrument* instrument_with(const Uuid& id, std::string_view version) {
    for (const Instrument& one : instruments())
        if (one.id == id && one.version == version) return &one;
    return nullptr;
}

Result<std::vector<Answer>> read_instance(std::string_view xml, const Instrument& form, const SubmissionId& id) {
    return read_instance(xml, form.form, id);
}

}  // namespace pamong::instruments

#include <numeric>

#include "app/demo/demo_submissions.h"
#include "features/analysis/adapters/sql_analysis_store.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/sql_link_store.h"
#include "features/instruments/usecases/links.h"
#include "platform/crypto/crypto.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace questionnaires_example {
namespace {

using namespace instruments;

constexpr std::size_t sheets = 14;
constexpr std::array<std::string_view, 5> feedback_items{"specific", "timely", "usable", "respectful", "mine"};

/// Scores of all sheets with the sum 301 of 350, which is the published 86.0 percent: every item starts at 4, some rise
/// to 5 and four fall to 3, at places drawn from the seed.
std::vector<std::array<int, 5>> feedback_scores(Random& random) {
    constexpr std::size_t cells = sheets * feedback_items.size();
    std::vector<std::size_t> order(cells);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = cells - 1; i > 0; --i) std::swap(order[i], order[random.below(i + 1)]);
    std::vector<std::array<int, 5>> scores(sheets, {4, 4, 4, 4, 4});
    for (std::size_t i = 0; i < 29; ++i) {
        int& score = scores[order[i] / 5][order[i] % 5];
        score += i < 25 ? 1 : -1;
    }
    return scores;
}

struct CheckedDocument {
    std::string_view aspect;
    std::string_view document;
    int found;
    int expected;
    std::string_view note;
};
constexpr std::array<CheckedDocument, 10> checked_documents{
    {{"C2", "SK kepala sekolah dan RKAS", 2, 2, "SK dan baris anggaran tahun berjalan"},
     {"C3", "Dokumen program dan notula", 3, 3, "tujuan berindikator"},
     {"I1", "Profil mentor dan catatan pelatihan", 5, 6, "mentor memenuhi semua syarat"},
     {"I2", "Jadwal pelajaran", 10, 12, "pasangan dengan jam terlindung"},
     {"I3", "Berkas perangkat mentoring", 6, 6, "perangkat siap sebelum mulai"},
     {"I4", "Lembar beban kerja", 5, 6, "mentor di bawah batas beban"},
     {"I5", "SOP mentoring", 1, 1, "disahkan dan dibagikan"},
     {"P4", "Catatan pemantauan", 7, 9, "hambatan berpenanggung jawab dan bertanggal"},
     {"R4", "Rencana dan anggaran tahun depan", 1, 2, "rencana ada, anggaran belum"},
     {"R5", "Catatan pengimbasan", 5, 6, "guru lain yang ikut mencoba"}}};

std::string element(std::string_view name, const std::string& value) {
    return "<" + std::string(name) + ">" + value + "</" + std::string(name) + ">";
}

evidence::ItemRef newest_of(store::Tx& tx, const Uuid& id) {
    const auto item = evidence::SqlEvidenceStore(tx).newest_item(id);
    expects(item.has_value(), "the example's answers are a fact");
    return item->ref;
}

void collect_sheets(DemoWorld& world, const access::Actor& evaluator) {
    DemoOffice& office = world.district;
    const auto scores = feedback_scores(world.random);
    std::vector<analysis::Observed> units;
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
        world.clock.advance_seconds(120);
        const std::string label = (sheet < 9 ? "R-0" : "R-") + std::to_string(sheet + 1);
        std::string elements = element("respondent", label);
        int sum = 0;
        for (std::size_t item = 0; item < feedback_items.size(); ++item) {
            elements += element(feedback_items[item], std::to_string(scores[sheet][item]));
            sum += scores[sheet][item];
        }
        must(world.store.write(world.scope(office, "evaluator"), [&](store::Tx& tx) -> Done {
            const auto id = send_example(world, tx, {example_form("feedback_quality"), elements}, evaluator);
            units.push_back({label, static_cast<double>(sum), 25, {newest_of(tx, id.value)}});
            return {};
        }));
    }
    must(world.store.write(world.scope(office, "evaluator"), [&](store::Tx& tx) -> Done {
        analysis::SqlAnalysisStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        const Uuid id = uuid_for_name("example: quality of feedback");
        const auto total = must(analysis::total_of_sheets({id, "Mutu umpan balik menurut angket", "{}", units},
                                                          evaluator, world.clock.now(), store, evidence));
        world.facts["feedback"] = {id, total.revision};
        return {};
    }));
}

void check_documents(DemoWorld& world, const access::Actor& evaluator) {
    for (const CheckedDocument& one : checked_documents) {
        world.clock.advance_seconds(300);
        const std::string elements =
            element("aspect", std::string(one.aspect)) + element("document", std::string(one.document) + " (contoh)") +
            element("expected", std::to_string(one.expected)) + element("found", std::to_string(one.found)) +
            element("note", std::string(one.note));
        must(world.store.write(world.scope(world.district, "evaluator"), [&](store::Tx& tx) -> Done {
            const auto id = send_example(world, tx, {example_form("document_check"), elements}, evaluator);
            world.facts["document " + std::string(one.aspect)] = newest_of(tx, id.value);
            return {};
        }));
    }
}

/// 27 pupils answer on one tablet; the table counts 25, so that nobody can be told by difference.
std::int64_t ask_pupils(DemoWorld& world) {
    constexpr int pupils = 27;
    constexpr std::array<std::string_view, 6> items{"understands",    "may_ask",       "gets_help",
                                                    "treated_fairly", "class_is_calm", "effort_is_seen"};
    const people::Person& teacher = world.district.teachers.at(7);
    const access::Actor own = world.teacher(teacher.id.value);
    const Instrument& form = example_form("pupil_voice");
    const LinkId link{uuid_for_name("example: pupils of VIII-A")};
    must(world.store.write(world.scope_of(teacher.id.value), [&](store::Tx& tx) -> Result<Link> {
        SqlLinkStore store(tx);
        return open_link({link, form.id, form.version, teacher.id.value, "VIII-A", 40, 0, own.account(),
                          world.clock.now(), world.clock.now().plus_seconds(std::int64_t{14} * 86'400)},
                         blake2b_hex(to_string(world.uuid())), own, store);
    }));
    for (int pupil = 0; pupil < pupils; ++pupil) {
        world.clock.advance_seconds(80);
        const auto id = world.id<SubmissionId>();
        std::string elements;
        for (const auto item : items) elements += element(item, std::to_string(2 + world.random.below(3)));
        const auto answers = must(read_instance(example_xml(form, elements, id.value), form, id));
        must(world.store.write({world.district.id, {}, world.clock.now()}, [&](store::Tx& tx) -> Result<Link> {
            SqlLinkStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return answer_link(link, {blake2b_hex(to_string(id)), blake2b_hex(elements), answers}, world.clock.now(),
                               store, evidence);
        }));
    }
    must(world.store.read(world.scope_of(teacher.id.value), [&](store::Tx& tx) -> Done {
        world.facts["pupils"] = newest_of(tx, link.value);
        return {};
    }));
    return pupils;
}

}  // namespace

std::string demo_questionnaires(DemoWorld& world) {
    const access::Actor evaluator = world.actor(world.district, "evaluator", access::Role::evaluator);
    world.set_day(*day_of(2025, 12, 2), 9);
    const auto pupils = ask_pupils(world);
    world.set_day(*day_of(2025, 12, 10), 13);
    collect_sheets(world, evaluator);
    world.set_day(*day_of(2025, 12, 12), 9);
    check_documents(world, evaluator);
    return std::to_string(sheets) + " lembar angket (301 dari 350), " + std::to_string(pupils) + " murid, " +
           std::to_string(checked_documents.size()) + " dokumen diperiksa: masuk sebagai evaluator, halaman Formulir";
}

}  // namespace questionnaires_example

std::string demo_questionnaires(DemoWorld& world) { return questionnaires_example::demo_questionnaires(world); }

}  // namespace pamong::app

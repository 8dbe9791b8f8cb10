#include <algorithm>

#include "app/demo/demo.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/qualitative/adapters/codebook.h"
#include "features/qualitative/adapters/sql_study_store.h"
#include "features/qualitative/usecases/member_checks.h"
#include "features/qualitative/usecases/studies.h"
#include "platform/crypto/crypto.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace interviews_example {
namespace {

using namespace qualitative;

/// A made-up text. The findings it carries are those that the source study published: time and workload are the limits,
/// practice is participatory, monitoring must grow.
struct ExampleText {
    std::string_view pseudonym;
    Technique technique;
    InformantRole role;
    Consent consent;
    Day dated_on;
    std::string_view chosen_because;
    std::string_view text;
};

const std::vector<ExampleText>& example_texts() {
    static const std::vector<ExampleText> texts{
        {"K-01", Technique::interview, InformantRole::head, Consent::written, *day_of(2025, 12, 3),
         "Pengambil keputusan di sekolah",
         "Pewawancara: Apa yang berubah sejak mentoring sejawat berjalan?\n"
         "K-01: Guru lebih terbuka. Dulu pintu kelas tertutup, sekarang mereka saling masuk dan saling bertanya.\n"
         "Pewawancara: Apa hambatannya?\n"
         "K-01: Waktu. Jam mengajar penuh, jadi jam bersama sulit dicari. Saya belum punya cara rutin untuk memantau; "
         "baru ketahuan kalau ada pasangan yang lama tidak bertemu.\n"
         "Pewawancara: Tahun depan bagaimana?\n"
         "K-01: SK sudah ada, tetapi anggaran belum masuk RKAS.\n"},
        {"M-01", Technique::interview, InformantRole::mentor, Consent::written, *day_of(2025, 12, 4),
         "Mentor dengan sesi terbanyak",
         "Pewawancara: Bagaimana sesi biasanya berlangsung?\n"
         "M-01: Kami berdiskusi dulu, lalu saya mengamati, lalu refleksi. Guru yang bicara lebih dulu, saya "
         "mendengarkan.\n"
         "Pewawancara: Apa yang paling berat?\n"
         "M-01: Mencari jam yang sama. Saya mengajar dua puluh empat jam, kadang sesi digeser ke minggu berikutnya.\n"
         "Pewawancara: Apa yang membantu?\n"
         "M-01: Pilihan tiga waktu kosong itu membantu, tinggal pilih salah satu.\n"},
        {"G-01", Technique::interview, InformantRole::mentee, Consent::written, *day_of(2025, 12, 4),
         "Guru dengan perubahan observasi terbesar",
         "Pewawancara: Apa yang Ibu rasakan dari umpan balik mentor?\n"
         "G-01: Jelas dan tidak menghakimi. Beliau menyebut kejadian di kelas, bukan menilai saya.\n"
         "Pewawancara: Apakah waktunya cukup?\n"
         "G-01: Bagi saya cukup, karena kami sepakat memakai jam sesudah pulang sekolah.\n"},
        {"D-01", Technique::document, InformantRole::none, Consent::not_needed, *day_of(2025, 10, 13),
         "Satu-satunya notula rapat tengah semester",
         "Notula rapat tengah semester (contoh). Agenda: mentoring sejawat. Tercatat tiga pasangan menggeser sesi "
         "karena "
         "jam mengajar bertabrakan. Usul: jam bersama dimasukkan ke jadwal pelajaran. Belum ada penanggung jawab "
         "pemantauan.\n"}};
    return texts;
}

struct ExampleQuote {
    std::string_view pseudonym;
    std::string_view code;
    std::string_view quote;
    Stance stance = Stance::supports;
    bool in_theme = false;
};

/// Quotes word by word; those of the theme say whether they support its claim.
constexpr std::array<ExampleQuote, 10> quotes{
    {{"K-01", "hambatan-waktu", "Jam mengajar penuh, jadi jam bersama sulit dicari.", Stance::supports, true},
     {"M-01", "hambatan-waktu", "Mencari jam yang sama.", Stance::supports, true},
     {"M-01", "hambatan-waktu", "kadang sesi digeser ke minggu berikutnya", Stance::supports, true},
     {"D-01", "hambatan-waktu", "tiga pasangan menggeser sesi karena jam mengajar bertabrakan", Stance::supports, true},
     {"G-01", "hambatan-waktu", "Bagi saya cukup, karena kami sepakat memakai jam sesudah pulang sekolah.",
      Stance::contradicts, true},
     {"K-01", "kolaborasi-guru", "sekarang mereka saling masuk dan saling bertanya"},
     {"K-01", "monitoring", "Saya belum punya cara rutin untuk memantau"},
     {"D-01", "monitoring", "Belum ada penanggung jawab pemantauan."},
     {"K-01", "kebijakan", "SK sudah ada, tetapi anggaran belum masuk RKAS."},
     {"M-01", "kolaborasi-guru", "Guru yang bicara lebih dulu, saya mendengarkan."}}};

SourceId source_id(std::string_view pseudonym) {
    return {uuid_for_name("example: interview " + std::string(pseudonym))};
}

/// The example's texts are plain letters, so that bytes and code points agree.
Coding quoted(const ExampleQuote& one, std::size_t number, const StudyContent& study, Work& work) {
    const auto source = work.store.source(source_id(one.pseudonym));
    const auto code = std::ranges::find(study.codes, one.code, &Code::name);
    expects(source.has_value() && code != study.codes.end(), "the example's text and code are there");
    const std::string& text = source->text.reveal();
    const auto start = text.find(one.quote);
    expects(start != std::string::npos, "the example's quote is in its text");
    return must(code_segment({{uuid_for_name("example: quote " + std::to_string(number))},
                              source->id,
                              code->id,
                              static_cast<std::int64_t>(start),
                              static_cast<std::int64_t>(start + one.quote.size()),
                              source->text_hash,
                              ""},
                             work));
}

}  // namespace

std::string demo_interviews(DemoWorld& world) {
    DemoOffice& office = world.district;
    const access::Actor evaluator = world.actor(office, "evaluator", access::Role::evaluator);
    const StudyId study{uuid_for_name("example: interviews")};
    const ThemeId theme{uuid_for_name("example: theme of time")};
    const MemberCheckId check{uuid_for_name("example: member check")};
    const auto run = [&](auto work_on) {
        must(world.store.write(world.scope(office, "evaluator"), [&](store::Tx& tx) -> Done {
            SqlStudyStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            Work work{evaluator, world.clock.now(), store, evidence};
            work_on(work);
            return {};
        }));
    };
    world.set_day(*day_of(2025, 12, 5));
    run([&](Work& work) {
        must(save_study({study, "Wawancara mentoring sejawat (contoh)",
                         "Apa yang mendukung dan menghambat mentoring sejawat di sekolah ini?", Frame::miles_huberman,
                         "Persetujuan tertulis; nama diganti kode; teks tidak keluar dari studi.",
                         uuid_for_name("example: peer mentoring"), office.schools.front().id.value},
                        0, starter_codebook(), work));
        for (const ExampleText& one : example_texts())
            must(save_source(
                {source_id(one.pseudonym), study, one.technique, one.role, std::string(one.pseudonym), one.dated_on,
                 "Sekolah", "id", one.consent, std::string(one.chosen_because), Private(std::string(one.text)), ""},
                work));
    });
    world.set_day(*day_of(2025, 12, 8));
    run([&](Work& work) {
        const StudyContent content = work.store.content(study);
        Theme claimed{theme,
                      study,
                      0,
                      "Waktu bersama menjadi batas",
                      "Beban mengajar membuat jam bersama mentor dan mentee sulit ditemukan.",
                      "Jam mengajar yang penuh membuat jam bersama sulit ditemukan, sehingga sesi sering digeser.",
                      Confidence::firm,
                      false,
                      {}};
        for (std::size_t i = 0; i < quotes.size(); ++i) {
            const Coding coding = quoted(quotes[i], i, content, work);
            if (quotes[i].in_theme) claimed.segments.push_back({coding.id, quotes[i].stance});
        }
        must(save_theme(claimed, work));
    });
    world.set_day(*day_of(2025, 12, 9));
    run([&](Work& work) {
        const std::string token = "contoh-" + to_string(world.uuid());
        must(ask_member({check, theme, source_id("M-01")}, {token, blake2b_hex(token)}, work));
    });
    world.set_day(*day_of(2025, 12, 11));
    run([&](Work& work) { must(answer_check(check, CheckAnswer::agree, "", work)); });
    must(world.store.read(world.scope(office, "evaluator"), [&](store::Tx& tx) -> Done {
        const auto newest = evidence::SqlEvidenceStore(tx).newest_item(theme.value);
        expects(newest.has_value(), "the example's theme is a fact");
        world.facts["theme of time"] = newest->ref;
        return {};
    }));
    return std::to_string(example_texts().size()) + " sumber, " + std::to_string(quotes.size()) +
           " kutipan, satu tema yang dibenarkan informannya: masuk sebagai evaluator, halaman Kualitatif";
}

}  // namespace interviews_example

std::string demo_interviews(DemoWorld& world) { return interviews_example::demo_interviews(world); }

}  // namespace pamong::app

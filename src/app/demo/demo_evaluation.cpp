#include <fstream>

#include "app/demo/demo.h"
#include "features/evaluation/adapters/report_output.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/collect.h"
#include "features/evaluation/usecases/judge.h"
#include "features/evaluation/usecases/plan.h"
#include "features/evaluation/usecases/publish.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/people/domain/person.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace evaluation_example {
namespace {

using namespace evaluation;

/// One sentence of a finding: the fact it rests on, as an earlier step left it, and the numbers it names.
struct Said {
    std::string_view fact;
    LinkRole role = LinkRole::statistic;
    std::string_view sentence;
    std::vector<std::string_view> numbers;  ///< "name=path/places"
};

/// How one aspect is answered, and judged.
struct AspectAnswer {
    std::string_view code;
    std::vector<Said> said;
    Judgement judgement;
    std::string_view reason;
    std::string_view measure;  ///< "part,whole": paths in the first fact; empty without a measure
};

Said checked(std::string_view fact, std::string_view sentence) {
    return {fact, LinkRole::document, sentence, {"part=numbers.found/0", "whole=numbers.expected/0"}};
}
Said counted(std::string_view fact, std::string_view sentence) {
    return {fact, LinkRole::statistic, sentence, {"part=part/0", "whole=whole/0"}};
}

const std::vector<AspectAnswer>& answers() {
    using enum Judgement;
    constexpr std::string_view found = "numbers.found,numbers.expected";
    constexpr std::string_view share = "part,whole";
    static const std::vector<AspectAnswer> all{
        {"C1",
         {{"observation change",
           LinkRole::statistic,
           "Observasi awal rata-rata {awal} persen dari skor tertinggi.",
           {"awal=mean_before/1"}},
          {"test scores",
           LinkRole::score,
           "{bawah} dari {n} guru di bawah batas {batas} pada UKG 2015 (rerata {rerata}).",
           {"bawah=below/0", "n=n/0", "batas=minimum/0", "rerata=mean/2"}}},
         fulfilled,
         "Kebutuhan tercatat dengan angka awal.",
         ""},
        {"C2",
         {checked("document C2", "{part} dari {whole} dasar kebijakan ada: SK dan baris anggaran.")},
         fulfilled,
         "SK dan anggaran ada.",
         found},
        {"C3",
         {checked("document C3", "{part} dari {whole} tujuan punya indikator, target, dan tanggal.")},
         fulfilled,
         "Semua tujuan terukur.",
         found},
        {"C4",
         {counted("mentoring reasoned_pairs", "{part} dari {whole} pasangan punya alasan tertulis.")},
         fulfilled,
         "Setiap pasangan beralasan.",
         share},
        {"I1",
         {checked("document I1", "{part} dari {whole} mentor memenuhi semua syarat.")},
         fulfilled,
         "Melewati standar 80 persen.",
         found},
        {"I2",
         {checked("document I2", "{part} dari {whole} pasangan punya jam terlindung di jadwal.")},
         mostly,
         "Dua pasangan belum punya jam tetap.",
         found},
        {"I3",
         {checked("document I3", "{part} dari {whole} perangkat siap sebelum mulai.")},
         fulfilled,
         "Lengkap.",
         found},
        {"I4",
         {checked("document I4", "{part} dari {whole} mentor masih di bawah batas beban kerja."),
          {"theme of time",
           LinkRole::quote,
           "Kepala sekolah, mentor, dan notula menyebut jam bersama sulit ditemukan: {dukung} kutipan mendukung, "
           "{sangkal} "
           "menyangkal, dan informannya membenarkan.",
           {"dukung=supporting/0", "sangkal=contradicting/0"}}},
         mostly,
         "Waktu dan beban menjadi batas utama.",
         found},
        {"I5",
         {checked("document I5", "{part} dari {whole} SOP disahkan dan dibagikan.")},
         fulfilled,
         "SOP berlaku.",
         found},
        {"P1",
         {counted("mentoring talked_first", "{part} dari {whole} observasi didahului percakapan.")},
         mostly,
         "Sebagian observasi tanpa percakapan.",
         share},
        {"P2",
         {counted("mentoring fidelity", "{part} dari {whole} sesi rencana terlaksana.")},
         fulfilled,
         "Di atas batas 80 persen.",
         share},
        {"P3",
         {{"feedback",
           LinkRole::statistic,
           "Angket {n} responden: jumlah skor {jumlah} dari {maksimum}, rata-rata {persen} persen.",
           {"n=n/0", "jumlah=points/0", "maksimum=maximum/0", "persen=percent.value/1"}}},
         fulfilled,
         "Sangat baik menurut skala A.",
         "points,maximum"},
        {"P4",
         {checked("document P4", "{part} dari {whole} hambatan punya penanggung jawab dan tanggal.")},
         partly,
         "Pemantauan perlu diperkuat.",
         found},
        {"P5",
         {counted("mentoring punctuality",
                  "{part} dari {whole} sesi tepat waktu; keajekan antarpasangan belum merata.")},
         mostly,
         "Sebagian pasangan sering bergeser.",
         share},
        {"R1",
         {counted("plans", "{part} dari {whole} rencana pengembangan diri disetujui.")},
         fulfilled,
         "Melewati target.",
         share},
        {"R2",
         {{"observation change",
           LinkRole::statistic,
           "Hasil observasi {n} guru berubah dari {awal} menjadi {akhir} persen (selisih {selisih}).",
           {"n=n/0", "awal=mean_before/1", "akhir=mean_after/1", "selisih=difference.value/1"}},
          {"pupils",
           LinkRole::score,
           "Suara murid satu kelas dihitung dari {murid} jawaban tanpa nama.",
           {"murid=counted/0"}}},
         fulfilled,
         "Selisih rata-rata di atas nol.",
         ""},
        {"R3",
         {{"class change",
           LinkRole::statistic,
           "Rerata {n} kelas berubah dari {awal} menjadi {akhir} (selisih {selisih}); hubungan bukan sebab.",
           {"n=n/0", "awal=mean_before/1", "akhir=mean_after/1", "selisih=difference.value/1"}}},
         mostly,
         "Ada jejak positif, tanpa kelompok pembanding.",
         ""},
        {"R4",
         {checked("document R4", "{part} dari {whole} syarat keberlanjutan ada: rencana ada, anggaran belum.")},
         partly,
         "Perlu dukungan kebijakan sekolah.",
         found},
        {"R5",
         {checked("document R5", "{part} dari {whole} guru lain sudah ikut mencoba.")},
         mostly,
         "Mulai menyebar.",
         found}};
    return all;
}

/// "name=path/places" -> a reference to the number of that record.
NumberRef number_ref(std::string_view text, const evidence::ItemRef& item) {
    const auto equals = text.find('=');
    const auto slash = text.find('/');
    return {std::string(text.substr(0, equals)), item, std::string(text.substr(equals + 1, slash - equals - 1)),
            text.back() - '0'};
}

Plan example_plan(const DemoWorld& world) {
    Plan plan;
    plan.title = "Evaluasi CIPP mentoring sejawat (contoh)";
    plan.programme_name = "Mentoring sejawat " + world.district.schools.front().name;
    plan.purpose = "Memperbaiki mentoring sejawat dan memutuskan kelanjutannya.";
    plan.users = "Kepala sekolah, pengawas, dan dinas pendidikan.";
    plan.description =
        "Enam mentor mendampingi dua belas guru satu SMP selama satu semester: tiga siklus, masing-masing diskusi, "
        "observasi, dan refleksi.";
    plan.method = "CIPP; wawancara, observasi, dan dokumen; data kelas sebelum dan sesudah.";
    plan.limits = "Satu sekolah, tanpa kelompok pembanding. Orang dan jawaban adalah contoh buatan.";
    plan.place = "Kabupaten Pringsewu";
    plan.programme_id = uuid_for_name("example: peer mentoring");
    plan.school_id = world.district.schools.front().id.value;
    plan.region_ids = {people::region_id("18.10"), people::region_id("18")};
    plan.period_from = *day_of(2025, 7, 21);
    plan.period_to = *day_of(2025, 12, 19);
    plan.informants = {{"Kepala sekolah", 1, "pengambil keputusan", "wawancara"},
                       {"Mentor", 6, "pelaku program", "wawancara dan observasi"},
                       {"Mentee", 12, "penerima manfaat", "angket dan observasi"}};
    return plan;
}

void answer_aspect(const EvaluationId& id, const AspectAnswer& answer, const DemoWorld& world, Work& work) {
    const AspectId aspect = aspect_id(id, answer.code);
    std::vector<Sentence> finding;
    for (const Said& said : answer.said) {
        const auto fact = world.facts.find(std::string(said.fact));
        expects(fact != world.facts.end(), "example: the fact " + std::string(said.fact) + " is there");
        const auto& item = fact->second;
        must(link_evidence({{uuid_for_name("example: link " + std::string(answer.code) + " " + std::string(said.fact))},
                            id,
                            aspect,
                            item.id,
                            said.role,
                            LinkWhy::supports,
                            ""},
                           work));
        std::vector<NumberRef> numbers;
        for (const auto text : said.numbers) numbers.push_back(number_ref(text, item));
        finding.push_back({std::string(said.sentence), std::move(numbers)});
    }
    const auto& first = world.facts.at(std::string(answer.said.front().fact));
    if (const auto comma = answer.measure.find(','); comma != std::string_view::npos)
        must(measure_aspect({id,
                             aspect,
                             {{"part", first, std::string(answer.measure.substr(0, comma)), 0},
                              {"whole", first, std::string(answer.measure.substr(comma + 1)), 0}}},
                            work));
    must(write_finding({id, aspect, finding, {}}, work));
    must(judge_aspect({id, aspect, answer.judgement, std::string(answer.reason), "", {}}, work));
}

void recommend_all(const EvaluationId& id, Work& work) {
    const auto add = [&](std::string_view code, std::string_view text, std::string_view who, Day due,
                         Priority priority) {
        must(recommend({{uuid_for_name("example: recommendation " + std::string(code))},
                        id,
                        aspect_id(id, code),
                        Advice::improve,
                        std::string(text),
                        std::string(who),
                        due,
                        priority},
                       work));
    };
    add("P4", "Perkuat pemantauan: bahas hambatan setiap bulan dengan penanggung jawab dan tanggal.", "Kepala sekolah",
        *day_of(2026, 1, 31), Priority::high);
    add("I2", "Buat jadwal lebih luwes: tiga pilihan waktu bersama untuk setiap pasangan.", "Wakil kurikulum",
        *day_of(2026, 1, 16), Priority::high);
    add("R4", "Tetapkan SK dan anggaran mentoring untuk tahun depan.", "Kepala sekolah", *day_of(2026, 6, 30),
        Priority::medium);
}

}  // namespace

std::string demo_evaluation(DemoWorld& world) {
    DemoOffice& office = world.district;
    const EvaluationId id{uuid_for_name("example: CIPP evaluation")};
    const access::Actor evaluator = world.actor(office, "evaluator", access::Role::evaluator);
    const auto run = [&](auto use_case) {
        return must(world.store.write(world.scope(office, "evaluator"), [&](store::Tx& tx) {
            evidence::SqlEvidenceStore graph(tx);
            return with_work(tx, evaluator, world.clock.now(), graph, use_case);
        }));
    };
    // Criteria and standards are fixed in July, before any data.
    world.set_day(*day_of(2025, 7, 18));
    run([&](Work& work) -> Result<Evaluation> {
        auto made = must(plan_evaluation(id, example_plan(world), std::nullopt, checklist(), work));
        for (const Aspect& aspect : made.aspects)
            must(define_aspect({id,
                                aspect.id,
                                aspect.question,
                                aspect.criterion,
                                "Sedikitnya 80 persen, atau bukti tertulis",
                                Exact(80),
                                aspect.sources,
                                true,
                                {}},
                               work));
        return lock_evaluation(id, work);
    });
    world.set_day(*day_of(2025, 12, 18));
    const auto report = run([&](Work& work) -> Result<Report> {
        for (const AspectAnswer& answer : answers()) answer_aspect(id, answer, world, work);
        must(decide(
            {id, Decision::proceed_improved,
             "Efektif dan layak dilanjutkan dengan pemantauan lebih kuat, jadwal lebih luwes, dan dukungan kebijakan."},
            work));
        recommend_all(id, work);
        return publish_report(id, office.name, work);
    });
    const auto pdf = run([&](Work& work) {
        work.store.journal("evaluation.printed", "evaluation", id.value);
        return report_pdf(id, Language::id, work);
    });
    const auto path = world.out / "laporan-evaluasi-cipp.pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    return std::to_string(claims_of(report).size()) + " pernyataan dengan rantai bukti; laporan: " + path.string();
}

}  // namespace evaluation_example

std::string demo_evaluation(DemoWorld& world) { return evaluation_example::demo_evaluation(world); }

}  // namespace pamong::app

#include <fstream>

#include "app/demo/demo.h"
#include "features/evaluation/adapters/report_output.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/collect.h"
#include "features/evaluation/usecases/judge.h"
#include "features/evaluation/usecases/plan.h"
#include "features/evaluation/usecases/publish.h"
#include "features/evidence/adapters/sql_evidence_store.h"

namespace pamong::app {
namespace {

using namespace evaluation;

/// How one aspect is answered: the record it rests on (made here as an example, or a fact that an earlier step left),
/// the sentence with the names of its numbers, and the judgement.
struct AspectAnswer {
    std::string_view code;
    std::string_view record;   ///< label of an example document, or empty for an existing fact
    std::string_view content;  ///< of the example document
    std::string_view fact;     ///< name of an existing fact
    std::string_view sentence;
    std::vector<std::string_view> numbers;  ///< "name=path/places"
    Judgement judgement;
    std::string_view reason;
    std::string_view measure;  ///< "part,whole": paths of the measure; empty without one
};

const std::vector<AspectAnswer>& answers() {
    using enum Judgement;
    static const std::vector<AspectAnswer> all{
        {"C1",
         "",
         "",
         "observation change",
         "Observasi awal rata-rata {awal} persen; umpan balik dan disiplin positif paling rendah.",
         {"awal=mean_before/1"},
         fulfilled,
         "Kebutuhan tercatat dengan angka awal.",
         ""},
        {"C2",
         "SK kepala sekolah dan RKAS (contoh)",
         R"({"ada":2,"dari":2})",
         "",
         "{ada} dari {dari} dasar kebijakan ada: SK dan baris anggaran.",
         {"ada=ada/0", "dari=dari/0"},
         fulfilled,
         "SK dan anggaran ada.",
         "ada,dari"},
        {"C3",
         "Dokumen program dan notula (contoh)",
         R"({"berindikator":3,"tujuan":3})",
         "",
         "{berindikator} dari {tujuan} tujuan punya indikator, target, dan tanggal.",
         {"berindikator=berindikator/0", "tujuan=tujuan/0"},
         fulfilled,
         "Semua tujuan terukur.",
         "berindikator,tujuan"},
        {"C4",
         "Daftar pasangan dan alasannya (contoh)",
         R"({"beralasan":12,"pasangan":12})",
         "",
         "{beralasan} dari {pasangan} pasangan punya alasan tertulis.",
         {"beralasan=beralasan/0", "pasangan=pasangan/0"},
         fulfilled,
         "Setiap pasangan beralasan.",
         "beralasan,pasangan"},
        {"I1",
         "Profil mentor (contoh)",
         R"({"memenuhi":5,"mentor":6})",
         "",
         "{memenuhi} dari {mentor} mentor memenuhi semua syarat.",
         {"memenuhi=memenuhi/0", "mentor=mentor/0"},
         fulfilled,
         "Melewati standar 80 persen.",
         "memenuhi,mentor"},
        {"I2",
         "Jadwal pelajaran (contoh)",
         R"({"terlindung":10,"pasangan":12})",
         "",
         "{terlindung} dari {pasangan} pasangan punya jam terlindung di jadwal.",
         {"terlindung=terlindung/0", "pasangan=pasangan/0"},
         mostly,
         "Dua pasangan belum punya jam tetap.",
         "terlindung,pasangan"},
        {"I3",
         "Berkas perangkat (contoh)",
         R"({"siap":6,"perangkat":6})",
         "",
         "{siap} dari {perangkat} perangkat siap sebelum mulai.",
         {"siap=siap/0", "perangkat=perangkat/0"},
         fulfilled,
         "Lengkap.",
         "siap,perangkat"},
        {"I4",
         "Lembar beban kerja (contoh)",
         R"({"wajar":5,"mentor":6})",
         "",
         "{wajar} dari {mentor} mentor masih di bawah batas beban kerja.",
         {"wajar=wajar/0", "mentor=mentor/0"},
         mostly,
         "Waktu dan beban menjadi batas utama.",
         "wajar,mentor"},
        {"I5",
         "SOP mentoring (contoh)",
         R"({"disahkan":1,"sop":1})",
         "",
         "{disahkan} dari {sop} SOP disahkan dan dibagikan.",
         {"disahkan=disahkan/0", "sop=sop/0"},
         fulfilled,
         "SOP berlaku.",
         "disahkan,sop"},
        {"P1",
         "Rekap diskusi praobservasi (contoh)",
         R"({"diadakan":31,"observasi":36})",
         "",
         "{diadakan} dari {observasi} observasi didahului diskusi.",
         {"diadakan=diadakan/0", "observasi=observasi/0"},
         mostly,
         "Lima observasi tanpa diskusi.",
         "diadakan,observasi"},
        {"P2",
         "",
         "",
         "mentoring fidelity",
         "{part} dari {whole} sesi rencana terlaksana.",
         {"part=part/0", "whole=whole/0"},
         fulfilled,
         "Di atas batas 80 persen.",
         "part,whole"},
        {"P3",
         "Angket mutu umpan balik, 14 responden (contoh)",
         R"({"butir":5,"jumlah":301,"maksimum":350,"responden":14,"skala":5})",
         "",
         "Angket {responden} responden: jumlah skor {jumlah} dari {maksimum}.",
         {"responden=responden/0", "jumlah=jumlah/0", "maksimum=maksimum/0"},
         fulfilled,
         "Sangat baik menurut skala A.",
         "jumlah,maksimum"},
        {"P4",
         "Catatan pemantauan (contoh)",
         R"({"berpemilik":7,"hambatan":9})",
         "",
         "{berpemilik} dari {hambatan} hambatan punya penanggung jawab dan tanggal.",
         {"berpemilik=berpemilik/0", "hambatan=hambatan/0"},
         partly,
         "Pemantauan perlu diperkuat.",
         "berpemilik,hambatan"},
        {"P5",
         "",
         "",
         "mentoring punctuality",
         "{part} dari {whole} sesi tepat waktu; keajekan antarpasangan belum merata.",
         {"part=part/0", "whole=whole/0"},
         mostly,
         "Sebagian pasangan sering bergeser.",
         "part,whole"},
        {"R1",
         "Rencana pengembangan diri terkumpul (contoh)",
         R"({"terkumpul":11,"mentee":12})",
         "",
         "{terkumpul} dari {mentee} rencana pengembangan diri terkumpul.",
         {"terkumpul=terkumpul/0", "mentee=mentee/0"},
         fulfilled,
         "Melewati target.",
         "terkumpul,mentee"},
        {"R2",
         "",
         "",
         "observation change",
         "Hasil observasi {n} guru berubah dari {awal} menjadi {akhir} persen (selisih {selisih}).",
         {"n=n/0", "awal=mean_before/1", "akhir=mean_after/1", "selisih=difference.value/1"},
         fulfilled,
         "Selisih rata-rata di atas nol.",
         ""},
        {"R3",
         "",
         "",
         "class change",
         "Rerata {n} kelas berubah dari {awal} menjadi {akhir} (selisih {selisih}); hubungan bukan sebab.",
         {"n=n/0", "awal=mean_before/1", "akhir=mean_after/1", "selisih=difference.value/1"},
         mostly,
         "Ada jejak positif, tanpa kelompok pembanding.",
         ""},
        {"R4",
         "Rencana tahun depan (contoh)",
         R"({"ada":1,"dari":2})",
         "",
         "{ada} dari {dari} syarat keberlanjutan ada: rencana ada, anggaran belum.",
         {"ada=ada/0", "dari=dari/0"},
         partly,
         "Perlu dukungan kebijakan sekolah.",
         "ada,dari"},
        {"R5",
         "Catatan imbas (contoh)",
         R"({"guru":5,"sasaran":6})",
         "",
         "{guru} dari {sasaran} guru lain sudah ikut mencoba.",
         {"guru=guru/0", "sasaran=sasaran/0"},
         mostly,
         "Mulai menyebar.",
         "guru,sasaran"}};
    return all;
}

Uuid record_id(const AspectAnswer& answer) {
    if (answer.fact == "observation change" || answer.fact == "class change")
        return uuid_for_name("example: " + std::string(answer.fact));
    return uuid_for_name("example: evaluation record " + std::string(answer.code));
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
    plan.period_from = *day_of(2025, 7, 21);
    plan.period_to = *day_of(2025, 12, 19);
    plan.informants = {{"Kepala sekolah", 1, "pengambil keputusan", "wawancara"},
                       {"Mentor", 6, "pelaku program", "wawancara dan observasi"},
                       {"Mentee", 12, "penerima manfaat", "angket dan observasi"}};
    return plan;
}

/// The facts an aspect rests on; example documents are offered here, with the evaluator's own journal entry.
evidence::ItemRef fact_of(const AspectAnswer& answer, DemoWorld& world, Work& work) {
    if (!answer.record.empty())
        return evidence::offer({answer.record.contains("Angket") ? evidence::Kind::answer : evidence::Kind::source,
                                record_id(answer), std::string(answer.record), std::string(answer.content)},
                               work.now, work.evidence);
    if (const auto known = world.facts.find(std::string(answer.fact)); known != world.facts.end()) return known->second;
    const auto newest = work.evidence.newest_item(record_id(answer));
    expects(newest.has_value(), "example: the fact " + std::string(answer.fact) + " is there");
    return newest->ref;
}

void answer_aspect(const EvaluationId& id, const AspectAnswer& answer, DemoWorld& world, Work& work) {
    const AspectId aspect = aspect_id(id, answer.code);
    const auto item = fact_of(answer, world, work);
    must(link_evidence({{uuid_for_name("example: link " + std::string(answer.code))},
                        id,
                        aspect,
                        item.id,
                        answer.record.empty() ? LinkRole::statistic : LinkRole::document,
                        LinkWhy::supports,
                        ""},
                       work));
    std::vector<NumberRef> numbers;
    for (const auto text : answer.numbers) numbers.push_back(number_ref(text, item));
    if (const auto comma = answer.measure.find(','); comma != std::string_view::npos)
        must(measure_aspect({id,
                             aspect,
                             {{"part", item, std::string(answer.measure.substr(0, comma)), 0},
                              {"whole", item, std::string(answer.measure.substr(comma + 1)), 0}}},
                            work));
    must(write_finding({id, aspect, {{std::string(answer.sentence), numbers}}, {}}, work));
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
        work.store.journal("evaluation.records_offered", "evaluation", id.value);
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

}  // namespace pamong::app

#include "app/demo/demo.h"

#include "app/command_output.h"
#include "app/demo/demo_progress.h"
#include "platform/words.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace pamong::app {
namespace {

constexpr std::array<DemoStep, 16> steps{
    {{"Kantor", demo_offices},
     {"Sekolah dan guru", demo_roster},
     {"Akun contoh", demo_logins},
     {"Nilai uji kompetensi 2015 dan kebutuhannya", demo_competence},
     {"Mentoring sejawat satu SMP: pasangan, sesi, pemantauan", demo_peer_mentoring},
     {"Program Kemitraan 2018 dan 2019 dalam ukuran nyata", demo_partnership},
     {"Evaluasi Program Kemitraan di 19 kabupaten, dua tahap", demo_partnership_evaluation},
     {"Lokakarya 8 (11 guru, 2 Pengajar Praktik)", demo_workshop},
     {"Hasil belajar kelas, sebelum dan sesudah", demo_class_results},
     {"Observasi kelas: dua kali untuk setiap mentee", demo_observations},
     {"Penilaian kinerja 2025", demo_appraisals},
     {"Angket mutu umpan balik, suara murid, pemeriksaan dokumen", demo_questionnaires},
     {"Rencana pengembangan diri dan persetujuannya", demo_plans},
     {"Wawancara: kutipan, tema, pengecekan anggota", demo_interviews},
     {"Evaluasi CIPP: 19 aspek, keputusan, laporan", demo_evaluation},
     {"Minggu ini: program yang sedang berjalan", demo_this_week}}};

constexpr std::array<std::string_view, 24> female_names{
    "Sari",  "Dewi", "Rina",   "Wulan",   "Ayu",    "Nur",     "Siti",  "Ratna", "Indah", "Lestari", "Fitri", "Maya",
    "Putri", "Yuni", "Endang", "Kartika", "Melati", "Ningsih", "Hesti", "Ika",   "Laras", "Murni",   "Tri",   "Umi"};
constexpr std::array<std::string_view, 24> male_names{
    "Adi",   "Budi",  "Agus",  "Hendra", "Joko", "Slamet",  "Rizal",  "Fajar", "Iwan",   "Dedi", "Eko",  "Bayu",
    "Surya", "Teguh", "Wahyu", "Yusuf",  "Arif", "Bambang", "Candra", "Dimas", "Gilang", "Hadi", "Imam", "Rudi"};
constexpr std::array<std::string_view, 20> family_names{
    "Santoso", "Wijaya", "Hidayat", "Pratama",  "Saputra", "Handayani", "Susanto",   "Kurniawan", "Rahman", "Setiawan",
    "Utami",   "Lubis",  "Siregar", "Nasution", "Wibowo",  "Maulana",   "Anggraini", "Purnomo",   "Hakim",  "Suryani"};

}  // namespace

std::span<const DemoStep> demo_steps() { return steps; }

std::string example_name(Random& random, bool female) {
    const auto& first = female ? female_names : male_names;
    return std::string(first[random.below(first.size())]) + " " +
           std::string(family_names[random.below(family_names.size())]);
}

Done run_demo(DemoWorld& world, std::ostream& out) {
    const auto begun = begin_example(world.store, world.today);
    if (!begun) return refused(begun.error());
    if (*begun > 0)
        out << Words::all().text(Language::id, "app.demo_again", {{"steps", std::to_string(*begun)}}) << std::endl;
    const auto start = std::chrono::steady_clock::now();
    const double cpu_at_start = resources_used().cpu_seconds;
    std::int64_t done = 0;
    for (const DemoStep& step : demo_steps()) {
        const auto begin = std::chrono::steady_clock::now();
        const double cpu_before = resources_used().cpu_seconds;
        const std::string line = step.run(world);
        ++done;
        note_example_step(world.store, done, done == std::ssize(demo_steps()));
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        out << fmt::format("  {:>6.2f} s  {} (CPU {:.2f} s)\n            {}\n", seconds.count(), step.title,
                           resources_used().cpu_seconds - cpu_before, line)
            << std::flush;
    }
    const std::chrono::duration<double> total = std::chrono::steady_clock::now() - start;
    out << fmt::format("  {:>6.2f} s  semuanya (CPU {:.2f} s)\n", total.count(),
                       resources_used().cpu_seconds - cpu_at_start);
    return {};
}

}  // namespace pamong::app

#include "platform/print/testing/sample_report.h"

#include <fmt/format.h>

#include "platform/chart/frame.h"

namespace pamong {
namespace {

Chart bars() {
    Chart chart;
    chart.kind = ChartKind::bar;
    chart.title = "Rata-rata nilai observasi menurut kompetensi";
    chart.note = "Sumber: 68 observasi kelas, Januari sampai Juni 2026.";
    chart.x_title = "Nilai (0\u2013100)";
    chart.categories = {"Menguasai karakteristik peserta didik", "Merancang pembelajaran", "Penilaian dan evaluasi",
                        "Komunikasi dengan orang tua", "Pengembangan diri"};
    chart.series = {{"Nilai", {78.4, 61.25, 70, std::nullopt, 88.9}, {}, {}, {68, 68, 54, std::nullopt, 12}}};
    chart.reference = 75;
    chart.reference_name = "Sasaran";
    chart.decimals = 1;
    chart.minimum = 0;
    chart.maximum = 100;
    return chart;
}

Chart grouped() {
    Chart chart;
    chart.kind = ChartKind::grouped_bar;
    chart.title = "Guru terlatih menurut jenjang dan tahun";
    chart.y_title = "Orang";
    chart.categories = {"SD", "SMP", "SMA", "SMK", "SLB"};
    chart.series = {{"2024", {1250, 640, 310, 290, 24}},
                    {"2025", {1730, 812, 402, 351, std::nullopt}},
                    {"2026", {2104, 990, 455, 398, 31}}};
    return chart;
}

Chart lines() {
    Chart chart;
    chart.kind = ChartKind::line;
    chart.title = "Kehadiran dalam sesi pendampingan";
    chart.y_title = "Hadir";
    chart.unit = "%";
    chart.categories = {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep"};
    chart.series = {{"Kota Palu", {82, 85, 84, 88, 90, std::nullopt, 87, 91, 93}},
                    {"Kab. Sigi", {64, 66, 71, 70, 76, 78, 77, 81, 80}},
                    {"Kab. Donggala", {58, 55, 60, 63, 61, 66, 70, 69, 74}}};
    chart.reference = 80;
    chart.reference_name = "Target";
    return chart;
}

Chart dots() {
    Chart chart;
    chart.kind = ChartKind::dot_interval;
    chart.title = "Perubahan nilai setelah pendampingan, menurut kabupaten";
    chart.note = "Titik: taksiran; garis: selang kepercayaan 95%.";
    chart.x_title = "Selisih nilai";
    chart.categories = {"Kota Palu", "Kab. Sigi", "Kab. Donggala", "Kab. Parigi Moutong"};
    chart.series = {{"",
                     {4.2, 2.1, -0.6, std::nullopt},
                     {2.9, 0.3, -3.1, std::nullopt},
                     {5.5, 3.9, 1.9, std::nullopt},
                     {120, 64, 31, std::nullopt}}};
    chart.decimals = 1;
    return chart;
}

Chart slopes() {
    Chart chart;
    chart.kind = ChartKind::slope;
    chart.title = "Nilai sebelum dan sesudah lokakarya";
    chart.categories = {"Sari", "Adi", "Bela", "Citra", "Dewi", "Eko", "Fajar"};
    chart.series = {{"Sebelum", {60.3, 55, 71.5, 62, 61, std::nullopt, 80}},
                    {"Sesudah", {72.1, 68, 69, 75, 74.5, 66, std::nullopt}}};
    chart.decimals = 1;
    return chart;
}

Chart scatter() {
    Chart chart;
    chart.kind = ChartKind::scatter;
    chart.title = "Jam pendampingan dan kenaikan nilai";
    chart.x_title = "Jam pendampingan";
    chart.y_title = "Kenaikan nilai";
    for (int i = 0; i < 57; ++i) {
        const double hours = 4 + (i * 37 % 53) * 0.6;
        chart.points.push_back({hours, hours * 0.35 + (i * 29 % 17) * 0.7 - 6, ""});
    }
    return chart;
}

Chart histogram() {
    Chart chart;
    chart.kind = ChartKind::histogram;
    chart.title = "Sebaran nilai uji kompetensi";
    chart.x_title = "Nilai";
    chart.edges = {20, 30, 40, 50, 60, 70, 80, 90, 100};
    chart.series = {{"", {12, 85, 240, 410, 388, 175, 61, 9}}};
    chart.reference = 55;
    chart.reference_name = "Batas";
    return chart;
}

Chart tiles() {
    Chart chart;
    chart.kind = ChartKind::tile_map;
    chart.title = "Guru penggerak per 1.000 guru";
    chart.note = "Letak kotak hanya mendekati letak provinsi.";
    chart.decimals = 1;
    chart.series.resize(1);
    int i = 0;
    for (const ProvinceTile& tile : province_tiles()) {
        chart.categories.push_back(tile.code);
        ++i;
        chart.series[0].values.push_back(i % 9 == 0 ? std::nullopt : std::optional(4.0 + i * 17 % 38 * 0.9));
    }
    return chart;
}

}  // namespace

std::vector<Chart> sample_charts() {
    return {bars(), grouped(), lines(), dots(), slopes(), scatter(), histogram(), tiles()};
}

Document sample_report() {
    using namespace doc;
    Document report;
    report.title = "Laporan Evaluasi Program Pendampingan Guru";
    report.author = "Dinas Pendidikan Kota Palu";
    report.subject = "Evaluasi CIPP";
    report.keywords = "pendampingan, guru";
    report.created = timestamp_from("2026-11-20T07:45:00Z").value();
    report.header_left = "Laporan Evaluasi Program Pendampingan Guru";
    report.header_right = "20 November 2026";
    report.footer_left = "Dinas Pendidikan Kota Palu \u00B7 Dokumen 0190-7c1e";
    auto& blocks = report.blocks;
    blocks.push_back(TitleBlock{"DINAS PENDIDIKAN KOTA PALU",
                                "Laporan Evaluasi Program Pendampingan Guru",
                                "Semester genap tahun ajaran 2025/2026",
                                {"Disusun oleh tim evaluasi, 20 November 2026"}});
    blocks.push_back(KeyValues{{{"Program", Text{"Pendampingan guru sekolah dasar"}},
                                {"Masa", Text{"Januari sampai Juni 2026"}},
                                {"Peserta", Text{bold("124 guru"), Span{" di 18 sekolah, didampingi 21 mentor"}}}}});
    blocks.push_back(Heading{1, "Ringkasan", "ringkasan"});
    blocks.push_back(Paragraph{
        Text{Span{"Nilai observasi naik "}, bold("4,2 poin"), Span{" (selang kepercayaan 95%: 2,9 sampai 5,5)"},
             mark("1", "#catatan-1"),
             Span{", paling jelas di sekolah yang mentornya datang sedikitnya dua kali sebulan. Di daerah "},
             italic("terpencil"), Span{" kenaikan itu belum terlihat; lihat "}, link("tabel capaian", "#tabel"),
             Span{". Guru menilai pendampingan ini berguna, tetapi sering terpotong oleh tugas administrasi yang "
                  "datang mendadak dari luar sekolah."}}});
    blocks.push_back(Callout{
        "Simpulan",
        Text{
            "Program layak dilanjutkan. Kunjungan mentor ke tiga kabupaten terjauh perlu biaya perjalanan tersendiri."},
        "simpulan"});
    blocks.push_back(
        ItemList{{Text{"Tetapkan hari khusus untuk kunjungan mentor."},
                  Text{bold("Anggarkan perjalanan"), Span{" ke sekolah terpencil sejak awal tahun, karena biaya inilah "
                                                          "yang paling sering membuat kunjungan batal."}}},
                 true});
    blocks.push_back(Heading{2, "Capaian menurut kompetensi", ""});
    blocks.push_back(Figure{sample_charts()[0], "Gambar 1. Rata-rata nilai observasi.", "gambar-1"});
    Table table{"Tabel 1. Capaian guru",
                {{"No.", 0.5, Align::end},
                 {"Nama", 2.2},
                 {"Sekolah", 2.2},
                 {"Sebelum", 1, Align::end},
                 {"Sesudah", 1, Align::end},
                 {"Catatan", 3}},
                {},
                1,
                "tabel"};
    for (int i = 1; i <= 60; ++i)
        table.rows.push_back({Text{std::to_string(i)}, Text{fmt::format("Guru {}", i)}, Text{"SD Negeri 1 Palu"},
                              Text{fmt::format("{},5", 50 + i % 30)}, Text{fmt::format("{},0", 55 + i % 35)},
                              i % 4 == 0
                                  ? Text{"Rencana pembelajaran perlu memuat pembedaan tugas bagi siswa yang tertinggal"}
                                  : Text{"\u2013"}});
    table.rows.push_back({Text{}, Text{"Rata-rata"}, Text{}, Text{"64,1"}, Text{"68,3"}});
    blocks.push_back(std::move(table));
    blocks.push_back(Heading{1, "Gambar lain", ""});
    const auto charts = sample_charts();
    for (std::size_t i = 1; i < charts.size(); ++i)
        blocks.push_back(Figure{charts[i], fmt::format("Gambar {}.", i + 1), ""});
    blocks.push_back(Heading{1, "Pengesahan", ""});
    blocks.push_back(Signatures{{{"", "Ketua Tim Evaluasi", "Dra. Nurhayati, M.Pd.", "NIP 196803151994032001"},
                                 {"Palu, 20 November 2026", "Kepala Dinas Pendidikan", "Drs. Ahmad Lamakarate, M.Si.",
                                  "NIP 196507121990031005"}}});
    blocks.push_back(Figure{QrCode{"https://pamong.example/v/0190-7c1e", 85}, "", ""});
    blocks.push_back(Notes{{{"1",
                             Text{Span{"Model campuran dengan sekolah sebagai efek acak; lihat "},
                                  link("ringkasan", "#ringkasan"), Span{"."}},
                             "catatan-1"}}});
    return report;
}

}  // namespace pamong

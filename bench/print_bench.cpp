// CPU time of printing and of tables: a report of about 10 pages, a workbook of 200,000 cells written and read.
#include <ctime>

#include <fmt/format.h>

#include "platform/print/html.h"
#include "platform/print/pdf.h"
#include "platform/sheets/read.h"
#include "platform/sheets/write.h"

namespace {

/// CPU milliseconds of this process while `work` ran, the best of five.
template <class Work>
double cpu_ms(Work&& work) {
    double best = 1e300;
    for (int run = 0; run < 5; ++run) {
        const std::clock_t start = std::clock();
        work();
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

pamong::Document ten_pages() {
    using namespace pamong::doc;
    Document report;
    report.title = "Laporan";
    report.blocks.push_back(TitleBlock{"DINAS PENDIDIKAN", "Laporan Evaluasi", "2026", {}});
    std::string text;
    for (int i = 0; i < 60; ++i) text += "Guru menilai pendampingan ini berguna untuk kelasnya. ";
    for (int section = 1; section <= 9; ++section) {
        report.blocks.push_back(Heading{1, fmt::format("Bagian {}", section), ""});
        report.blocks.push_back(Paragraph{Text{text}});
        pamong::Chart chart;
        chart.title = "Rata-rata";
        chart.categories = {"SD", "SMP", "SMA", "SMK"};
        chart.series = {{"Nilai", {70, 65, 80, 75}}};
        report.blocks.push_back(Figure{chart, "Gambar", ""});
        Table table{"Capaian", {{"Nama", 2}, {"Sekolah", 2}, {"Nilai", 1, Align::end}}, {}};
        for (int row = 0; row < 15; ++row)
            table.rows.push_back(
                {Text{fmt::format("Guru {}", row)}, Text{"SD Negeri 1"}, Text{fmt::format("{},5", row)}});
        report.blocks.push_back(std::move(table));
    }
    return report;
}

pamong::Sheet cells_200000() {
    pamong::Sheet sheet{.name = "Guru"};
    for (int row = 0; row < 10'000; ++row) {
        auto& cells = sheet.rows.emplace_back();
        for (int column = 0; column < 10; ++column) {
            cells.push_back(pamong::text_cell(fmt::format("teks {} {}", row % 500, column)));
            cells.push_back(pamong::number_cell(fmt::format("{}.5", row * column)));
        }
    }
    return sheet;
}

}  // namespace

int main() {
    const pamong::Document report = ten_pages();
    const auto first = pamong::print_pdf(report);  // loads the fonts
    fmt::print("pdf, {} pages, {} KB: {:.1f} ms CPU\n", first->pages, first->bytes.size() / 1024,
               cpu_ms([&] { (void)pamong::print_pdf(report); }));
    fmt::print("html of the same: {:.1f} ms CPU\n", cpu_ms([&] { (void)pamong::print_html(report); }));
    const std::vector<pamong::Sheet> sheets{cells_200000()};
    const auto xlsx = pamong::write_xlsx(sheets).value();
    fmt::print("xlsx, 200,000 cells, {} KB, write: {:.0f} ms CPU\n", xlsx.size() / 1024,
               cpu_ms([&] { (void)pamong::write_xlsx(sheets); }));
    fmt::print("xlsx, 200,000 cells, read: {:.0f} ms CPU\n", cpu_ms([&] { (void)pamong::read_xlsx(xlsx); }));
    const auto csv = pamong::write_csv(sheets[0]);
    fmt::print("csv, 200,000 cells, read: {:.0f} ms CPU\n", cpu_ms([&] { (void)pamong::read_csv(csv); }));
    return 0;
}

// `pamong import people|schools` as a person would call it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/demo/demo.h"
#include "app/import_command.h"
#include "platform/store/testing/test_store.h"

namespace pamong::app {
namespace import_command_test {

class ImportCommand : public testing::Test {
  protected:
    store::TestStore test_{"sqlite"};
    std::ostringstream out_;
    std::ostringstream err_;

    int run(std::vector<std::string> words, const std::string& input = "") {
        words.emplace_back("--db");
        words.push_back(test_.address());
        const std::vector<std::string_view> arguments(words.begin(), words.end());
        std::istringstream in(input);
        out_.str("");
        err_.str("");
        Terminal terminal{in, out_, err_};
        return import_command(arguments, terminal);
    }
};

TEST_F(ImportCommand, ChecksThenSavesAndNamesWrongCells) {
    test_.add_owner("Dinas contoh");
    const std::string schools = "NPSN;Nama Sekolah;Jenjang;Kode Wilayah\n10810001;SMPN 1;SMP;18.10\n";
    EXPECT_EQ(run({"schools", "-"}, schools), exit_fine) << err_.str();
    const std::string good = "Nama;NUPTK;NPSN\nSutrisno;1234567890123456;10810001\n";
    EXPECT_EQ(run({"people", "-", "--preview", "--json"}, good), exit_fine) << err_.str();
    EXPECT_EQ(out_.str(), "{\"rows\":1,\"added\":1,\"updated\":0,\"saved\":false}\n");
    EXPECT_EQ(run({"people", "-", "--json"}, good), exit_fine);
    EXPECT_EQ(run({"people", "-", "--json"}, good), exit_fine);
    EXPECT_EQ(out_.str(), "{\"rows\":1,\"added\":0,\"updated\":1,\"saved\":true}\n");

    EXPECT_EQ(run({"people", "-"}, "Nama;NUPTK;NPSN\nSari;123;10810001\n"), exit_data);
    EXPECT_NE(err_.str().find("B2"), std::string::npos) << err_.str();
}

TEST_F(ImportCommand, SaysWhatIsMissing) {
    EXPECT_EQ(run({"people"}), exit_use);
    EXPECT_EQ(run({"people", "/tidak/ada.csv"}), exit_use);
    test_.add_owner("Dinas satu");
    test_.add_owner("Dinas dua");
    EXPECT_EQ(run({"people", "-"}, "Nama;NPSN\nA;10810001\n"), exit_use);
    EXPECT_NE(err_.str().find("Dinas dua"), std::string::npos);
    EXPECT_EQ(run({"people", "-", "--owner", "Dinas dua"}, "bukan tabel"), exit_data);
}

}  // namespace import_command_test
}  // namespace pamong::app

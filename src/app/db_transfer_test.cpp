// Whole databases on the move: backup, restore, copy and export, as a person runs them.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "app/command.h"
#include "platform/store/testing/test_store.h"

namespace pamong::app {
namespace db_transfer_test {

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

Ran run(const std::vector<std::string>& words) {
    std::vector<std::string_view> arguments(words.begin(), words.end());
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    const int code = run_program(arguments, terminal);
    return {code, out.str(), err.str()};
}

class DbTransfer : public testing::TestWithParam<std::string> {
  protected:
    DbTransfer() { origin_.add_owner("Dinas Contoh"); }
    Ran export_of(const store::TestStore& test) { return run({"db", "export", "--db", test.address()}); }
    std::string backup() {
        const std::string file = origin_.folder() + "/cadangan.db";
        EXPECT_EQ(run({"db", "backup", file, "--db", origin_.address(), "--data", origin_.folder()}).code, exit_fine);
        return file;
    }
    std::vector<std::string> restore(const std::string& file) {
        return {"db", "restore", "--from", file, "--db", target_.address(), "--data", target_.folder()};
    }
    store::TestStore origin_{"sqlite"};
    store::TestStore target_{GetParam()};
};

TEST_P(DbTransfer, ABackupIsRestoredWhole) {
    const Ran restored = run(restore(backup()));
    EXPECT_EQ(restored.code, exit_fine) << restored.err;
    EXPECT_NE(restored.out.find("Dinas Contoh: utuh, 0 catatan"), std::string::npos) << restored.out;
    EXPECT_EQ(export_of(target_).out, export_of(origin_).out);
}

TEST_P(DbTransfer, WhatIsThereIsNotThrownAwayUnasked) {
    target_.add_owner("Yayasan Lain");
    const std::string before = export_of(target_).out;
    const std::string file = backup();
    for (const auto& words : {restore(file), {"db", "copy", "--from", origin_.address(), "--to", target_.address()}}) {
        const Ran refused = run(words);
        EXPECT_EQ(refused.code, exit_data);
        EXPECT_NE(refused.err.find("store.target_not_empty"), std::string::npos) << refused.err;
        EXPECT_EQ(export_of(target_).out, before);
    }
    auto asked = restore(file);
    asked.emplace_back("--replace");
    EXPECT_EQ(run(asked).code, exit_fine);
    EXPECT_EQ(export_of(target_).out, export_of(origin_).out);
}

TEST_P(DbTransfer, ADamagedBackupChangesNothing) {
    target_.add_owner("Yayasan Lain");
    const std::string before = export_of(target_).out;
    const std::string file = backup();
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    for (const std::string& bad : {file, origin_.folder() + "/tidak-ada.db"}) {
        auto words = restore(bad);
        words.emplace_back("--replace");
        EXPECT_NE(run(words).code, exit_fine) << bad;
        EXPECT_EQ(export_of(target_).out, before) << bad;
    }
}

INSTANTIATE_TEST_SUITE_P(Stores, DbTransfer, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

TEST(DbExport, IsRefusedWhereThereIsNoDatabase) {
    EXPECT_EQ(run({"db", "export", "--db", "sqlite:/nowhere/at-all.db"}).code, exit_data);
    EXPECT_EQ(run({"db", "copy", "--from", "sqlite:a.db", "--to", "sqlite:a.db"}).code, exit_use);
}

}  // namespace db_transfer_test
}  // namespace pamong::app

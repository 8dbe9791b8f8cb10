// What `pamong db export` leaves out, and what docs/export.md says of it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/export_left_out.h"
#include "platform/store/catalogue.h"

namespace pamong {
namespace export_test {

TEST(DbExport, LeavesOutOnlyWhatTheDocumentsSay) {
    std::ifstream document(std::filesystem::path(PAMONG_SOURCE_DIR) / "docs/export.md");
    const std::string text((std::istreambuf_iterator<char>(document)), std::istreambuf_iterator<char>());
    for (const app::LeftOut& entry : app::left_out_of_export()) {
        const std::string name =
            std::string(entry.table) + (entry.column.empty() ? "" : ".") + std::string(entry.column);
        EXPECT_NE(text.find("| `" + name + "` | " + std::string(entry.why)), std::string::npos) << name;
        bool known = false;
        for (const auto& table : store::all_tables())
            for (const auto& column : table.columns)
                known = known || (table.name == entry.table && (entry.column.empty() || column.name == entry.column));
        EXPECT_TRUE(known) << name << " is in no table";
    }
}

}  // namespace export_test
}  // namespace pamong

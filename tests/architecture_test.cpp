#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// The arrows of docs/architecture.md, checked: the table there says which folder may include which.
namespace pamong {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const fs::path root = PAMONG_SOURCE_DIR;

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Words split(const std::string& text, char separator) {
    Words parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

/// Everything between backticks.
Words marked(const std::string& text) {
    static const std::regex mark("`([^`]+)`");
    Words found;
    for (std::sregex_iterator it(text.begin(), text.end(), mark), end; it != end; ++it) found.push_back((*it)[1]);
    return found;
}

struct Architecture {
    std::map<std::string, Words> allowed;  ///< folder pattern -> what it may include
    Words features;                        ///< in their order
};

Architecture read_architecture() {
    Architecture read;
    std::istringstream page(content_of(root / "docs/architecture.md"));
    bool in_section = false;
    bool in_order = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) in_section = line == "## Allowed includes";
        if (!in_section) continue;
        if (line.starts_with("| `")) {
            const Words cells = split(line, '|');
            read.allowed[marked(cells.at(1)).at(0)] = marked(cells.at(2));
        }
        if (line.starts_with("Order of features:")) in_order = true;
        if (line.empty()) in_order = false;
        if (in_order)
            for (const std::string& feature : marked(line)) read.features.push_back(feature);
    }
    return read;
}

/// "features/people/domain/nuptk.h" -> "features/people/domain"; "platform/print/pdf.h" -> "platform".
std::string folder_of(const std::string& path) {
    const Words parts = split(path, '/');
    std::size_t depth = 1;
    if (parts.at(0) == "engines") depth = 2;
    if (parts.at(0) == "features") depth = 3;
    if (parts.size() <= depth) return "";
    std::string folder = parts.at(0);
    for (std::size_t i = 1; i < depth; ++i) folder += "/" + parts.at(i);
    return folder;
}

std::string name_in(const std::string& folder) {
    const Words parts = split(folder, '/');
    return parts.size() > 1 ? parts.at(1) : "";
}

bool is_test(const std::string& path) {
    return path.ends_with("_test.cpp") || path.find("/fuzz/") != std::string::npos;
}

/// Whether `target` (a folder) matches one entry of the table, seen from the folder `from`.
bool matches(const std::string& entry, const std::string& target, const std::string& from, const Architecture& table) {
    const Words wanted = split(entry, '/');
    const Words parts = split(target, '/');
    if (wanted.size() != parts.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == "*" || wanted[i] == parts[i]) continue;
        if (wanted[i] == "own" && parts[i] == name_in(from)) continue;
        if (wanted[i] != "earlier") return false;
        const auto here = std::ranges::find(table.features, name_in(from));
        if (std::find(table.features.begin(), here, parts[i]) == here) return false;
    }
    return true;
}

/// Why `file` may not include `included` (both paths below src/), or nothing.
std::string objection(const std::string& file, const std::string& included, const Architecture& table) {
    std::string from = folder_of(file);
    const std::string target = folder_of(included);
    if (is_test(file)) {
        const std::string beside = fs::path(file).parent_path() / "testing/";
        if (!file.starts_with("features/") && included.starts_with(beside)) return "";
        if (file.starts_with("features/")) from = "features/" + name_in(from) + "/testing";
    }
    const auto for_tests = [](const std::string& path) { return path.find("/testing/") != std::string::npos; };
    if (!is_test(file) && !for_tests(file) && for_tests(included))
        return "product code may not include a testing folder";
    for (const auto& [pattern, entries] : table.allowed) {
        if (!matches(pattern, from, from, table)) continue;
        for (const std::string& entry : entries)
            if (matches(entry, target, from, table)) return "";
        return from + " may not include " + target;
    }
    return from + " is no folder of the table";
}

struct Include {
    std::string file;
    std::string included;
};

std::vector<Include> includes_below_src() {
    static const std::regex include(R"re(^\s*#\s*include\s+"([^"]+)")re");
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        std::istringstream text(content_of(entry.path()));
        for (std::string line; std::getline(text, line);)
            if (std::smatch match; std::regex_search(line, match, include))
                found.push_back({fs::relative(entry.path(), root / "src").string(), match[1]});
    }
    return found;
}

}  // namespace

TEST(Architecture, EveryIncludeFollowsTheTable) {
    const Architecture table = read_architecture();
    for (const auto& [file, included] : includes_below_src()) {
        ASSERT_TRUE(fs::exists(root / "src" / included))
            << "src/" << file << " includes \"" << included << "\": write paths from src/";
        EXPECT_EQ(objection(file, included, table), "") << "src/" << file << " includes " << included;
    }
}

TEST(Architecture, EveryFileHasItsPlace) {
    const Architecture table = read_architecture();
    for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        const std::string file = fs::relative(entry.path(), root / "src").string();
        // A feature's fuzz programs stand beside its layers, with the rights of its tests.
        if (file.starts_with("features/") && file.find("/fuzz/") != std::string::npos) continue;
        const std::string folder = folder_of(file);
        const bool known = std::ranges::any_of(
            table.allowed, [&](const auto& row) { return matches(row.first, folder, folder, table); });
        EXPECT_TRUE(known) << "src/" << file << " is in no folder that docs/architecture.md knows";
        if (!folder.starts_with("features/")) continue;
        EXPECT_EQ(std::ranges::count(table.features, name_in(folder)), 1)
            << name_in(folder) << " has no place in the order of features";
    }
}

// The checker itself, against arrows whose answer the page gives in words.
TEST(Architecture, KnowsARightArrowFromAWrongOne) {
    const Architecture table = read_architecture();
    ASSERT_EQ(table.features.size(), 18U);  // the list of docs/architecture.md, counted by hand
    const auto allowed = [&](const char* file, const char* included) {
        return objection(file, included, table).empty();
    };

    EXPECT_TRUE(allowed("features/mentoring/usecases/start_pairing.cpp", "features/people/domain/nuptk.h"));
    EXPECT_TRUE(allowed("features/mentoring/usecases/start_pairing.cpp", "engines/matching/assign.h"));
    EXPECT_TRUE(allowed("features/mentoring/adapters/routes.cpp", "platform/http/router.h"));
    EXPECT_TRUE(allowed("app/main.cpp", "features/mentoring/adapters/routes.h"));
    EXPECT_TRUE(allowed("features/mentoring/domain/pairing_test.cpp", "features/mentoring/testing/school.h"));
    EXPECT_TRUE(allowed("engines/stats/mean_test.cpp", "engines/stats/testing/table.h"));
    EXPECT_TRUE(allowed("platform/store/testing/contract.cpp", "platform/store/testing/contract.h"));

    EXPECT_FALSE(allowed("base/id.h", "platform/embedded.h"));
    EXPECT_FALSE(allowed("engines/matching/assign.cpp", "engines/stats/mean.h"));
    EXPECT_FALSE(allowed("platform/http/router.h", "features/access/domain/actor.h"));
    EXPECT_FALSE(allowed("features/mentoring/usecases/start_pairing.cpp", "platform/store/store.h"));
    EXPECT_FALSE(allowed("features/mentoring/domain/pairing.h", "features/mentoring/usecases/start_pairing.h"));
    EXPECT_FALSE(allowed("features/people/domain/teacher.h", "features/mentoring/domain/pairing.h"));
    EXPECT_FALSE(allowed("features/mentoring/adapters/routes.cpp", "features/people/adapters/routes.h"));
    EXPECT_FALSE(allowed("features/mentoring/adapters/routes.cpp", "features/mentoring/testing/school.h"));
    EXPECT_FALSE(allowed("app/main.cpp", "features/mentoring/testing/school.h"));
}

}  // namespace pamong

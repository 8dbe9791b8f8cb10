#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// What a reader is told must be there: paths, links, words in both languages, licences.
namespace pamong {
namespace {

namespace fs = std::filesystem;

const fs::path repository = PAMONG_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string shown(const fs::path& path) { return fs::relative(path, repository).string(); }

/// Files that belong to the repository: not what was built or fetched.
std::vector<fs::path> repository_files() {
    static const std::set<std::string> skipped{"node_modules", ".git"};
    static const std::set<std::string> skipped_paths{"build", "data", "tools/node", "web/dist"};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator it(repository), end; it != end; ++it) {
        const std::string name = it->path().filename().string();
        if (it->is_directory() && (skipped.contains(name) || skipped_paths.contains(shown(it->path()))))
            it.disable_recursion_pending();
        else if (it->is_regular_file() && name != ".git") files.push_back(it->path());
    }
    std::ranges::sort(files);
    return files;
}

std::vector<fs::path> files_with(std::initializer_list<const char*> extensions) {
    std::vector<fs::path> chosen;
    for (const fs::path& file : repository_files())
        if (std::ranges::count(extensions, file.extension().string()) > 0) chosen.push_back(file);
    return chosen;
}

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
    return found;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string without(const std::string& text, const std::string& pattern) {
    return std::regex_replace(text, std::regex(pattern), "");
}

std::string prose_of(const fs::path& page) { return without(without(text_of(page), "<!--[^]*?-->"), "```[^]*?```"); }

/// Every key of words/*.json with its entry.
std::map<std::string, boost::json::object> all_words() {
    std::map<std::string, boost::json::object> words;
    for (const fs::path& file : files_with({".json"})) {
        if (file.parent_path() != repository / "words") continue;
        const auto content = boost::json::parse(text_of(file)).as_object();
        for (const auto& entry : content) words[std::string(entry.key())] = entry.value().as_object();
    }
    return words;
}

std::multiset<std::string> blanks_of(const std::string& sentence) {
    const auto blanks = all_matches(sentence, R"(\{([^{}]*)\})");
    return {blanks.begin(), blanks.end()};
}

}  // namespace

TEST(Documents, LinksLeadSomewhere) {
    for (const fs::path& page : files_with({".md"})) {
        for (std::string target : all_matches(prose_of(page), R"(\]\(([^)\s]+)\))")) {
            if (target.find("://") != std::string::npos || target.starts_with("mailto:")) continue;
            target = target.substr(0, target.find('#'));
            EXPECT_TRUE(fs::exists(page.parent_path() / target)) << shown(page) << " links to " << target;
        }
    }
}

TEST(Documents, PathsThatTheyNameExist) {
    const std::string path =
        R"(`((?:\./)?(?:src|docs|tests|tools|web|words|regulations|migrations|instruments|bench|cmake|)"
        R"(base|engines|platform|features|app)/[A-Za-z0-9_./-]*)`)";
    const std::set<std::string> below_src{"base", "engines", "platform", "features", "app"};
    for (const fs::path& page : files_with({".md"})) {
        if (page.parent_path().string().find("web") != std::string::npos) continue;  // paths there start at web/
        for (const std::string& name : all_matches(prose_of(page), path)) {
            static const std::regex pattern_of_the_table("/(own|earlier)(/|$)");
            if (std::regex_search(name, pattern_of_the_table)) continue;
            const bool inside = below_src.contains(name.substr(0, name.find('/')));
            const bool found =
                fs::exists((inside ? repository / "src" : repository) / name) || fs::exists(page.parent_path() / name);
            EXPECT_TRUE(found) << shown(page) << " names " << name;
        }
    }
}

TEST(Documents, DecisionsHaveOneNumberEach) {
    std::set<std::string> numbers;
    for (const auto& entry : fs::directory_iterator(repository / "docs/decisions")) {
        const std::string number = entry.path().filename().string().substr(0, 4);
        EXPECT_TRUE(numbers.insert(number).second) << "two decisions have the number " << number;
        EXPECT_TRUE(text_of(entry.path()).starts_with("# " + number))
            << shown(entry.path()) << " starts with its number";
    }
}

TEST(Documents, NameNoMachineAndNoRegistry) {
    // Written in two halves, so that this file does not find itself.
    const std::vector<std::string> forbidden{std::string("/wor") + "k/", std::string("/tmp/se") + "tup",
                                             std::string("npm") + "js.org", std::string("deb.deb") + "ian.org",
                                             std::string("\"reso") + "lved\":"};
    for (const fs::path& file : repository_files()) {
        const std::string text = text_of(file);
        if (text.find('\0') != std::string::npos) continue;  // pictures, fonts
        for (const std::string& word : forbidden)
            EXPECT_EQ(text.find(word), std::string::npos) << shown(file) << " contains " << word;
    }
}

TEST(Documents, EveryPackageHasItsLicence) {
    const std::string page = text_of(repository / "docs/dependencies.md");
    const auto listed = [&](const std::string& package) {
        return page.find("| `" + package + "` |") != std::string::npos;
    };
    for (const std::string& line : lines_of(text_of(repository / "debian-packages.txt"))) {
        if (line.empty() || line.starts_with("#") || line.starts_with("[")) continue;
        EXPECT_NE(line.find('#'), std::string::npos) << "what is it for? " << line;
        EXPECT_TRUE(listed(line.substr(0, line.find(' '))))
            << line << ": run tools/list_dependencies.sh >docs/dependencies.md";
    }
    if (!fs::exists(repository / "web/package.json")) return;
    const auto web = boost::json::parse(text_of(repository / "web/package.json")).as_object();
    for (const char* group : {"dependencies", "devDependencies"})
        if (const auto* packages = web.if_contains(group)) {
            for (const auto& [name, version] : packages->as_object())
                EXPECT_TRUE(listed(name)) << name << ": run tools/list_dependencies.sh >docs/dependencies.md";
        }
}

TEST(Words, AreThereInBothLanguagesWithTheSameBlanks) {
    std::set<std::string> seen;
    for (const fs::path& file : files_with({".json"})) {
        if (file.parent_path() != repository / "words") continue;
        const auto content = boost::json::parse(text_of(file)).as_object();
        for (const auto& entry : content)
            EXPECT_TRUE(seen.insert(std::string(entry.key())).second)
                << std::string(entry.key()) << " in " << shown(file) << " stands in another file too";
    }
    for (const auto& [key, entry] : all_words()) {
        for (const auto& [name, value] : entry)
            EXPECT_TRUE(name == "id" || name == "en" || name == "note") << key << " has an unknown part " << name;
        const auto* id = entry.if_contains("id");
        const auto* en = entry.if_contains("en");
        ASSERT_TRUE(id && id->is_string() && !id->as_string().empty()) << key << " has no Indonesian";
        ASSERT_TRUE(en && en->is_string() && !en->as_string().empty()) << key << " has no English";
        EXPECT_EQ(blanks_of(std::string(id->as_string())), blanks_of(std::string(en->as_string()))) << key;
    }
}

TEST(Words, ExistForEveryRefusal) {
    const auto words = all_words();
    for (const fs::path& file : files_with({".h", ".cpp"})) {
        const std::string name = shown(file);
        if (!name.starts_with("src/") || name.ends_with("_test.cpp") || name.find("/testing/") != std::string::npos)
            continue;
        const std::string code = without(text_of(file), "//[^\n]*");
        for (const std::string& key :
             all_matches(code, R"re((?:refused\(|Problem\s*\{)\s*"([a-z0-9_]+\.[a-z0-9_.]+)"\s*[,)}])re"))
            EXPECT_TRUE(words.contains(key)) << name << " refuses with " << key << ", which has no words";
    }
}

TEST(Files, HaveHeadersThatAreIncludedOnceAndLinesThatFitTheScreen) {
    for (const fs::path& file : files_with({".h", ".cpp"})) {
        const auto lines = lines_of(text_of(file));
        const auto once = std::ranges::count(lines, "#pragma once");
        EXPECT_EQ(once, file.extension() == ".h" ? 1 : 0) << shown(file) << " and #pragma once";
        for (std::size_t number = 0; number < lines.size(); ++number) {
            // 120 as in .clang-format, counted in characters; data in raw strings may be wider.
            const auto width = std::ranges::count_if(lines[number], [](char c) { return (c & 0xC0) != 0x80; });
            EXPECT_LE(width, 200) << shown(file) << ":" << number + 1;
        }
    }
}

TEST(Files, ThatArePeopleCommandsCanBeStarted) {
    std::vector<fs::path> commands = files_with({".sh"});
    for (const char* name : {"run", "test", ".ci/run"}) commands.push_back(repository / name);
    for (const fs::path& command : commands) {
        if (!text_of(command).starts_with("#!")) continue;
        EXPECT_NE(fs::status(command).permissions() & fs::perms::owner_exec, fs::perms::none) << shown(command);
    }
}

}  // namespace pamong

// Rules every file obeys whatever it is about: length, listing, header form, no private paths.

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "rules/tree.hpp"

namespace entente::rules {
namespace {

using ::testing::IsEmpty;

const std::vector<std::string> code{".hpp", ".cpp"};
const std::vector<std::string> text{".hpp",  ".cpp",  ".md",    ".txt", ".cmake",    ".json",
                                    ".toml", ".html", ".cff",   ".css", "demo",      "check",
                                    "run",   "_tidy", "_clone", ".bib", "_packages", "NOTICE"};

/// Whether the nearest CMakeLists.txt at or above the file's folder names the file.
bool is_listed(const std::string& path) {
    auto folder = std::filesystem::path(path).parent_path();
    while (!std::filesystem::exists(root() / folder / "CMakeLists.txt")) {
        folder = folder.parent_path();
    }
    const std::string name =
        std::filesystem::path(path).lexically_relative(folder).generic_string();
    const std::regex word("(^|[\\s(/\"])" + std::regex_replace(name, std::regex(R"(\.)"), R"(\.)") +
                          "([\\s)\"]|$)");
    const SourceFile list = read((folder / "CMakeLists.txt").generic_string());
    return std::any_of(list.lines.begin(), list.lines.end(),
                       [&](const std::string& line) { return std::regex_search(line, word); });
}

bool contains(const SourceFile& file, const std::string& words) {
    return std::any_of(file.lines.begin(), file.lines.end(), [&](const std::string& line) {
        return line.find(words) != std::string::npos;
    });
}

TEST(FileRule, no_source_file_is_longer_than_500_lines) {
    std::vector<std::string> findings;

    for (const std::string folder : {"src", "apps", "tests", "benchmarks"}) {
        for (const SourceFile& file : files_below(folder, code)) {
            if (file.lines.size() > 500) {
                findings.push_back(file.path + ": " + std::to_string(file.lines.size()) + " lines");
            }
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, every_source_is_listed_in_a_build_file) {
    std::vector<std::string> findings;

    for (const std::string folder : {"src", "apps", "tests", "benchmarks"}) {
        for (const std::string& path : paths_below(folder, {".cpp"})) {
            if (!is_listed(path)) findings.push_back(path);
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << "not named in CMakeLists.txt:" << joined(findings);
}

TEST(FileRule, every_header_of_the_engine_is_public_or_detail) {
    std::vector<std::string> findings;

    for (const SourceFile& file : files_below("src", {".hpp"})) {
        const bool is_detail = contains(file, "namespace entente::detail");
        if (is_listed(file.path) == is_detail) {
            findings.push_back(file.path + (is_detail
                                                ? ": in namespace detail, yet installed"
                                                : ": neither in HEADERS nor in namespace detail"));
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, every_header_begins_with_pragma_once) {
    std::vector<std::string> findings;

    for (const std::string folder : {"src", "apps", "tests", "benchmarks"}) {
        for (const SourceFile& file : files_below(folder, {".hpp"})) {
            if (file.lines.empty() || file.lines.front() != "#pragma once") {
                findings.push_back(file.path);
            }
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, engine_never_prints) {
    const std::regex printing(R"(#include <(iostream|cstdio|stdio\.h|print)>|\bstd::exit\()");
    std::vector<std::string> findings;

    for (const SourceFile& file : files_below("src", code)) {
        for (const std::string& line : file.lines) {
            if (std::regex_search(line, printing)) findings.push_back(file.path + ": " + line);
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, no_file_names_a_folder_of_one_machine) {
    // Put together from pieces so that this file does not break its own rule.
    const std::string slash = "/";
    const std::vector<std::string> private_folders{slash + "work" + slash, slash + "home" + slash,
                                                   slash + "root" + slash, slash + "Users" + slash};
    std::vector<std::string> findings;

    for (const SourceFile& file : files_below("", text)) {
        for (const std::string& folder : private_folders) {
            if (contains(file, folder)) findings.push_back(file.path + " has " + folder);
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, every_test_a_comment_names_exists) {
    const std::regex name(R"(tests/[a-z0-9_/]+\.cpp)");
    std::vector<std::string> findings;

    for (const SourceFile& file : files_below("src", code)) {
        for (const std::string& line : file.lines) {
            std::smatch hit;
            if (!std::regex_search(line, hit, name)) continue;
            if (!std::filesystem::exists(root() / hit.str())) {
                findings.push_back(file.path + " names " + hit.str());
            }
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, no_file_holds_notes_to_ourselves) {
    const std::vector<std::string> notes{std::string("TO") + "DO", std::string("FIX") + "ME",
                                         std::string("XX") + "X:"};
    std::vector<std::string> findings;

    for (const std::string folder : {"src", "apps", "tests", "benchmarks", "cmake", "docs"}) {
        for (const SourceFile& file : files_below(folder, text)) {
            for (const std::string& note : notes) {
                if (contains(file, note)) findings.push_back(file.path + " has " + note);
            }
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(FileRule, files_on_the_path_of_a_newcomer_stay_on_one_screen) {
    struct Limit {
        std::string path;
        std::size_t num_lines;
    };
    const std::vector<Limit> limits{{"README.md", 119},
                                    {"src/entente/README.md", 79},
                                    {"apps/cli/main.cpp", 79},
                                    {"src/entente/study/run_study.cpp", 79}};
    std::vector<std::string> findings;

    for (const Limit& limit : limits) {
        if (!std::filesystem::exists(root() / limit.path)) continue;
        const std::size_t num_lines = read(limit.path).lines.size();
        if (num_lines > limit.num_lines) {
            findings.push_back(limit.path + ": " + std::to_string(num_lines) + " lines, at most " +
                               std::to_string(limit.num_lines));
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

}  // namespace
}  // namespace entente::rules

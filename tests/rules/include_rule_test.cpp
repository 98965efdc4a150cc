#include "rules/include_rule.hpp"

#include <gmock/gmock.h>

namespace entente::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> findings_for(const std::string& path, const std::string& include) {
    return forbidden_includes({path, {"#pragma once", "#include " + include}});
}

TEST(IncludeRule, every_file_includes_only_what_its_folder_may) {
    std::vector<std::string> findings;

    for (const std::string folder : {"src", "apps"}) {
        for (const SourceFile& file : files_below(folder, {".hpp", ".cpp"})) {
            for (std::string& finding : forbidden_includes(file)) {
                findings.push_back(std::move(finding));
            }
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(IncludeRule, one_file_at_most_knows_the_command_line_library) {
    std::vector<std::string> users;

    for (const SourceFile& file : files_below("apps", {".hpp", ".cpp"})) {
        for (const std::string& line : file.lines) {
            if (line.starts_with("#include <CLI/")) users.push_back(file.path);
        }
    }

    EXPECT_LE(users.size(), 1U) << joined(users);
}

TEST(IncludeRule, upward_include_is_found_with_its_line) {
    const auto findings = findings_for("src/entente/base/axis.cpp", "\"entente/world/world.hpp\"");

    EXPECT_THAT(findings,
                ElementsAre(HasSubstr("src/entente/base/axis.cpp:2: base includes world")));
}

TEST(IncludeRule, siblings_of_analysis_do_not_include_one_another) {
    EXPECT_EQ(findings_for("src/entente/measures/a.cpp", "\"entente/model/b.hpp\"").size(), 1U);
    EXPECT_EQ(findings_for("src/entente/model/a.cpp", "\"entente/measures/b.hpp\"").size(), 1U);
    EXPECT_EQ(findings_for("src/entente/realignment/a.cpp", "\"entente/gravity/b.hpp\"").size(),
              1U);
    EXPECT_EQ(findings_for("src/entente/measures/a.cpp", "\"entente/source/b.hpp\"").size(), 1U);
}

TEST(IncludeRule, study_sees_everything_and_nothing_sees_study) {
    EXPECT_THAT(findings_for("src/entente/study/a.cpp", "\"entente/report/b.hpp\""), IsEmpty());
    EXPECT_EQ(findings_for("src/entente/report/a.cpp", "\"entente/study/b.hpp\"").size(), 1U);
}

TEST(IncludeRule, libraries_stay_in_the_files_that_wrap_them) {
    EXPECT_THAT(findings_for("src/entente/world/sqlite_world.cpp", "<sqlite3.h>"), IsEmpty());
    EXPECT_EQ(findings_for("src/entente/world/world_files.cpp", "<SQLiteCpp/SQLiteCpp.h>").size(),
              1U);
    EXPECT_EQ(findings_for("src/entente/world/sqlite_world.hpp", "<sqlite3.h>").size(), 1U);
    EXPECT_THAT(findings_for("src/entente/base/sha256.cpp", "<openssl/evp.h>"), IsEmpty());
    EXPECT_EQ(findings_for("src/entente/base/date.cpp", "<openssl/evp.h>").size(), 1U);
    EXPECT_EQ(findings_for("apps/cli/main.cpp", "<CLI/CLI.hpp>").size(), 1U);
    EXPECT_EQ(findings_for("src/entente/study/heatmap.cpp", "<nlohmann/json.hpp>").size(), 1U);
    EXPECT_EQ(findings_for("src/entente/measures/a.cpp", "<kainjow/mustache.hpp>").size(), 1U);
}

TEST(IncludeRule, unknown_library_and_short_path_are_refused) {
    EXPECT_EQ(findings_for("src/entente/base/axis.cpp", "<boost/algorithm/string.hpp>").size(), 1U);
    EXPECT_EQ(findings_for("src/entente/base/axis.cpp", "\"axis.hpp\"").size(), 1U);
    EXPECT_EQ(findings_for("src/entente/misc/a.cpp", "<string>").size(), 1U);
}

}  // namespace
}  // namespace entente::rules

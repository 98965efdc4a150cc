#include "rules/duplicate_rule.hpp"

#include <gmock/gmock.h>

namespace entente::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DuplicateRule, no_ten_lines_of_code_stand_in_two_places) {
    std::vector<SourceFile> files;
    for (const std::string folder : {"src", "apps"}) {
        for (SourceFile& file : files_below(folder, {".hpp", ".cpp"})) {
            files.push_back(std::move(file));
        }
    }

    const auto findings = copied_code(files, 10);

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(DuplicateRule, copied_run_is_found_once_with_both_places) {
    const SourceFile one{"a.cpp", {"#include <a>", "int a = 1;", "int b = 2;", "", "int c = 3;"}};
    const SourceFile two{"b.cpp", {"int z;", "int a = 1;", "  int b = 2;", "// why", "int c = 3;"}};

    EXPECT_THAT(copied_code({one, two}, 2), ElementsAre("a.cpp:2 = b.cpp:2"));
    EXPECT_THAT(copied_code({one, two}, 4), IsEmpty());
}

TEST(DuplicateRule, repeated_lines_beside_each_other_are_not_a_copy) {
    const SourceFile file{"a.cpp", {"f(x);", "f(x);", "f(x);"}};

    EXPECT_THAT(copied_code({file}, 2), IsEmpty());
}

}  // namespace
}  // namespace entente::rules

// Each kind of problem a user can meet has a sentence and an advice of its own.

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "entente/base/problem.hpp"
#include "rules/tree.hpp"

namespace entente::rules {
namespace {

/// Enumerators of ProblemKind as the header lists them.
std::vector<std::string> problem_kinds() {
    std::vector<std::string> kinds;
    bool inside = false;
    for (const std::string& line : read("src/entente/base/problem.hpp").lines) {
        if (line.starts_with("enum class ProblemKind")) {
            inside = true;
        } else if (inside && line.starts_with("}")) {
            break;
        } else if (inside && line.ends_with(",")) {
            kinds.push_back(trim(line.substr(0, line.size() - 1)));
        }
    }
    return kinds;
}

TEST(WordingRule, every_kind_of_problem_has_its_own_sentence) {
    const auto kinds = problem_kinds();
    std::set<std::string> sentences;

    ASSERT_GT(kinds.size(), 30U);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const std::string words(sentence(static_cast<ProblemKind>(k)));
        EXPECT_FALSE(words.empty()) << kinds[k];
        EXPECT_TRUE(sentences.insert(words).second) << kinds[k] << " repeats: " << words;
    }
}

TEST(WordingRule, every_kind_of_problem_comes_with_advice) {
    const auto kinds = problem_kinds();

    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const std::string text = describe(Problem{.kind = static_cast<ProblemKind>(k)});

        EXPECT_NE(text.find("To mend it: "), std::string::npos) << kinds[k];
        EXPECT_EQ(text.find("To mend it: ."), std::string::npos) << kinds[k];
    }
}

}  // namespace
}  // namespace entente::rules

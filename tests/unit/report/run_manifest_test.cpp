#include "entente/report/ensemble/run_manifest.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "support/problem_matchers.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using testing::found;

RunManifest manifest() {
    return {.version = "0.1.0",
            .commit = "abc",
            .compiler = "g++",
            .world = "tiny",
            .world_hash = "11",
            .title = "A \"title\"",
            .scenario_file = "a.toml",
            .scenario_hash = "22",
            .measures_hash = "66",
            .at = "2025-01-01",
            .deficits = "fixed",
            .sampler = "sobol",
            .indices = "kind",
            .seed = "18446744073709551615",
            .sectors = {"USA", "CHN"},
            .products_hash = "55",
            .num_draws = 40,
            .num_done = 7,
            .num_failed = 1,
            .is_complete = true,
            .identity = "33",
            .inputs = {"trade_elasticity GDS"},
            .outputs = {{"draws.csv", "44"}}};
}

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { parse_manifest(text, "m.json"); });
}

TEST(RunManifest, what_is_written_is_read_again) {
    EXPECT_EQ(parse_manifest(manifest_text(manifest()), "m.json"), manifest());
}

TEST(RunManifest, other_files_are_refused) {
    EXPECT_THAT(problems_of(R"({"kind": "other"})"),
                ElementsAre(found(ProblemKind::unknown_word, "m.json", 0, "kind", "\"other\"")));
    for (const char* text : {"", "[]", "{", R"({"kind": "entente ensemble 2"})"}) {
        const auto problems = problems_of(text);
        ASSERT_EQ(problems.size(), 1U) << text;
        EXPECT_EQ(problems[0].kind, ProblemKind::wrong_type) << text;
    }
}

TEST(RunManifest, numbers_that_cannot_be_are_reported_together) {
    RunManifest wrong = manifest();
    wrong.seed = "-1";
    wrong.num_draws = 0;

    EXPECT_THAT(
        problems_of(manifest_text(wrong)),
        ElementsAre(found(ProblemKind::value_out_of_range, "m.json", 0, "options.seed", "-1"),
                    found(ProblemKind::value_out_of_range, "m.json", 0, "options.draws", "0")));
}

}  // namespace
}  // namespace entente

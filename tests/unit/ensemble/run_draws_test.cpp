#include "entente/ensemble/run_draws.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "entente/base/whole_file.hpp"
#include "support/scratch_folder.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

using testing::ScratchFolder;
using testing::uncertain_scenario;
using testing::world_with_errors;

const std::string identity(64, 'a');
constexpr std::size_t num_draws = 40;

struct Fixture {
    World world = world_with_errors();
    Scenario scenario =
        uncertain_scenario({UncertainInput::trade_elasticity, UncertainInput::retaliation,
                            UncertainInput::horizon, UncertainInput::regime});
    DrawSolver solver{world, scenario, {}};
};

TEST(RunDraws, records_and_files_are_the_same_for_any_number_of_threads) {
    const Fixture fixture;
    const ScratchFolder folder;
    const Checkpoint one(folder.path() / "one", identity);
    const Checkpoint three(folder.path() / "three", identity);

    const DrawsResult of_one =
        run_draws(fixture.solver, one, {.num_draws = num_draws, .threads = 1});
    const DrawsResult of_three =
        run_draws(fixture.solver, three, {.num_draws = num_draws, .threads = 3});

    EXPECT_TRUE(of_one.is_complete);
    EXPECT_EQ(of_one.records, of_three.records);
    // 40 draws are two blocks of 16 and one of 8.
    for (const char* name : {"0000000.draws", "0000001.draws", "0000002.draws"}) {
        EXPECT_EQ(read_whole_file(folder.path() / "one" / name),
                  read_whole_file(folder.path() / "three" / name));
    }
}

TEST(RunDraws, an_interrupted_run_keeps_its_draws_and_goes_on_to_the_same_result) {
    const Fixture fixture;
    const ScratchFolder folder;
    const Checkpoint whole(folder.path() / "whole", identity);
    const Checkpoint parts(folder.path() / "parts", identity);
    const DrawsResult expected =
        run_draws(fixture.solver, whole, {.num_draws = num_draws, .threads = 1});
    std::size_t num_done = 0;
    RunDrawsOptions options{.num_draws = num_draws, .threads = 1};
    options.progress = [&](const DrawProgress& progress) { num_done = progress.num_done; };
    std::atomic<std::size_t> limit{21};
    options.is_interrupted = [&] { return num_done >= limit; };

    const DrawsResult first = run_draws(fixture.solver, parts, options);
    std::size_t num_found = 0;
    options.progress = [&](const DrawProgress& progress) { num_found = progress.num_found; };
    options.is_interrupted = {};
    const DrawsResult second = run_draws(fixture.solver, parts, options);

    EXPECT_FALSE(first.is_complete);
    EXPECT_EQ(first.records.size(), 21U);
    EXPECT_EQ(num_found, 21U);
    EXPECT_TRUE(second.is_complete);
    EXPECT_EQ(second.records, expected.records);
    EXPECT_EQ(read_whole_file(folder.path() / "whole" / "0000001.draws"),
              read_whole_file(folder.path() / "parts" / "0000001.draws"));
}

TEST(RunDraws, draws_of_a_block_under_another_name_are_solved_again) {
    const Fixture fixture;
    const ScratchFolder folder;
    const Checkpoint checkpoint(folder.path(), identity);
    const RunDrawsOptions options{.num_draws = num_draws, .threads = 1};
    const DrawsResult expected = run_draws(fixture.solver, checkpoint, options);
    std::filesystem::rename(folder.path() / "0000001.draws", folder.path() / "0000000.draws");

    EXPECT_EQ(run_draws(fixture.solver, checkpoint, options).records, expected.records);
}

}  // namespace
}  // namespace entente

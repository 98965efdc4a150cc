#include "entente/ensemble/serve_draws.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/ensemble/run_draws.hpp"
#include "support/scratch_folder.hpp"
#include "support/threads_as_ranks.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using testing::PostOffice;
using testing::ScratchFolder;
using testing::ThreadRank;
using testing::uncertain_scenario;
using testing::world_with_errors;

const std::string identity(64, 'a');
constexpr std::size_t num_draws = 40;

struct Fixture {
    World world = world_with_errors();
    Scenario scenario =
        uncertain_scenario({UncertainInput::trade_elasticity, UncertainInput::retaliation,
                            UncertainInput::horizon, UncertainInput::regime});
    DrawSolver solver{world, scenario, {.sector_countries = {"AAA"}}};
    ScratchFolder folder;

    DrawsResult alone() const {
        return run_draws(solver, Checkpoint(folder.path() / "alone", identity),
                         {.num_draws = num_draws, .threads = 1});
    }
};

/// Everybody but the root, until it sends them away.
class Others {
  public:
    explicit Others(PostOffice& office, std::function<bool()> is_interrupted = {})
        : office_(office) {
        for (std::size_t rank = 1; rank < office.size(); ++rank) {
            threads_.emplace_back([&office, rank, is_interrupted] {
                ThreadRank ranks(office, rank);
                serve_draws(ranks, is_interrupted);
            });
        }
    }
    ~Others() {
        for (std::size_t rank = 1; rank < office_.size(); ++rank) {
            office_.put(rank, {.from = 0, .kind = LetterKind::leave});
        }
        for (std::thread& thread : threads_) thread.join();
    }

  private:
    PostOffice& office_;
    std::vector<std::thread> threads_;
};

TEST(ServeDraws, several_processes_come_to_the_records_and_files_of_one) {
    const Fixture fixture;
    PostOffice office(3);
    ThreadRank root(office, 0);
    const DrawsResult expected = fixture.alone();
    const Others others(office);

    const DrawsResult result =
        run_draws(fixture.solver, Checkpoint(fixture.folder.path() / "three", identity),
                  {.num_draws = num_draws, .threads = 1, .ranks = &root});

    EXPECT_TRUE(result.is_complete);
    EXPECT_EQ(result.records, expected.records);
    EXPECT_EQ(read_whole_file(fixture.folder.path() / "three" / "0000001.draws"),
              read_whole_file(fixture.folder.path() / "alone" / "0000001.draws"));
}

TEST(ServeDraws, one_root_can_run_several_ensembles) {
    const Fixture fixture;
    PostOffice office(2);
    ThreadRank root(office, 0);
    const Others others(office);

    for (const char* name : {"first", "second"}) {
        const DrawsResult result =
            run_draws(fixture.solver, Checkpoint(fixture.folder.path() / name, identity),
                      {.num_draws = num_draws, .threads = 1, .ranks = &root});
        EXPECT_TRUE(result.is_complete) << name;
    }
}

TEST(ServeDraws, an_interruption_of_another_process_stops_the_run_with_its_draws_kept) {
    const Fixture fixture;
    PostOffice office(2);
    ThreadRank root(office, 0);
    const DrawsResult expected = fixture.alone();
    const Checkpoint checkpoint(fixture.folder.path() / "parts", identity);
    std::atomic<bool> is_interrupted{false};
    RunDrawsOptions options{.num_draws = 100'000, .threads = 1, .ranks = &root};
    options.progress = [&](const DrawProgress& progress) {
        if (progress.num_done >= 50) is_interrupted = true;
    };
    DrawsResult first;
    {
        const Others others(office, [&] { return is_interrupted.load(); });
        first = run_draws(fixture.solver, checkpoint, options);
    }

    const DrawsResult second =
        run_draws(fixture.solver, checkpoint, {.num_draws = num_draws, .threads = 1});

    EXPECT_FALSE(first.is_complete);
    EXPECT_GE(first.records.size(), 50U);
    EXPECT_EQ(second.records, expected.records);
}

TEST(ServeDraws, what_goes_wrong_elsewhere_is_said_by_the_root) {
    const Fixture fixture;
    PostOffice office(2);
    ThreadRank root(office, 0);
    std::thread other([&] {
        ThreadRank ranks(office, 1);
        while (!ranks.receive()) std::this_thread::yield();
        ranks.broadcast({});
        ranks.send(0, LetterKind::trouble, "no memory");
    });

    std::string message;
    try {
        run_draws(fixture.solver, Checkpoint(fixture.folder.path() / "bad", identity),
                  {.num_draws = 100'000, .threads = 1, .ranks = &root});
    } catch (const Error& error) {
        message = error.what();
    }
    other.join();

    EXPECT_THAT(message, HasSubstr("Process 1 of the run: no memory"));
}

TEST(ServeDraws, a_job_that_is_cut_off_is_trouble_and_not_a_crash) {
    PostOffice office(2);
    ThreadRank root(office, 0);
    {
        const Others others(office);
        root.send(1, LetterKind::job, "1");
        root.broadcast("half a job");
        std::optional<Letter> letter;
        while (!letter) letter = root.receive();

        EXPECT_EQ(letter->kind, LetterKind::trouble);
        EXPECT_THAT(letter->text, HasSubstr("cut off"));
    }
    EXPECT_EQ(root.receive()->kind, LetterKind::gone);
}

}  // namespace
}  // namespace entente

// A program that is killed while it writes a world leaves the world that was there, or none.

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <random>

#include "entente/base/error.hpp"
#include "entente/world/world_files.hpp"
#include "support/random_worlds.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::AnyOf;
using testing::ScratchFolder;

/// Large enough that a kill often falls into the writing.
World larger_world(std::uint64_t seed) {
    return World(testing::random_world({.num_countries = 20, .num_sectors = 8, .seed = seed}));
}

/// Starts a program that does `work` for ever and kills it after some microseconds.
void run_and_kill(const std::function<void()>& work, unsigned microseconds) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        try {
            while (true) work();
        } catch (...) {
            ::_exit(1);
        }
    }
    ::usleep(microseconds);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
}

/// Kills are spread over this many microseconds, so that some fall into the writing and some after
/// it, on fast disks and slow ones.
unsigned three_times(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - start;
    return static_cast<unsigned>(3.0 * taken.count()) + 1;
}

TEST(KilledWriter, leaves_a_world_file_whole_or_absent) {
    const ScratchFolder scratch;
    const auto file = scratch.path() / "target.world";
    const World first = larger_world(1);
    const World second = larger_world(2);
    const auto write_both = [&] {
        write_world_file(first, file);
        write_world_file(second, file);
    };
    const unsigned span = three_times(write_both);
    std::filesystem::remove(file);
    std::mt19937 engine(7);
    std::size_t num_present = 0;
    std::size_t num_interrupted = 0;

    for (int k = 0; k < 40; ++k) {
        run_and_kill(write_both, engine() % span);
        const bool is_present = std::filesystem::exists(file);
        num_interrupted += scratch.num_entries() - is_present;
        if (!is_present) continue;
        ++num_present;
        EXPECT_THAT(read_world_file(file).content_hash(),
                    AnyOf(first.content_hash(), second.content_hash()));
    }
    write_world_file(first, file);

    EXPECT_GT(num_present, 0u);
    EXPECT_GT(num_interrupted, 0u) << "no kill fell into the writing";
    EXPECT_EQ(read_world_file(file).content_hash(), first.content_hash());
    EXPECT_EQ(scratch.num_entries(), 1u) << "leftovers of killed writers were not removed";
}

TEST(KilledWriter, leaves_a_tidy_folder_whole_or_absent) {
    const ScratchFolder scratch;
    const World world = larger_world(3);
    const unsigned span =
        three_times([&] { write_tidy_folder(world, scratch.path() / "first", false); });
    std::mt19937 engine(11);
    std::size_t num_present = 0;
    std::size_t num_interrupted = 0;

    for (int k = 0; k < 20; ++k) {
        const auto parent = scratch.path() / std::to_string(k);
        std::filesystem::create_directories(parent);
        int count = 0;
        run_and_kill([&] { write_tidy_folder(world, parent / std::to_string(count++), false); },
                     engine() % span);
        for (const auto& entry : std::filesystem::directory_iterator(parent)) {
            if (entry.path().extension() == ".partial") {
                ++num_interrupted;
                continue;
            }
            ++num_present;
            EXPECT_EQ(read_tidy_folder(entry.path()).content_hash(), world.content_hash());
        }
    }

    EXPECT_GT(num_present, 0u);
    EXPECT_GT(num_interrupted, 0u) << "no kill fell into the writing";
}

}  // namespace
}  // namespace entente

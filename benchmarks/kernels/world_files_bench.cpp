// Loading a world of the size of world-2023 from its file and from a tidy folder.

#include <unistd.h>

#include <filesystem>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/world/world_files.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// The world in both forms, in a folder of its own while the program runs.
class Stored {
  public:
    Stored() : folder_(fs::temp_directory_path() / fmt::format("entente_bench_{}", ::getpid())) {
        write_world_file(world, file());
        write_tidy_folder(world, tidy(), true);
    }
    ~Stored() { fs::remove_all(folder_); }
    Stored(const Stored&) = delete;
    Stored& operator=(const Stored&) = delete;

    fs::path file() const { return folder_ / "random.world"; }
    fs::path tidy() const { return folder_ / "tidy"; }

    const World world{
        testing::random_world({.num_countries = 83, .num_sectors = 34, .seed = 20231})};

  private:
    fs::path folder_;
};

const Stored& stored() {
    static const Stored stored;
    return stored;
}

double distance(const World& read) {
    return read.content_hash() == stored().world.content_hash() ? 0.0 : 1.0;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    return {{.what = "content hash from the world file",
             .distance = distance(read_world_file(stored().file())),
             .bound = 0.0},
            {.what = "content hash from the tidy folder",
             .distance = distance(read_tidy_folder(stored().tidy())),
             .bound = 0.0}};
}

void world_file(benchmark::State& run) {
    for (auto unused : run) benchmark::DoNotOptimize(read_world_file(stored().file()));
}
BENCHMARK(world_file)->Apply(benchmarks::timed);

void packed_tidy_folder(benchmark::State& run) {
    for (auto unused : run) benchmark::DoNotOptimize(read_tidy_folder(stored().tidy()));
}
BENCHMARK(packed_tidy_folder)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(argc, argv, "83 countries, 34 sectors, seed 20231",
                                            entente::check_answers);
}

#include "entente/ensemble/checkpoint.hpp"

#include <gtest/gtest.h>

#include "entente/base/whole_file.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using testing::ScratchFolder;

const std::string identity(64, 'a');

Block two_draws() {
    Evaluation good{.is_usable = true, .figures = Array2<double>(2, 3, 1.5)};
    good.figures(1, 2) = -0.1;
    return {{.draw = 16, .evaluations = {good}},
            {.draw = 18, .evaluations = {{.reason = "No equilibrium."}, good}}};
}

TEST(Checkpoint, a_block_comes_back_as_it_was) {
    const ScratchFolder folder;
    const Checkpoint checkpoint(folder.path(), identity);

    checkpoint.write(1, two_draws());

    EXPECT_EQ(checkpoint.read(1), two_draws());
    EXPECT_FALSE(checkpoint.read(0).has_value());
}

TEST(Checkpoint, a_block_of_another_run_is_not_taken) {
    const ScratchFolder folder;
    Checkpoint(folder.path(), identity).write(0, two_draws());

    EXPECT_FALSE(Checkpoint(folder.path(), std::string(64, 'b')).read(0).has_value());
}

TEST(Checkpoint, a_damaged_block_is_not_taken) {
    const ScratchFolder folder;
    const Checkpoint checkpoint(folder.path(), identity);
    checkpoint.write(0, two_draws());
    const auto file = folder.path() / "0000000.draws";
    const std::string whole = read_whole_file(file);

    for (const std::size_t place : {std::size_t{3}, whole.size() / 2, whole.size() - 1}) {
        std::string damaged = whole;
        damaged[place] = static_cast<char>(damaged[place] ^ 1);
        write_whole_file(file, damaged);
        EXPECT_FALSE(checkpoint.read(0).has_value()) << place;
    }
    write_whole_file(file, whole.substr(0, whole.size() / 2));
    EXPECT_FALSE(checkpoint.read(0).has_value());
}

}  // namespace
}  // namespace entente

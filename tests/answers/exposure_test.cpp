// Exact losses on the bundled world: the stored draws solved again, and the closed form beside
// them. First stored 2026-11-24 by `entente exposure --write data/exposure`; rebuild them so, with
// --force, whenever the world or the model moves.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "entente/numerics/order_statistics.hpp"
#include "entente/study/exposure/draws.hpp"
#include "entente/study/exposure/table.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

const std::filesystem::path data = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";

const World& world() {
    static const World read = read_tidy_folder(data / "world-2023");
    return read;
}

TEST(StoredExposure, is_of_the_bundled_world) {
    const ExposureDraws stored = read_exposure_draws(read_layer_folder(data / "exposure"));

    EXPECT_EQ(stored.world_hash, world().content_hash());
    EXPECT_EQ(stored.num_draws, 200U);
    for (const char* power : {"USA", "CHN", "EU27"}) {
        for (const char* horizon : {"long", "1"}) {
            const ExposureIntervals* korea = stored.find({power, "all", horizon}, "KOR");
            ASSERT_NE(korea, nullptr) << power << " " << horizon;
            EXPECT_EQ(korea->num_draws, stored.num_draws);
        }
    }
}

TEST(StoredExposure, draws_solved_again_are_the_same) {
    // Stored to five decimals of a percent, solved to residuals of 1e-5.
    constexpr double stored_digits = 5e-7;
    const ExposureDraws stored = read_exposure_draws(read_layer_folder(data / "exposure"));

    const ExposureDraws again = detail::solve_exposure_draws(world(), {.powers = {"USA", "CHN"},
                                                                       .scope = "all",
                                                                       .horizons = {"long"},
                                                                       .profile = stored.profile,
                                                                       .num_draws = 2,
                                                                       .seed = stored.seed,
                                                                       .num_kept = 2});

    std::size_t num_compared = 0;
    for (const ExposureDraw& draw : stored.draws) {
        for (const ExposureDraw& other : again.draws) {
            if (other.cell != draw.cell || other.code != draw.code || other.draw != draw.draw) {
                continue;
            }
            EXPECT_NEAR(other.loss, draw.loss, stored_digits) << draw.code;
            EXPECT_NEAR(other.own, draw.own, stored_digits) << draw.code;
            ++num_compared;
        }
    }
    EXPECT_EQ(
        num_compared,
        2 * 2 * make_exposure_table(world(), {.to = {"USA"}, .method = "closed_form"}).rows.size());
}

struct ImportCuts {
    const char* power;
    double median;
    double lowest;
    double highest;
};

// The figures of docs/theory/exposure.md, as many digits as stand there.
TEST(Exposure, closed_form_ranks_import_cuts_as_exact_losses_do) {
    for (const ImportCuts& cuts :
         {ImportCuts{"USA", 0.75, 0.45, 1.00}, ImportCuts{"CHN", 0.69, 0.45, 0.84}}) {
        const ExposureDetail detail = make_exposure_detail(
            world(), {.to = {cuts.power}, .scope = "imports", .show = "ratios"});

        EXPECT_GE(detail.rank_correlation, 0.975) << render(detail, {.format = Format::text});
        EXPECT_NEAR(detail.median_ratio, cuts.median, 0.005);
        EXPECT_NEAR(detail.lowest_ratio, cuts.lowest, 0.005);
        EXPECT_NEAR(detail.highest_ratio, cuts.highest, 0.005);
    }
}

TEST(Exposure, intervals_of_slopes_are_near_those_of_draws) {
    const ExposureDraws stored = read_exposure_draws(read_layer_folder(data / "exposure"));
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}});
    ASSERT_EQ(table.rows.size(), 81U);

    std::vector<double> widths;
    for (const ExposureRow& row : table.rows) {
        const LossQuantiles& drawn = stored.find({"USA", "all", "long"}, row.code)->loss;
        const double width = drawn.high - drawn.low;
        EXPECT_NEAR(row.interval->low, drawn.low, 0.25 * width) << row.code;
        EXPECT_NEAR(row.interval->high, drawn.high, 0.25 * width) << row.code;
        widths.push_back((row.interval->high - row.interval->low) / width);
    }

    EXPECT_NEAR(median(widths), 0.96, 0.005);
}

}  // namespace
}  // namespace entente

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/study/exposure/delta_interval.hpp"
#include "entente/study/exposure/draws.hpp"
#include "entente/study/exposure/layer.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/exposure/table.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "support/power_worlds.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

const World& world() {
    static const World built(testing::two_powers());
    return built;
}

detail::ExposureDrawPlan plan(std::size_t num_draws) {
    return {.powers = {"USA", "CHN"},
            .scope = "all",
            .horizons = {"long", "1"},
            .profile = "standard",
            .num_draws = num_draws,
            .seed = 7,
            .num_kept = 2,
            .threads = 1};
}

const ExposureDraws& draws() {
    static const ExposureDraws solved = detail::solve_exposure_draws(world(), plan(40));
    return solved;
}

LayerSet layers_with_draws() {
    LayerSet layers;
    layers.add(detail::make_exposure_layer(world(), draws()));
    return layers;
}

TEST(DeltaInterval, of_a_loss_inverse_to_one_lognormal_elasticity_is_exact) {
    // loss = c / theta, theta = m exp(b z - b^2 / 2): quantiles c / m exp(b^2 / 2 -+ 1.645 b)
    const std::array slopes{-0.1};
    const std::array deviation{0.3};

    const auto interval = detail::delta_interval(0.1, slopes, deviation);

    ASSERT_TRUE(interval);
    EXPECT_EQ(interval->method, IntervalMethod::delta);
    EXPECT_NEAR(interval->low, 0.1 * std::exp(0.045 - 1.6448536269514722 * 0.3), 1e-15);
    EXPECT_NEAR(interval->high, 0.1 * std::exp(0.045 + 1.6448536269514722 * 0.3), 1e-15);
}

TEST(DeltaInterval, of_a_loss_near_zero_may_reach_below_it) {
    const std::array slopes{0.02, 0.0};
    const std::array deviation{0.5, 0.5};

    const auto interval = detail::delta_interval(0.001, slopes, deviation);

    EXPECT_NEAR(interval->low, 0.001 - 0.0025 - 1.6448536269514722 * 0.01, 1e-15);
    EXPECT_NEAR(interval->high, 0.001 - 0.0025 + 1.6448536269514722 * 0.01, 1e-15);
}

TEST(DeltaInterval, is_absent_without_a_loss_or_slopes) {
    const std::array slopes{0.1};

    EXPECT_FALSE(detail::delta_interval(std::nan(""), slopes, slopes));
    EXPECT_FALSE(detail::delta_interval(0.1, {}, {}));
}

TEST(ExposureDraws, surround_the_loss_and_are_wider_than_nothing) {
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}});
    for (const ExposureRow& row : table.rows) {
        const ExposureIntervals* found = draws().find({"USA", "all", "long"}, row.code);

        ASSERT_NE(found, nullptr) << row.code;
        EXPECT_EQ(found->num_draws, 40U);
        EXPECT_LT(found->loss.low, *row.equilibrium);
        EXPECT_GT(found->loss.high, *row.equilibrium);
        EXPECT_LT(found->loss.low, found->loss.median);
        EXPECT_LT(found->loss.median, found->loss.high);
    }
}

TEST(ExposureDraws, lie_near_the_interval_of_the_slopes) {
    for (const ExposureRow& row : make_exposure_table(world(), {.to = {"CHN"}}).rows) {
        const ExposureIntervals* found = draws().find({"CHN", "all", "long"}, row.code);

        ASSERT_TRUE(row.interval);
        EXPECT_EQ(row.interval->method, IntervalMethod::delta);
        // Quantiles of 40 draws err by a quarter of a standard deviation.
        const double width = found->loss.high - found->loss.low;
        EXPECT_NEAR(row.interval->low, found->loss.low, 0.25 * width) << row.code;
        EXPECT_NEAR(row.interval->high, found->loss.high, 0.25 * width) << row.code;
    }
}

TEST(ExposureDraws, are_the_same_for_any_number_of_threads) {
    detail::ExposureDrawPlan on_two = plan(6);
    on_two.threads = 2;

    const Layer one =
        detail::make_exposure_layer(world(), detail::solve_exposure_draws(world(), plan(6)));
    const Layer two =
        detail::make_exposure_layer(world(), detail::solve_exposure_draws(world(), on_two));

    EXPECT_EQ(one.content_hash(), two.content_hash());
}

TEST(StoredIntervals, of_the_same_world_stand_in_table_and_heat_map) {
    const LayerSet layers = layers_with_draws();
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}}, layers);
    const HeatMap map = make_heat_map(world(), {}, layers);

    EXPECT_EQ(table.intervals.missing, "");
    EXPECT_EQ(table.intervals.num_draws, 40U);
    for (const ExposureRow& row : table.rows) {
        ASSERT_TRUE(row.interval) << row.code;
        EXPECT_EQ(row.interval->method, IntervalMethod::draws);
        EXPECT_NEAR(row.interval->low, draws().find({"USA", "all", "long"}, row.code)->loss.low,
                    1e-7);
    }
    for (const HeatMapRow& row : map.countries) {
        EXPECT_TRUE(row.ties[0].exposure_interval) << row.code;
        EXPECT_TRUE(row.ties[1].exposure_interval) << row.code;
    }
}

TEST(StoredIntervals, are_given_for_what_was_drawn_alone) {
    const LayerSet layers = layers_with_draws();
    const auto method = [&](ExposureOptions options) {
        options.to = {"USA"};
        return make_exposure_table(world(), options, layers).rows.at(0).interval->method;
    };

    EXPECT_EQ(method({.horizon = "1"}), IntervalMethod::draws);
    EXPECT_EQ(method({.horizon = "3"}), IntervalMethod::delta);
    EXPECT_EQ(method({.horizon = "1", .profile = "slow"}), IntervalMethod::delta);
    EXPECT_EQ(method({.scope = "imports"}), IntervalMethod::delta);
    EXPECT_EQ(method({.tariff = "25%"}), IntervalMethod::delta);
}

TEST(StoredIntervals, of_another_world_are_left_out_with_the_way_to_new_ones) {
    WorldData other = testing::two_powers();
    other.base_year += 1;
    const World changed(std::move(other));

    const HeatMap map = make_heat_map(changed, {}, layers_with_draws());

    EXPECT_FALSE(map.countries.at(0).ties[0].exposure_interval);
    EXPECT_THAT(map.intervals.missing, HasSubstr("so they are not used"));
    EXPECT_THAT(map.intervals.missing, HasSubstr("--write FOLDER"));
    EXPECT_THAT(render(map, {.format = Format::text}), HasSubstr("so they are not used"));
}

TEST(StoredIntervals, are_missing_without_a_layer) {
    const HeatMap map = make_heat_map(world(), {});

    EXPECT_FALSE(map.countries.at(0).ties[0].exposure_interval);
    EXPECT_THAT(map.intervals.missing, HasSubstr("No draws are stored"));
}

TEST(WriteExposureDraws, replaces_a_layer_of_its_own_when_told_and_nothing_else) {
    const testing::ScratchFolder scratch;
    const std::string folder = (scratch.path() / "draws").string();
    ExposureOptions options{.to = {"USA"}, .write = folder, .draws = 2};

    write_exposure_draws(world(), options);
    EXPECT_THROW(write_exposure_draws(world(), options), OptionError);
    options.force = true;
    EXPECT_NO_THROW(write_exposure_draws(world(), options));
    options.write = scratch.path().string();
    EXPECT_THROW(write_exposure_draws(world(), options), OptionError);
    EXPECT_TRUE(std::filesystem::exists(folder));
}

TEST(WriteExposureDraws, needs_a_folder) {
    EXPECT_THROW(write_exposure_draws(world(), {.draws = 10}), OptionError);
}

}  // namespace
}  // namespace entente

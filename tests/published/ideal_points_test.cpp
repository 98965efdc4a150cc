// Positions held against the published ideal points and against the stored layer.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <vector>

#include "entente/realignment/estimate_positions.hpp"
#include "entente/realignment/sample_positions.hpp"
#include "entente/realignment/stored_positions.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "support/simulated_votes.hpp"

namespace entente {
namespace {

Layer bundled(const char* name) {
    return read_layer_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name);
}

Positions stored() {
    return positions_of(read_state_positions(bundled("positions")));
}

/// [state, year] on the axes of the positions; NaN where nothing is published.
Array2<double> published(const Positions& positions) {
    Array2<double> table(positions.states.size(), positions.years.size(),
                         std::numeric_limits<double>::quiet_NaN());
    const Layer layer = bundled("ideal-points");
    const LayerTable& rows = layer.table("ideal_points");
    for (std::size_t row = 0; row < rows.num_rows(); ++row) {
        const auto state = positions.states.find(rows["iso3"].text(row));
        const auto year =
            std::ranges::find(positions.years, static_cast<int>(rows["year"].number(row)));
        if (!state || year == positions.years.end()) continue;
        table(*state, static_cast<std::size_t>(year - positions.years.begin())) =
            rows["ideal_point"].number(row);
    }
    return table;
}

double at(const Positions& positions, const Array2<double>& table, const char* state, int year) {
    const auto found = std::ranges::find(positions.years, year);
    return table(positions.states.at(state),
                 static_cast<std::size_t>(found - positions.years.begin()));
}

TEST(IdealPoints, smoothed_positions_follow_the_published_series_in_every_year) {
    const Positions positions = stored();
    const Array2<double> series = published(positions);

    for (std::size_t t = 0; positions.years[t] <= 2012; ++t) {
        EXPECT_GT(testing::correlation(positions.smoothed, series, t), 0.95) << positions.years[t];
    }
}

// Without the revolution of the next year in it, a position stays where votes put it.
TEST(IdealPoints, smoothing_moves_a_revolution_back_in_time) {
    const Positions positions = stored();

    EXPECT_NEAR(at(positions, positions.yearly, "CUB", 1958), 0.65, 0.05);
    EXPECT_NEAR(at(positions, positions.smoothed, "CUB", 1958), 0.39, 0.05);
    EXPECT_NEAR(at(positions, positions.yearly, "NIC", 1978), 0.86, 0.05);
    EXPECT_NEAR(at(positions, positions.smoothed, "NIC", 1978), 0.74, 0.05);
}

TEST(IdealPoints, the_stored_years_are_those_with_enough_votes) {
    const Positions positions = stored();

    EXPECT_EQ(positions.years.front(), 1946);
    EXPECT_EQ(positions.years.back(), 2023);
    EXPECT_EQ(std::ranges::count(positions.years, 1964), 0);
    EXPECT_EQ(positions.years.size(), 77U);
}

/// Correlations with the published series in the years of one decade.
struct DecadeFit {
    double mean = 0.0;
    double lowest = 1.0;
};

std::vector<DecadeFit> decade_fits(const Positions& positions, const Array2<double>& series) {
    std::vector<DecadeFit> fits;
    std::vector<double> num_years;
    for (std::size_t t = 0; positions.years[t] <= 2012; ++t) {
        const auto decade = static_cast<std::size_t>(positions.years[t] / 10 - 194);
        fits.resize(std::max(fits.size(), decade + 1));
        num_years.resize(fits.size());
        const double fit = testing::correlation(positions.smoothed, series, t);
        fits[decade].mean += fit;
        fits[decade].lowest = std::min(fits[decade].lowest, fit);
        num_years[decade] += 1.0;
    }
    for (std::size_t decade = 0; decade < fits.size(); ++decade) {
        fits[decade].mean /= num_years[decade];
    }
    return fits;
}

/// Root of the mean square over states of how far positions of a year move, on the scale of it.
double movement(const Positions& bridged, const Positions& plain, std::size_t year) {
    double n = 0.0, sum = 0.0, squares = 0.0, product = 0.0;
    for (std::size_t i = 0; i < plain.states.size(); ++i) {
        if (plain.votes_cast(i, year) == 0) continue;
        n += 1.0;
        sum += bridged.smoothed(i, year);
        squares += bridged.smoothed(i, year) * bridged.smoothed(i, year);
        product += bridged.smoothed(i, year) * plain.smoothed(i, year);
    }
    const double mean = sum / n;
    // Both have mean 0 and mean square 1 then.
    return std::sqrt(2.0 - 2.0 * product / n / std::sqrt(squares / n - mean * mean));
}

// The tables of docs/theory/positions.md.
TEST(IdealPoints, bridges_come_nearer_in_the_eighties_and_not_elsewhere) {
    const RollCallData data = usable_roll_calls(read_un_votes(bundled("votes")));
    PositionOptions options;
    options.with_bridges = true;
    options.num_passes = 500;
    const Positions plain = stored();
    const Array2<double> series = published(plain);

    const PositionEstimate estimate = estimate_positions(data, options);
    const auto without = decade_fits(plain, series);
    const auto with = decade_fits(estimate.positions, series);

    EXPECT_TRUE(estimate.converged);
    EXPECT_EQ(estimate.num_bridges, 492U);
    EXPECT_EQ(estimate.num_bridged, 2050U);
    constexpr std::array mean_without{.992, .995, .995, .992, .984, .991, .989, .993};
    constexpr std::array mean_with{.986, .995, .994, .989, .995, .992, .989, .993};
    constexpr std::array lowest_without{.989, .989, .988, .991, .974, .983, .985, .991};
    constexpr std::array lowest_with{.979, .991, .985, .981, .986, .984, .985, .991};
    for (std::size_t decade = 0; decade < with.size(); ++decade) {
        EXPECT_NEAR(without[decade].mean, mean_without[decade], 0.0007) << decade;
        EXPECT_NEAR(with[decade].mean, mean_with[decade], 0.0007) << decade;
        EXPECT_NEAR(without[decade].lowest, lowest_without[decade], 0.0007) << decade;
        EXPECT_NEAR(with[decade].lowest, lowest_with[decade], 0.0007) << decade;
    }
    double eighties = 0.0;
    for (std::size_t t = 0; t < data.years.size(); ++t) {
        if (data.years[t] / 10 == 198) eighties += movement(estimate.positions, plain, t) / 10.0;
    }
    EXPECT_NEAR(eighties, 0.128, 0.002);
    EXPECT_LT(movement(estimate.positions, plain, data.years.size() - 1), 0.02);
}

TEST(IdealPoints, a_new_estimate_is_what_is_stored_and_the_sampler_agrees) {
    const Layer votes = bundled("votes");
    const RollCallData data = usable_roll_calls(read_un_votes(votes));

    const PositionEstimate estimate = estimate_positions(data);
    PositionSampleOptions options;
    options.num_sweeps = 60;
    const PositionSample sample = sample_positions(data, estimate.positions, options);

    EXPECT_EQ(data.roll_calls.size(), 5672U);
    EXPECT_TRUE(estimate.converged);
    EXPECT_EQ(read_state_positions(bundled("positions")).votes_hash, votes.content_hash());
    // Six decimals are stored.
    EXPECT_LT(largest_difference(estimate.positions, stored()), 1e-6);
    for (std::size_t t = 0; t < data.years.size(); ++t) {
        EXPECT_GT(testing::correlation(sample.mean, estimate.positions.smoothed, t), 0.985)
            << data.years[t];
    }
}

}  // namespace
}  // namespace entente

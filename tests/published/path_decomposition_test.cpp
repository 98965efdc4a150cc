// The parts of exact welfare along the path of the NAFTA tariffs: why Mexico's exact gain is .0073
// percent and not the published 1.31, and how fast simple rules come to the exact figure.

#include "entente/model/equilibrium/path_decomposition.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/shock_path.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

const World& cp2015() {
    static const World world =
        read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/cp2015");
    return world;
}

Shock tariffs_of_2005(const std::vector<std::string>& countries) {
    Scenario scenario;
    scenario.measures = {{.by = countries, .on = countries, .change = "table:2005"}};
    return make_shock(cp2015(), scenario);
}

const Shock& nafta() {
    static const Shock shock = tariffs_of_2005({"MEX", "CAN", "USA"});
    return shock;
}

const Baseline& balanced() {
    static const Baseline base = make_baseline(cp2015());
    return base;
}

TEST(PathOfNafta, parts_of_mexico_sum_to_its_exact_gain) {
    const PathDecomposition path = decompose_welfare(balanced(), nafta());

    ASSERT_TRUE(path.is_usable()) << path.message;
    const PathParts& mexico = path.countries[balanced().countries.at("MEX")];
    // The exact figure was computed from the same data by an independent solver.
    EXPECT_NEAR(100.0 * std::expm1(mexico.explained()), 0.0073, 0.00005);
    EXPECT_LT(std::abs(mexico.unexplained()), 1e-8 * std::abs(mexico.welfare));
    EXPECT_EQ(mexico.technical_efficiency, 0.0);
    EXPECT_EQ(mexico.varieties, 0.0);
    EXPECT_EQ(mexico.transfers, 0.0);
}

class PathOfEveryDeficit : public ::testing::TestWithParam<DeficitMode> {};

TEST_P(PathOfEveryDeficit, parts_sum_to_exact_welfare) {
    const Baseline base = make_baseline(cp2015(), {.deficits = GetParam()});

    const PathDecomposition path = decompose_welfare(base, nafta());

    ASSERT_TRUE(path.is_usable()) << path.message;
    const auto changes = country_changes(base, nafta(), solve_equilibrium(base, nafta()));
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        // The path is solved more finely than the solution beside it.
        EXPECT_NEAR(path.countries[n].explained(), std::log(changes[n].welfare_hat), 1e-9)
            << base.countries[n];
    }
    EXPECT_LT(path.largest_unexplained, 1e-10);
}

INSTANTIATE_TEST_SUITE_P(Deficits, PathOfEveryDeficit,
                         ::testing::Values(DeficitMode::balanced, DeficitMode::fixed,
                                           DeficitMode::multiplicative));

double mexico_in_steps(PathMethod method, std::size_t num_steps) {
    const PathDecomposition path =
        decompose_welfare(balanced(), nafta(), {.method = method, .num_steps = num_steps});
    EXPECT_TRUE(path.is_usable()) << path.message;
    return path.countries[balanced().countries.at("MEX")].unexplained();
}

TEST(PathOfNafta, one_sided_rule_converges_with_the_step) {
    // To the first order in the step the error halves; the second order is still seen at 20 steps.
    EXPECT_NEAR(
        mexico_in_steps(PathMethod::one_sided, 20) / mexico_in_steps(PathMethod::one_sided, 40),
        2.0, 0.1);
}

TEST(PathOfNafta, midpoint_rule_converges_with_the_square_of_the_step) {
    EXPECT_NEAR(
        mexico_in_steps(PathMethod::midpoint, 10) / mexico_in_steps(PathMethod::midpoint, 20), 4.0,
        0.2);
}

// Portuguese exports of petroleum, theta 64.85, grow more than a hundredfold: panels are halved.
TEST(PathOfWorldTariffs, parts_sum_where_one_panel_is_not_enough) {
    const PathDecomposition path = decompose_welfare(balanced(), tariffs_of_2005({"*"}));

    ASSERT_TRUE(path.is_usable()) << path.message;
    EXPECT_GT(path.num_panels, 1U);
    EXPECT_LT(path.largest_unexplained, 1e-10);
    const PathParts& portugal = path.countries[balanced().countries.at("PRT")];
    EXPECT_NEAR(100.0 * std::expm1(portugal.explained()), 19.27, 0.005);
}

// The other way to the same place: each tenth of the shock from the wages of the last.
TEST(PathOfWorldTariffs, ten_steps_reach_the_same_point) {
    const Baseline& base = balanced();
    const Shock shock = tariffs_of_2005({"*"});
    const Equilibrium direct = solve_equilibrium(base, shock);
    Equilibrium step;
    SolveOptions options;

    for (int k = 1; k <= 10; ++k) {
        step = solve_equilibrium(base, shock_on_path(base, shock, k / 10.0), options);
        ASSERT_TRUE(step.is_usable()) << "step " << k << ": " << step.message;
        options.log_wage_start.clear();
        for (const double wage : step.wage_hat) options.log_wage_start.push_back(std::log(wage));
    }

    ASSERT_TRUE(direct.is_usable()) << direct.message;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(step.wage_hat[n], direct.wage_hat[n], 1e-8) << base.countries[n];
    }
}

}  // namespace
}  // namespace entente

// A second oracle: the equations written out again and solved by KINSOL.

#include <gmock/gmock.h>

#include <cmath>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/world/world_files.hpp"
#include "support/kinsol_solver.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

using testing::follow_with_kinsol;
using testing::KinsolResult;
using testing::random_world;

using testing::UniformStream;

// Both stop at residuals of 1e-10 or less; wages answer them with less than a hundred.
constexpr double same_wage = 1e-8;

Shock random_shock(const Baseline& base, std::uint64_t seed) {
    UniformStream uniform(seed);
    const Array3<double> ones(base.num_countries(), base.num_countries(), base.num_sectors(), 1.0);
    Shock shock{.tariff_rate = base.tariff_rate, .trade_cost_hat = ones, .share_factor = ones};
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            for (std::size_t s = 0; s < base.num_sectors() && i != n; ++s) {
                shock.tariff_rate(i, n, s) = uniform.between(0.0, 0.5);
                shock.trade_cost_hat(i, n, s) = uniform.between(0.9, 1.2);
                if (uniform.between(0.0, 1.0) < 0.1) shock.share_factor(i, n, s) = 0.0;
            }
        }
    }
    return shock;
}

void expect_same_wages(const Baseline& base, const Shock& shock) {
    const Equilibrium ours = solve_equilibrium(base, shock);
    const KinsolResult theirs = follow_with_kinsol(base, shock);

    ASSERT_TRUE(ours.is_usable()) << ours.message;
    ASSERT_TRUE(theirs.is_solved) << "flag " << theirs.flag << ", residual " << theirs.residual;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(ours.wage_hat[n], theirs.wage_hat[n], same_wage) << base.countries[n];
    }
}

class KinsolOnEveryClosure : public ::testing::TestWithParam<DeficitMode> {};

TEST_P(KinsolOnEveryClosure, random_worlds_have_the_same_wages) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const World world(random_world(
            {.num_countries = 3 + seed % 4, .num_sectors = 1 + seed % 3, .seed = seed}));
        const Baseline base = make_baseline(world, {.deficits = GetParam()});

        expect_same_wages(base, random_shock(base, 100 + seed));
    }
}

TEST_P(KinsolOnEveryClosure, supply_elasticity_gives_the_same_wages) {
    WorldData data =
        random_world({.num_countries = 6, .num_sectors = 1, .seed = 7, .has_inputs = false});
    const Baseline base =
        make_baseline(World(std::move(data)), {.deficits = GetParam(), .supply_elasticity = 1.24});

    expect_same_wages(base, random_shock(base, 8));
}

INSTANTIATE_TEST_SUITE_P(Deficits, KinsolOnEveryClosure,
                         ::testing::Values(DeficitMode::balanced, DeficitMode::fixed,
                                           DeficitMode::multiplicative));

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

TEST(Kinsol, nafta_gives_the_same_wages) {
    expect_same_wages(make_baseline(cp2015()), tariffs_of_2005({"MEX", "CAN", "USA"}));
}

}  // namespace
}  // namespace entente

// The cut between the United States and China on the bundled world: a path that ends at a share
// factor of 0.

#include <gmock/gmock.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/path_decomposition.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

class CutOfWorld2023 : public ::testing::TestWithParam<DeficitMode> {};

TEST_P(CutOfWorld2023, parts_sum_to_exact_welfare) {
    static const World world =
        read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/world-2023");
    Scenario scenario;
    scenario.measures = {{.kind = MeasureKind::cut_off,
                          .by = {"USA"},
                          .on = {"CHN"},
                          .direction = TradeDirection::both}};
    const Shock shock = make_shock(world, scenario);
    const Baseline base = make_baseline(world, {.deficits = GetParam()});

    const PathDecomposition path = decompose_welfare(base, shock);

    ASSERT_TRUE(path.is_usable()) << path.message;
    EXPECT_LT(path.largest_unexplained, 1e-10);
    const auto changes = country_changes(base, shock, solve_equilibrium(base, shock));
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(path.countries[n].explained(), std::log(changes[n].welfare_hat), 1e-9)
            << base.countries[n];
    }
    // Only the two lose varieties; the rest is touched through prices.
    const PathParts& usa = path.countries[world.countries().at("USA")];
    EXPECT_LT(usa.varieties, 0.0);
    EXPECT_EQ(path.countries[world.countries().at("DEU")].varieties, 0.0);
}

INSTANTIATE_TEST_SUITE_P(Deficits, CutOfWorld2023,
                         ::testing::Values(DeficitMode::balanced, DeficitMode::fixed,
                                           DeficitMode::multiplicative));

}  // namespace
}  // namespace entente

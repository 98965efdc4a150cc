#include "entente/model/equilibrium/baseline.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::three_countries;
using testing::two_countries;

TEST(Baseline, balanced_deficits_are_zero_and_the_world_earns_what_it_did) {
    const Baseline base = make_baseline(World(two_countries()));

    EXPECT_NEAR(base.trade_deficit[0], 0.0, 1e-9);
    EXPECT_NEAR(base.trade_deficit[1], 0.0, 1e-9);
    EXPECT_NEAR(base.value_added[0] + base.value_added[1], 200.0, 1e-9);
}

TEST(Baseline, fixed_deficits_leave_consistent_data_as_they_are) {
    // AAA imports 30 and exports 20. One sector without inputs: the data are an equilibrium.
    const Baseline base = make_baseline(World(two_countries()), {.deficits = DeficitMode::fixed});

    EXPECT_NEAR(base.trade_deficit[0], 10.0, 1e-9);
    EXPECT_NEAR(base.trade_share(0, 0, 0), 80.0 / 110.0, 1e-12);
    EXPECT_NEAR(base.expenditure(0, 0), 110.0, 1e-9);
}

TEST(Baseline, supply_elasticity_is_refused_where_it_is_not_defined) {
    EXPECT_THROW(make_baseline(World(three_countries()), {.supply_elasticity = 1.24}), OptionError);
    EXPECT_THROW(make_baseline(World(two_countries()), {.supply_elasticity = -0.5}), OptionError);
    EXPECT_THROW(make_baseline(World(two_countries()), {.largest_trade_elasticity = -1.0}),
                 OptionError);
}

TEST(Baseline, cap_on_theta_names_the_sectors_above_it) {
    const Baseline base =
        make_baseline(World(three_countries()), {.largest_trade_elasticity = 4.5});

    EXPECT_THAT(base.capped_sectors, ::testing::ElementsAre("SRV"));
    EXPECT_EQ(base.trade_elasticity[1], 4.5);
}

TEST(Baseline, given_elasticities_stand_in_for_those_of_the_world) {
    WorldData data = three_countries();
    data.sectors[0].trade_elasticity = 2.5;
    data.sectors[1].trade_elasticity = 7.0;

    const Baseline given =
        make_baseline(World(three_countries()), {.trade_elasticity = {2.5, 7.0}});
    const Baseline own = make_baseline(World(std::move(data)));

    EXPECT_EQ(given.trade_elasticity, own.trade_elasticity);
    EXPECT_EQ(given.trade_share, own.trade_share);
    EXPECT_THROW(make_baseline(World(three_countries()), {.trade_elasticity = {4.0}}), ShapeError);
    EXPECT_THROW(make_baseline(World(three_countries()), {.trade_elasticity = {4.0, 0.0}}),
                 OptionError);
}

TEST(Baseline, a_surplus_larger_than_income_is_bad_data) {
    WorldData data = two_countries();
    // BBB sells everything it makes and buys nothing.
    data.trade_flow(1, 1, 0) = 0.0;
    data.trade_flow(1, 0, 0) = 100.0;
    data.trade_flow(0, 0, 0) = 100.0;
    data.trade_flow(0, 1, 0) = 0.0;

    EXPECT_THROW(make_baseline(World(std::move(data)), {.deficits = DeficitMode::fixed}),
                 DataError);
}

}  // namespace
}  // namespace entente

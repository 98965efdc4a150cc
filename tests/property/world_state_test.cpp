// What must hold of the state of any world.

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cmath>

#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"
#include "property/any_world.hpp"
#include "support/changed_worlds.hpp"

namespace entente {
namespace {

using testing::any_world;
using testing::assert_near;
using testing::drawn;

// Sums of at most some dozen numbers of like size.
constexpr double rounding = 1e-13;

RC_GTEST_PROP(WorldStateProperty, trade_shares_add_up_to_one_over_origins, ()) {
    const World world(any_world());
    const TradeState state = observed_state(world);

    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            double sum = 0.0;
            for (std::size_t i = 0; i < world.num_countries(); ++i) {
                RC_ASSERT(state.trade_share(i, n, s) >= 0.0);
                sum += state.trade_share(i, n, s);
            }
            assert_near(sum, 1.0, rounding);
        }
    }
}

RC_GTEST_PROP(WorldStateProperty, deficits_add_up_to_zero, ()) {
    const TradeState state = observed_state(World(any_world()));

    double sum = 0.0;
    double size = 0.0;
    for (std::size_t n = 0; n < state.trade_deficit.size(); ++n) {
        sum += state.trade_deficit[n];
        size += state.value_added[n];
    }

    assert_near(sum / size, 0.0, rounding);
}

RC_GTEST_PROP(WorldStateProperty, money_is_a_unit_and_no_more, ()) {
    WorldData data = any_world();
    // Derived from absorption less inputs, so that the derivation is under test as well.
    data.consumption_share = {};
    // Not a power of two: rounding differs.
    const double factor = 0.001 * static_cast<double>(drawn(1, 1000000));
    const World world(data);
    const World other(testing::in_other_money(data, factor));

    const TradeState state = observed_state(world);
    const TradeState other_state = observed_state(other);

    for (std::size_t k = 0; k < state.trade_share.values().size(); ++k) {
        assert_near(other_state.trade_share.values()[k], state.trade_share.values()[k], rounding);
    }
    for (std::size_t k = 0; k < world.consumption_share().values().size(); ++k) {
        // A difference of two large numbers: loses some digits more.
        assert_near(other.consumption_share().values()[k], world.consumption_share().values()[k],
                    100.0 * rounding);
    }
}

}  // namespace
}  // namespace entente

#include <vector>

#include "entente/measures/trade_links.hpp"
#include "entente/world/world.hpp"
#include "property/any_world.hpp"
#include "support/changed_worlds.hpp"

namespace entente {
namespace {

using namespace testing;

// Sums of some tens of terms of size one in another order.
constexpr double rounding = 1e-12;

bool trades_both_ways(const TradeState& state, std::size_t n) {
    double exports = 0.0;
    double imports = 0.0;
    for (std::size_t i = 0; i < state.trade_flow.shape()[0]; ++i) {
        for (std::size_t s = 0; i != n && s < state.trade_flow.shape()[2]; ++s) {
            exports += state.trade_flow(n, i, s);
            imports += state.trade_flow(i, n, s);
        }
    }
    return exports > 0.0 && imports > 0.0;
}

RC_GTEST_PROP(TradeLinksProperty, shares_of_all_partners_add_up_to_one, ()) {
    const WorldData data = any_world();
    const TradeState state = observed_state(World(data));
    const std::size_t n = any_country(data);
    RC_PRE(trades_both_ways(state, n));

    TradeShares sum;
    for (std::size_t i = 0; i < data.countries.size(); ++i) {
        const std::vector<std::size_t> partner{i};
        const TradeShares shares = trade_shares(state, n, partner);
        sum.exports += shares.exports;
        sum.imports += shares.imports;
        sum.trade += shares.trade;
    }

    assert_near(sum.exports, 1.0, rounding);
    assert_near(sum.imports, 1.0, rounding);
    assert_near(sum.trade, 1.0, rounding);
}

RC_GTEST_PROP(TradeLinksProperty, qualities_add_up_to_one, ()) {
    const WorldData data = any_world();
    const World world(data);
    const std::size_t n = any_country(data);
    RC_PRE(trades_both_ways(observed_state(world), n));

    const QualityShares shares = quality_shares(world, n);

    assert_near(shares.observed + shares.scaled + shares.estimated, 1.0, rounding);
}

RC_GTEST_PROP(TradeLinksProperty, effective_partners_lie_between_one_and_all_others, ()) {
    const WorldData data = any_world();
    const TradeState state = observed_state(World(data));
    const std::size_t n = any_country(data);
    RC_PRE(trades_both_ways(state, n));

    const double partners = effective_partners(state, n);

    RC_ASSERT(partners >= 1.0 - rounding);
    RC_ASSERT(partners <= static_cast<double>(data.countries.size() - 1) + rounding);
}

RC_GTEST_PROP(TradeLinksProperty, partners_in_two_equal_halves_count_twice, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    RC_PRE(trades_both_ways(observed_state(World(data)), n));
    std::vector<std::size_t> source;
    for (std::size_t i = 0; i < data.countries.size(); ++i) source.push_back(i);
    for (std::size_t i = 0; i < data.countries.size(); ++i) {
        if (i != n) source.push_back(i);
    }

    const double whole = effective_partners(observed_state(World(data)), n);
    const double halves =
        effective_partners(observed_state(World(with_countries(data, source))), n);

    assert_near(halves, 2.0 * whole, rounding);
}

RC_GTEST_PROP(TradeLinksProperty, neither_money_nor_order_of_countries_matters, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    const std::vector<std::size_t> power = any_power(data);
    const std::vector<std::size_t> order = any_order(data);
    const TradeState state = observed_state(World(data));
    RC_PRE(trades_both_ways(state, n));
    const TradeState changed =
        observed_state(World(with_countries(in_other_money(data, 1000.0), order)));

    const TradeShares shares =
        trade_shares(changed, position_in(order, n), positions_in(order, power));

    assert_near(shares.trade, trade_shares(state, n, power).trade, rounding);
    assert_near(effective_partners(changed, position_in(order, n)), effective_partners(state, n),
                rounding);
}

}  // namespace
}  // namespace entente

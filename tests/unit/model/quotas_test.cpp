// Tariff-rate quotas, [eq:quota]: the three regimes, the conditions of each, the reference solver.

#include "entente/model/response/quotas.hpp"

#include <gtest/gtest.h>

#include "entente/model/equilibrium/solve_equilibrium_reference.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

Baseline quota_baseline() {
    return make_baseline(World(testing::random_world({.num_countries = 4, .num_sectors = 2})));
}

Shock with_quota(const Baseline& base, double volume, bool to_importer = false) {
    Shock shock;
    shock.tariff_rate = base.tariff_rate;
    shock.quotas = {{.i = 0,
                     .n = 1,
                     .s = 0,
                     .rate_in_quota = 0.0,
                     .rate_out_of_quota = 0.6,
                     .volume = volume,
                     .is_rent_of_importer = to_importer}};
    return shock;
}

QuotaSolution solve_fast(const Baseline& base, const Shock& shock) {
    return solve_quotas(base, shock, [&](const Shock& given) {
        return solve_equilibrium(base, given, {.tolerance = 1e-12});
    });
}

TEST(quotas, that_are_large_leave_the_low_rate) {
    const Baseline base = quota_baseline();

    const QuotaSolution found = solve_fast(base, with_quota(base, 50.0));

    ASSERT_TRUE(found.equilibrium.is_usable()) << found.equilibrium.message;
    EXPECT_EQ(found.outcomes[0].regime, QuotaRegime::in_quota);
    EXPECT_EQ(found.outcomes[0].shadow_rate, 0.0);
    EXPECT_LT(found.outcomes[0].fill_rate, 1.0);
    EXPECT_EQ(found.outcomes[0].rent, 0.0);
}

TEST(quotas, that_are_tiny_leave_the_high_rate_and_a_rent_on_the_quota) {
    const Baseline base = quota_baseline();

    const QuotaSolution found = solve_fast(base, with_quota(base, 0.01));

    ASSERT_TRUE(found.equilibrium.is_usable()) << found.equilibrium.message;
    EXPECT_EQ(found.outcomes[0].regime, QuotaRegime::out_of_quota);
    EXPECT_DOUBLE_EQ(found.outcomes[0].shadow_rate, 0.6);
    EXPECT_GT(found.outcomes[0].fill_rate, 1.0);
    const TradeState now = trade_state(base, found.shock, found.equilibrium);
    EXPECT_NEAR(found.outcomes[0].rent, 0.6 * now.trade_flow(0, 1, 0) / found.outcomes[0].fill_rate,
                1e-6);
}

TEST(quotas, that_bind_are_filled_exactly_at_a_rate_between) {
    const Baseline base = quota_baseline();

    const QuotaSolution found = solve_fast(base, with_quota(base, 1.0));

    ASSERT_TRUE(found.equilibrium.is_usable()) << found.equilibrium.message;
    EXPECT_EQ(found.outcomes[0].regime, QuotaRegime::binding);
    EXPECT_GT(found.outcomes[0].shadow_rate, 0.0);
    EXPECT_LT(found.outcomes[0].shadow_rate, 0.6);
    EXPECT_NEAR(found.outcomes[0].fill_rate, 1.0, 1e-7);
    EXPECT_LT(found.equilibrium.walras, 1e-9);
}

TEST(quotas, pay_their_rent_to_whom_the_measure_says) {
    const Baseline base = quota_baseline();

    const QuotaSolution exporter = solve_fast(base, with_quota(base, 1.0));
    const QuotaSolution importer = solve_fast(base, with_quota(base, 1.0, true));

    EXPECT_NEAR(exporter.shock.transfer[0], exporter.outcomes[0].rent, 1e-5);
    EXPECT_NEAR(exporter.shock.transfer[1], -exporter.outcomes[0].rent, 1e-5);
    EXPECT_EQ(importer.shock.transfer[0], 0.0);
    EXPECT_GT(importer.equilibrium.income_new[1], exporter.equilibrium.income_new[1]);
}

TEST(quotas, are_solved_alike_with_the_reference_solver) {
    const Baseline base = quota_baseline();
    const Shock shock = with_quota(base, 1.0);

    const QuotaSolution fast = solve_fast(base, shock);
    const QuotaSolution plain = solve_quotas(base, shock, [&](const Shock& given) {
        return solve_equilibrium_reference(base, given, 1e-11);
    });

    ASSERT_TRUE(plain.equilibrium.is_usable());
    EXPECT_EQ(fast.outcomes[0].regime, plain.outcomes[0].regime);
    EXPECT_NEAR(fast.outcomes[0].shadow_rate, plain.outcomes[0].shadow_rate, 1e-6);
}

}  // namespace
}  // namespace entente

#include "entente/model/dynamics/sourcing_path.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/dynamics/sourcing_path_reference.hpp"
#include "support/random_worlds.hpp"
#include "support/shocks.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

Baseline small_base(std::uint64_t seed, DeficitMode deficits = DeficitMode::balanced) {
    return make_baseline(
        World(testing::random_world({.num_countries = 4, .num_sectors = 3, .seed = seed})),
        {.deficits = deficits});
}

Shock moderate_shock(const Baseline& base, std::uint64_t seed, double part_stopped = 0.0) {
    return testing::random_shock(
        base, {.seed = seed, .highest_tariff = 0.6, .part_stopped = part_stopped});
}

void expect_same(const Baseline& base, const Equilibrium& a, const Equilibrium& b,
                 double tolerance) {
    ASSERT_TRUE(a.is_usable()) << a.message;
    ASSERT_TRUE(b.is_usable()) << b.message;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(a.wage_hat[n], b.wage_hat[n], tolerance) << base.countries[n];
        EXPECT_NEAR(a.income_new[n] / b.income_new[n], 1.0, tolerance);
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            EXPECT_NEAR(a.price_index_hat(n, s), b.price_index_hat(n, s), tolerance);
        }
    }
}

class EveryRate : public ::testing::TestWithParam<double> {};

TEST_P(EveryRate, no_shock_changes_nothing_in_any_year) {
    const Baseline base = small_base(3);
    SourcingPath path(base, {.rate = GetParam()});

    for (int year = 0; year < 3; ++year) {
        const Equilibrium solved = path.advance({}, GetParam());
        ASSERT_TRUE(solved.is_usable()) << solved.message;
        for (const double wage : solved.wage_hat) EXPECT_NEAR(wage, 1.0, 1e-9);
        for (const double price : solved.price_index_hat.values()) EXPECT_NEAR(price, 1.0, 1e-9);
    }
}

TEST_P(EveryRate, constant_policy_leads_to_the_static_equilibrium) {
    const Baseline base = small_base(4);
    const Shock shock = moderate_shock(base, 40);
    const Equilibrium in_the_end = solve_equilibrium(base, shock, {.tolerance = 1e-12});
    SourcingPath path(base, {.rate = GetParam()});

    Equilibrium solved;
    // Enough years that (1 - rate)^years is below 1e-10.
    const int years = static_cast<int>(std::log(1e-11) / std::log(1.0 - 0.99 * GetParam()));
    for (int year = 0; year < years; ++year) solved = path.advance(shock, GetParam());

    expect_same(base, solved, in_the_end, 1e-8);
}

TEST_P(EveryRate, fast_years_agree_with_plain_iteration) {
    for (const DeficitMode deficits : {DeficitMode::balanced, DeficitMode::fixed}) {
        const Baseline base = small_base(5, deficits);
        const SourcingOptions options{.rate = GetParam()};
        SourcingPath path(base, options);
        SourcingState plain = base_sourcing(base);
        // Two policies after each other, the second with forbidden trade.
        for (int year = 0; year < 4; ++year) {
            const Shock shock = year < 2 ? moderate_shock(base, 50) : moderate_shock(base, 51, 0.1);

            const Equilibrium fast = path.advance(shock, options.rate, {.tolerance = 1e-12});
            const SourcingYear slow = solve_sourcing_year_reference(base, shock, plain, options);

            expect_same(base, fast, slow.equilibrium, 1e-9);
            plain = slow.state;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Rates, EveryRate, ::testing::Values(0.19, 0.3, 0.7, 1.0));

TEST(SourcingPath, is_static_in_every_year_if_all_choose_anew) {
    const Baseline base = small_base(6);
    SourcingPath path(base, {.rate = 1.0});

    for (std::uint64_t year = 0; year < 4; ++year) {
        const Shock shock = moderate_shock(base, 60 + year, 0.1);
        expect_same(base, path.advance(shock, 1.0, {.tolerance = 1e-12}),
                    solve_equilibrium(base, shock, {.tolerance = 1e-12}), 1e-9);
    }
}

TEST(SourcingPath, is_static_if_held_relations_answer_as_much_as_others) {
    const Baseline base = small_base(7);
    SourcingPath path(base, {.rate = 0.3, .short_run = 1.0});

    for (std::uint64_t year = 0; year < 3; ++year) {
        const Shock shock = moderate_shock(base, 70 + year);
        expect_same(base, path.advance(shock, 0.3, {.tolerance = 1e-12}),
                    solve_equilibrium(base, shock, {.tolerance = 1e-12}), 1e-9);
    }
}

TEST(SourcingPath, relations_with_a_forbidden_supplier_break_at_once) {
    const Baseline base = make_baseline(World(testing::two_countries()));
    Shock shock;
    shock.share_factor = Array3<double>(2, 2, 1, 1.0);
    shock.share_factor(1, 0, 0) = 0.0;
    shock.share_factor(0, 1, 0) = 0.0;
    SourcingPath path(base, {});

    const Equilibrium solved = path.advance(shock, 0.3);

    ASSERT_TRUE(solved.is_usable()) << solved.message;
    EXPECT_EQ(path.state().trade_share(1, 0, 0), 0.0);
    EXPECT_NEAR(path.state().trade_share(0, 0, 0), 1.0, 1e-12);
}

TEST(SourcingPath, refuses_rates_and_parts_out_of_range) {
    const Baseline base = make_baseline(World(testing::two_countries()));
    SourcingPath path(base, {});

    EXPECT_THROW(SourcingPath(base, {.rate = 0.0}), OptionError);
    EXPECT_THROW(SourcingPath(base, {.rate = 0.3, .short_run = 1.5}), OptionError);
    EXPECT_THROW(path.advance({}, 1.2), OptionError);
    EXPECT_THROW(path.advance({.tariff_rate = Array3<double>(1, 1, 1)}, 0.3), ShapeError);
}

}  // namespace
}  // namespace entente

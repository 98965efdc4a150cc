#include "entente/model/dynamics/sourcing_market.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace entente {
namespace {

constexpr double zeta = 0.3;
constexpr double theta = 4.0;
// Flows answer with .1 (theta + 1) = .5, so shares with -.5.
constexpr double theta_held = -0.5;

MarketBefore three_origins() {
    return {.base_share = {0.6, 0.3, 0.1},
            .share = {0.6, 0.3, 0.1},
            .price_hat = {1.0, 1.0, 1.0},
            .share_factor = {1.0, 1.0, 1.0}};
}

MarketTerms dearer_second(double price) {
    return {.rate = zeta,
            .elasticity = theta,
            .held_elasticity = theta_held,
            .price_hat = {1.0, price, 1.0},
            .share_factor = {1.0, 1.0, 1.0}};
}

/// The market after some years of one and the same prices.
MarketBefore after(int years, const MarketTerms& terms) {
    MarketBefore state = three_origins();
    for (int year = 0; year < years; ++year) {
        const MarketYear solved = source_market(state, terms);
        state.share = solved.share;
        state.log_price = solved.log_price;
        state.price_hat = terms.price_hat;
        state.share_factor = terms.share_factor;
    }
    return state;
}

// A price twice as high. Chosen: .3/16 = .01875 of .71875. Held: .3 sqrt(2) = .424264 of 1.124264.
// Shares .3 .026087 + .7 .377370 = .271985; ln P = .3 .082559 + .7 2 ln(1.124264) = .188748.
TEST(SourcingMarket, first_year_by_hand) {
    const MarketYear year = source_market(three_origins(), dearer_second(2.0));

    EXPECT_NEAR(year.share[1], 0.271985, 1e-6);
    EXPECT_NEAR(year.share[0] / year.share[2], 6.0, 1e-12);
    EXPECT_NEAR(year.share[0] + year.share[1] + year.share[2], 1.0, 1e-15);
    EXPECT_NEAR(year.log_price, 0.188748, 1e-6);
    EXPECT_NEAR(year.held_mass, 0.7, 1e-15);
}

// [eq:elasticity-by-year]  eps(h) = eps_SR + (eps_LR - eps_SR) (1 - (1 - zeta)^h), for flows net of
// tariffs, which are shares over prices: eps = theta + 1.
TEST(SourcingMarket, elasticity_of_trade_grows_by_year_as_the_profile_says) {
    const double step = 1e-5;
    const auto log_flow_ratio = [](const MarketBefore& state) {
        return std::log(state.share[1] / state.price_hat[1]) -
               std::log(state.share[0] / state.price_hat[0]);
    };
    for (int years = 1; years <= 15; ++years) {
        const double up = log_flow_ratio(after(years, dearer_second(std::exp(step))));
        const double down = log_flow_ratio(after(years, dearer_second(std::exp(-step))));

        const double short_run = theta_held + 1.0;
        const double long_run = theta + 1.0;
        const double expected =
            short_run + (long_run - short_run) * (1.0 - std::pow(1.0 - zeta, years));
        // Differences of the third order of a step of 1e-5, and rounding over it.
        EXPECT_NEAR(-(up - down) / (2.0 * step), expected, 1e-8) << years;
    }
}

// The same without small steps: what is left of the first year's gap shrinks by 1 - zeta a year.
TEST(SourcingMarket, gap_to_the_long_run_shrinks_by_the_same_part_every_year) {
    const MarketTerms terms = dearer_second(1.5);
    MarketTerms all_anew = terms;
    all_anew.rate = 1.0;
    const MarketYear long_run = source_market(three_origins(), all_anew);
    const MarketBefore first = after(1, terms);

    for (int years = 2; years <= 20; ++years) {
        const MarketBefore state = after(years, terms);
        const double left = std::pow(1.0 - zeta, years - 1);
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_NEAR(state.share[i],
                        long_run.share[i] + left * (first.share[i] - long_run.share[i]), 1e-14);
        }
        EXPECT_NEAR(state.log_price,
                    long_run.log_price + left * (first.log_price - long_run.log_price), 1e-14);
    }
}

// The price index is an expenditure function: its derivative by a price is the share.
TEST(SourcingMarket, shares_are_the_slopes_of_the_price_index) {
    const MarketBefore before = after(2, dearer_second(1.4));
    const double step = 1e-5;
    for (std::size_t i = 0; i < 3; ++i) {
        MarketTerms up = dearer_second(1.1);
        MarketTerms down = up;
        up.price_hat[i] *= std::exp(step);
        down.price_hat[i] *= std::exp(-step);

        const double slope =
            (source_market(before, up).log_price - source_market(before, down).log_price) /
            (2.0 * step);

        EXPECT_NEAR(slope, source_market(before, dearer_second(1.1)).share[i], 1e-9) << i;
    }
}

// [eq:broken] half of the second origin's varieties are forbidden: .15 of relations break.
TEST(SourcingMarket, forbidden_relations_choose_anew) {
    MarketTerms terms = dearer_second(1.0);
    terms.share_factor[1] = 0.5;

    const MarketYear year = source_market(three_origins(), terms);

    EXPECT_NEAR(year.held_mass, 0.7 * 0.85, 1e-15);
    EXPECT_NEAR(year.share[1], 0.15 / 0.85, 1e-15);
}

// A ban that ends brings nothing back to those that do not choose.
TEST(SourcingMarket, varieties_that_return_are_found_by_those_that_choose) {
    MarketTerms banned = dearer_second(1.0);
    banned.share_factor[1] = 0.0;
    const MarketBefore before = after(1, banned);

    const MarketYear year = source_market(before, dearer_second(1.0));

    EXPECT_EQ(before.share[1], 0.0);
    EXPECT_NEAR(year.share[1], zeta * 0.3, 1e-15);
}

}  // namespace
}  // namespace entente

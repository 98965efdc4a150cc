#include "entente/world/recipe/pair_totals.hpp"

#include <gmock/gmock.h>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, twn = 2, hkg = 3, qat = 4, row = 5;

class PairTotalsStep : public ::testing::Test {
  protected:
    PairTotalsStep() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        const std::size_t num = frame_.num_countries();
        unctad_.total = Array2<double>(num, num);
        gdp_.base = std::vector<double>(num, 1000.0);
        gdp_.goods_level_year = std::vector<double>(num, 500.0);
        raw_.baci_totals = {{"USA", "CHN", 120e3}, {"CHN", "USA", 440e3}, {"CHN", "HKG", 300e3},
                            {"HKG", "CHN", 100e3}, {"AAA", "BBB", 7e3},   {"AAA", "CHN", 5e3}};
        raw_.icio_goods_totals = {{"USA", "CHN", 100}, {"CHN", "USA", 400}, {"CHN", "HKG", 200},
                                  {"HKG", "CHN", 150}, {"TWN", "CHN", 50},  {"CHN", "TWN", 20},
                                  {"TWN", "HKG", 10},  {"CHN", "CHN", 900}};
        raw_.us_imports_naics3 = {{2023, "CHINA", "334", 400e6, 0.0},
                                  {2023, "TAIWAN", "334", 80e6, 0.0},
                                  {2022, "TAIWAN", "334", 60e6, 0.0}};
    }

    PairTotals totals() { return pair_totals(recipe_, frame_, raw_, gdp_, unctad_, problems_); }

    World2023Recipe recipe_;
    Frame frame_;
    Raw2023 raw_;
    GdpFigures gdp_;
    UnctadFlows unctad_;
    Problems problems_;
};

TEST_F(PairTotalsStep, economies_not_named_are_summed_into_the_rest) {
    const PairTotals totals = this->totals();

    EXPECT_DOUBLE_EQ(totals.total(row, chn), 5.0);
    EXPECT_DOUBLE_EQ(totals.within_rest, 7.0);
    EXPECT_DOUBLE_EQ(totals.total(row, row), 0.0);
}

TEST_F(PairTotalsStep, taiwan_moves_with_its_partners_trade_within_bounds) {
    const PairTotals totals = this->totals();

    // CHN's imports from the others went from 250 to 220, its exports from 600 to 740.
    EXPECT_DOUBLE_EQ(totals.total(twn, chn), 50.0 * 220.0 / 250.0);
    EXPECT_DOUBLE_EQ(totals.total(chn, twn), 20.0 * 740.0 / 600.0);
}

TEST_F(PairTotalsStep, taiwan_sells_the_united_states_what_the_census_says_at_bacis_valuation) {
    EXPECT_DOUBLE_EQ(totals().total(twn, usa), 80.0 * 440.0 / 400.0);
}

TEST_F(PairTotalsStep, taiwan_elsewhere_is_moved_by_a_stated_growth) {
    unctad_.total(twn, qat) = 10.0;

    EXPECT_DOUBLE_EQ(totals().total(twn, qat), 13.0);
}

TEST_F(PairTotalsStep, a_hub_gets_the_balance_over_gdp_it_had) {
    const PairTotals totals = this->totals();

    // In 2018 HKG sold 150 and bought 210 at a GDP of 500: -12 percent; its GDP is now 1000.
    double balance = 0.0;
    for (std::size_t m = 0; m < frame_.num_countries(); ++m) {
        balance += totals.total(hkg, m) - totals.total(m, hkg);
    }
    // Sums of a few hundred.
    EXPECT_NEAR(balance, -120.0, 1e-12);
    EXPECT_LT(totals.import_factor[hkg], 1.0);
    EXPECT_EQ(totals.import_factor[chn], 1.0);
}

TEST_F(PairTotalsStep, a_partner_missing_from_the_census_is_reported) {
    raw_.us_imports_naics3.pop_back();
    raw_.us_imports_naics3.pop_back();
    totals();

    ASSERT_EQ(problems_.size(), 1u);
    EXPECT_EQ(problems_.found()[0].where, "TWN");
}

}  // namespace
}  // namespace entente::detail

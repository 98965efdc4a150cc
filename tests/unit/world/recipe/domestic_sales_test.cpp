// Domestic sales of goods and services, and the cells with next to none.

#include <gmock/gmock.h>

#include <numeric>

#include "entente/world/recipe/domestic_goods.hpp"
#include "entente/world/recipe/domestic_services.hpp"
#include "entente/world/recipe/thin_sales.hpp"
#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::even_wiod_flows;
using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, hkg = 3, qat = 4, row = 5;
constexpr std::size_t agr = 0, ele = 1;

double sum_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

class DomesticSales : public ::testing::Test {
  protected:
    DomesticSales() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        const std::size_t num = frame_.num_countries();
        gdp_.base = std::vector<double>(num, 1000.0);
        gdp_.goods_level_year = std::vector<double>(num, 800.0);
        gdp_.growth = std::vector<double>(frame_.num_wiod(), 2.0);
        raw_.icio_goods_totals = {
            {"USA", "USA", 400}, {"CHN", "CHN", 480}, {"TWN", "TWN", 80}, {"HKG", "HKG", 40}};
        totals_.within_rest = 30.0;
        flow_ = Array3<double>(num, num, frame_.num_sectors());
        for (std::size_t i = 0; i < num; ++i) {
            for (std::size_t n = 0; n < num; ++n) {
                for (std::size_t s = 0; i != n && s < frame_.num_goods; ++s) flow_(i, n, s) = 5.0;
            }
        }
    }

    Array2<double> goods() const {
        return domestic_goods(recipe_, frame_, raw_, even_wiod_flows(frame_), gdp_, totals_, flow_);
    }

    World2023Recipe recipe_;
    Frame frame_;
    GdpFigures gdp_;
    Raw2023 raw_;
    PairTotals totals_;
    Array3<double> flow_;
};

TEST_F(DomesticSales, levels_of_2018_grow_with_gdp) {
    const Array2<double> sales = goods();

    EXPECT_DOUBLE_EQ(sum_of(sales.row(usa)), 500.0);
    EXPECT_DOUBLE_EQ(sum_of(sales.row(hkg)), 50.0);
}

TEST_F(DomesticSales, economies_without_a_level_take_the_typical_one_over_gdp) {
    const Array2<double> sales = goods();

    // CHN, the reference, sells 60 percent of GDP; QAT is a producer of oil.
    EXPECT_DOUBLE_EQ(sum_of(sales.row(qat)), 0.6 * 600.0);
    EXPECT_DOUBLE_EQ(sum_of(sales.row(row)), 600.0 + 30.0);
}

TEST_F(DomesticSales, a_borrowed_mix_tilts_toward_what_is_exported_more) {
    for (std::size_t n = 0; n < frame_.num_countries(); ++n) {
        if (n != qat) flow_(qat, n, agr) = 20.0;
    }

    const Array2<double> sales = goods();

    // QAT's export shares are 2/3, 1/6, 1/6 against even thirds: tilts sqrt 2 and sqrt 1/2.
    EXPECT_NEAR(sales(qat, agr) / sales(qat, ele), 2.0, 1e-12);
    EXPECT_NEAR(sales(chn, agr) / sales(chn, ele), 1.0, 1e-12);
}

TEST_F(DomesticSales, services_make_value_added_add_up_to_gdp) {
    Technology made{.value_added_share = Array2<double>(6, 5, 0.5), .input_share = {}};
    for (std::size_t n = 0; n < 6; ++n) flow_(n, n, agr) = 300.0;
    Problems problems;

    const DomesticServices services =
        domestic_services(recipe_, frame_, even_wiod_flows(frame_), made, gdp_, flow_, problems);

    // Goods: 300 + 15 pairs of 5 = 375 of output; GDP needs 2000 of output in all.
    EXPECT_DOUBLE_EQ(sum_of(services.sales.row(usa)), 2000.0 - 375.0);
    EXPECT_EQ(services.goods_factor[usa], 1.0);
    // WIOD's 200 of domestic services, grown twofold.
    EXPECT_DOUBLE_EQ(services.over_wiod[0], 1625.0 / 400.0);
}

TEST_F(DomesticSales, services_below_their_least_share_are_made_room_for) {
    Technology made{.value_added_share = Array2<double>(6, 5, 0.5), .input_share = {}};
    for (std::size_t n = 0; n < 6; ++n) flow_(n, n, agr) = n == qat ? 1525.0 : 300.0;
    Problems problems;

    const DomesticServices services =
        domestic_services(recipe_, frame_, even_wiod_flows(frame_), made, gdp_, flow_, problems);

    // Goods add 800 of GDP and leave 200; services need 350, so 150 of the 762.5 that domestic
    // goods add are taken out.
    EXPECT_DOUBLE_EQ(services.goods_factor[qat], 1.0 - 150.0 / 762.5);
    EXPECT_DOUBLE_EQ(sum_of(services.sales.row(qat)), 700.0);
}

TEST_F(DomesticSales, trade_too_large_for_gdp_is_reported) {
    Technology made{.value_added_share = Array2<double>(6, 5, 0.5), .input_share = {}};
    flow_(qat, usa, agr) = 5000.0;
    Problems problems;

    domestic_services(recipe_, frame_, even_wiod_flows(frame_), made, gdp_, flow_, problems);

    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems.found()[0].where, "QAT");
}

TEST(ThinSales, cells_below_the_least_share_of_absorption_are_raised_to_it) {
    Array3<double> flow(2, 2, 2);
    flow(1, 0, 0) = 90.0;
    flow(0, 0, 1) = 50.0;
    flow(1, 0, 1) = 50.0;
    Array3<double> tariff(2, 2, 2);
    tariff(1, 0, 0) = 0.1;
    Array2<char> raised(2, 2);

    raise_thin_sales(0.01, 0, 2, tariff, flow, raised);

    EXPECT_DOUBLE_EQ(flow(0, 0, 0) / (flow(0, 0, 0) + 99.0), 0.01);
    EXPECT_EQ(flow(0, 0, 1), 50.0);
    EXPECT_EQ(raised(0, 0), 1);
    EXPECT_EQ(raised(0, 1), 0);
    EXPECT_EQ(raised(1, 0), 0);
}

}  // namespace
}  // namespace entente::detail

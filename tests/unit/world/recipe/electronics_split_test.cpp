#include "entente/world/recipe/electronics_split.hpp"

#include <gmock/gmock.h>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, hkg = 3;
constexpr std::size_t agr = 0, ele = 1, eeq = 2, trd = 3;

class ElectronicsSplit : public ::testing::Test {
  protected:
    ElectronicsSplit() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        us_imports_.imports = Array2<double>(frame_.num_countries(), frame_.num_goods);
        us_imports_.duty = us_imports_.imports;
        us_imports_.imports(chn, ele) = 300.0;
        us_imports_.imports(chn, eeq) = 100.0;
        us_imports_.imports(hkg, eeq) = 50.0;
        raw_.cp2015_output = {{"Agriculture", "USA", 200.0, 0.5}, {"Retail", "USA", 100.0, 0.5}};
        raw_.cp2015_inputs = {{"USA", "Office", "Agriculture", 0.2},
                              {"USA", "Medical", "Agriculture", 0.1},
                              {"USA", "Electrical", "Agriculture", 0.1},
                              {"USA", "Office", "Retail", 0.1},
                              {"USA", "Electrical", "Retail", 0.3}};
        splits_ = sector_splits(recipe_, frame_, raw_, us_imports_);
    }

    World2023Recipe recipe_;
    Frame frame_;
    UsImports us_imports_;
    Raw2023 raw_;
    SectorSplits splits_;
};

TEST_F(ElectronicsSplit, a_large_exporter_has_its_own_share) {
    EXPECT_DOUBLE_EQ(splits_.exports(chn, 0), 0.75);
}

TEST_F(ElectronicsSplit, a_small_exporter_is_shrunk_to_all_partners) {
    // 50 of the full weight of 200: a quarter of its own 0, three quarters of 300 / 450.
    EXPECT_DOUBLE_EQ(splits_.exports(hkg, 0), 0.75 * 300.0 / 450.0);
}

TEST_F(ElectronicsSplit, the_united_states_have_the_shares_stated) {
    EXPECT_DOUBLE_EQ(splits_.exports(usa, 0), 0.8);
    EXPECT_DOUBLE_EQ(splits_.domestic(usa, 0), 0.6);
    EXPECT_DOUBLE_EQ(splits_.domestic(chn, 0), 0.75);
}

TEST_F(ElectronicsSplit, user_odds_are_relative_to_all_users) {
    // Agriculture buys 30 and 10, trade 5 and 15: odds 3 and 1/3 over 35 / 25.
    EXPECT_DOUBLE_EQ(splits_.user_odds(0, agr), 3.0 * 25.0 / 35.0);
    EXPECT_NEAR(splits_.user_odds(0, trd), 25.0 / 35.0 / 3.0, 1e-15);
    EXPECT_DOUBLE_EQ(splits_.user_odds(0, ele), 1.0);
}

TEST_F(ElectronicsSplit, flows_of_the_shared_sector_are_divided_and_add_up) {
    WiodFlows wiod{.flow = Array3<double>(frame_.num_wiod(), frame_.num_wiod(),
                                          frame_.wiod_sectors.size(), 40.0)};

    const Array3<double> flow = flows_by_sector(frame_, wiod, splits_);

    EXPECT_DOUBLE_EQ(flow(0, 0, ele), 24.0);
    EXPECT_DOUBLE_EQ(flow(0, 1, ele), 32.0);
    EXPECT_DOUBLE_EQ(flow(0, 1, ele) + flow(0, 1, eeq), 40.0);
    EXPECT_DOUBLE_EQ(flow(0, 1, agr), 40.0);
}

}  // namespace
}  // namespace entente::detail

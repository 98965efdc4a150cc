#include "entente/world/recipe/technology.hpp"

#include <gmock/gmock.h>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::even_wiod_flows;
using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, twn = 2, hkg = 3, qat = 4;
constexpr std::size_t agr = 0, ele = 1, eeq = 2, bus = 4;

class TechnologyStep : public ::testing::Test {
  protected:
    TechnologyStep() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        for (const std::string country : {"USA", "CHN", "TWN", "ROW"}) {
            for (const std::string sector : {"c1", "c14", "c20", "c30"}) {
                raw_.wiod_output.push_back(
                    {country, sector, 100.0, country == "USA" ? 60.0 : 40.0});
                raw_.wiod_inputs.push_back({country, "c14", sector, 30.0});
                raw_.wiod_inputs.push_back({country, "c1", sector, 10.0});
            }
        }
        // TWN makes no business services.
        raw_.wiod_output[11] = {"TWN", "c30", 0.0, 0.0};
        splits_.user_odds = Array2<double>(1, frame_.num_sectors(), 1.0);
        splits_.user_odds(0, bus) = 2.0;
    }

    Technology made() const {
        return technology(recipe_, frame_, raw_, even_wiod_flows(frame_), splits_);
    }

    World2023Recipe recipe_;
    Frame frame_;
    Raw2023 raw_;
    SectorSplits splits_;
};

TEST_F(TechnologyStep, economies_of_wiod_have_their_own_and_others_their_proxies) {
    const Technology made = this->made();

    EXPECT_DOUBLE_EQ(made.value_added_share(usa, agr), 0.6);
    EXPECT_DOUBLE_EQ(made.value_added_share(hkg, agr), 0.5);
    EXPECT_DOUBLE_EQ(made.value_added_share(qat, agr), 0.4);
}

TEST_F(TechnologyStep, a_sector_that_makes_nothing_has_the_technology_of_all) {
    // (60 + 40 + 40) / 300.
    EXPECT_DOUBLE_EQ(made().value_added_share(twn, bus), 140.0 / 300.0);
}

TEST_F(TechnologyStep, a_split_input_is_divided_by_absorption_and_the_users_odds) {
    const Technology made = this->made();

    // Both halves are absorbed alike; business services have odds of two to one.
    EXPECT_DOUBLE_EQ(made.input_share(chn, ele, agr), 0.375);
    EXPECT_DOUBLE_EQ(made.input_share(chn, ele, bus), 0.5);
    EXPECT_DOUBLE_EQ(made.input_share(chn, eeq, bus), 0.25);
    EXPECT_DOUBLE_EQ(made.input_share(chn, agr, bus), 0.25);
}

TEST_F(TechnologyStep, producers_of_oil_keep_more_value_added) {
    recipe_.oil_exporters = {"QAT"};

    EXPECT_DOUBLE_EQ(made().value_added_share(qat, agr), 0.82);
}

TEST_F(TechnologyStep, value_added_shares_stay_within_their_bounds) {
    raw_.wiod_output[0].value_added = 100.0;
    raw_.wiod_output[4].value_added = 0.0;

    const Technology made = this->made();

    EXPECT_DOUBLE_EQ(made.value_added_share(usa, agr), 0.97);
    EXPECT_DOUBLE_EQ(made.value_added_share(chn, agr), 0.05);
}

}  // namespace
}  // namespace entente::detail

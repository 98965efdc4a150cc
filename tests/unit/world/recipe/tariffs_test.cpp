#include "entente/world/recipe/tariffs.hpp"

#include <gmock/gmock.h>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, twn = 2, hkg = 3, qat = 4, row = 5;
constexpr std::size_t agr = 0, ele = 1, eeq = 2;

class TariffsStep : public ::testing::Test {
  protected:
    TariffsStep() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        recipe_.tariff_levels.stated = {{"TWN", 0.02}};
        recipe_.tariff_levels.from_cp2015 = {"ROW"};
        recipe_.tariff_levels.like_others = {{"HKG", {"CHN", "QAT"}}};
        raw_.tariffs = {{"CHN", 2020, "AR", 9.0},
                        {"CHN", 2022, "AR", 2.0},
                        {"CHN", 2023, "AR", std::nullopt},
                        {"QAT", 2022, "AR", 4.0},
                        {"QAT", 2022, "FN", 9.0}};
        raw_.cp2015_tariffs = {{"Agriculture", "CHN", "USA", 10.0, 30.0},
                               {"Office", "CHN", "USA", 10.0, 10.0},
                               {"Electrical", "CHN", "USA", 10.0, 20.0},
                               {"Agriculture", "ROW", "USA", 30.0, 4.0},
                               {"Office", "ROW", "USA", 10.0, 8.0}};
        us_.imports = Array2<double>(6, 3, 100.0);
        us_.duty = Array2<double>(6, 3, 5.0);
        us_.imports(chn, ele) = 0.0;
        flow_ = Array3<double>(6, 6, 5);
        for (std::size_t i = 0; i < 6; ++i) {
            for (std::size_t n = 0; n < 6; ++n) {
                for (std::size_t s = 0; i != n && s < 3; ++s) flow_(i, n, s) = 10.0;
            }
        }
    }

    Array3<double> rates() {
        const TariffLevels levels = tariff_levels(recipe_, frame_, raw_, problems_);
        return tariff_rates(recipe_, frame_, raw_, levels, us_, flow_);
    }

    World2023Recipe recipe_;
    Frame frame_;
    Raw2023 raw_;
    UsImports us_;
    Array3<double> flow_;
    Problems problems_;
};

TEST_F(TariffsStep, a_level_is_stated_latest_borrowed_or_of_2005) {
    const TariffLevels levels = tariff_levels(recipe_, frame_, raw_, problems_);

    EXPECT_DOUBLE_EQ(levels.level[chn], 0.02);
    EXPECT_DOUBLE_EQ(levels.level[twn], 0.02);
    EXPECT_DOUBLE_EQ(levels.level[hkg], 0.03);
    // 80 percent of the mean of 4 and 8 percent, weighted 30 to 10.
    EXPECT_DOUBLE_EQ(levels.level[row], 0.8 * 0.05);
    EXPECT_FALSE(levels.is_estimated[chn]);
    EXPECT_TRUE(levels.is_estimated[row]);
    EXPECT_TRUE(problems_.empty());
}

TEST_F(TariffsStep, an_importer_without_a_level_is_reported) {
    recipe_.tariff_levels.stated.clear();
    tariff_levels(recipe_, frame_, raw_, problems_);

    ASSERT_EQ(problems_.size(), 1u);
    EXPECT_EQ(problems_.found()[0].where, "TWN");
}

TEST_F(TariffsStep, the_shape_of_2005_is_scaled_to_the_level) {
    const Array3<double> rates = this->rates();

    // CHN imports all goods alike: 30, 10 and 20 percent become 3, 1 and 2 around a mean of 2.
    EXPECT_DOUBLE_EQ(rates(twn, chn, agr), 0.03);
    EXPECT_DOUBLE_EQ(rates(twn, chn, ele), 0.01);
    EXPECT_DOUBLE_EQ(rates(twn, chn, eeq), 0.02);
    EXPECT_EQ(rates(chn, chn, agr), 0.0);
    EXPECT_EQ(rates(twn, chn, 3), 0.0);
}

TEST_F(TariffsStep, members_of_the_union_have_one_tariff) {
    raw_.memberships = {{.group = "EU27", .country = "CHN"}, {.group = "EU27", .country = "QAT"}};
    flow_(twn, chn, agr) = 0.0;
    flow_(twn, qat, agr) = 20.0;
    flow_(qat, chn, ele) = 1e6;

    const Array3<double> rates = this->rates();

    // The mean of 2 and 4 percent in CHN's shape of 3 : 1 : 2, weighted with what both buy outside.
    EXPECT_DOUBLE_EQ(rates(twn, chn, agr), 0.045);
    EXPECT_DOUBLE_EQ(rates(twn, qat, agr), 0.045);
    EXPECT_DOUBLE_EQ(rates(usa, qat, ele), 0.015);
}

TEST_F(TariffsStep, the_united_states_levy_what_they_collected) {
    const Array3<double> rates = this->rates();

    EXPECT_DOUBLE_EQ(rates(chn, usa, agr), 0.05);
    // Nothing imported, nothing to divide by.
    EXPECT_EQ(rates(chn, usa, ele), 0.0);
}

TEST_F(TariffsStep, agreements_in_force_leave_their_part_of_the_duty) {
    raw_.memberships = {{.group = "DUO", .country = "TWN"},
                        {.group = "DUO", .country = "HKG", .valid_to = parse_date("2020-01-01")}};
    raw_.agreements = {{"Half", "DUO", "CHN", 2010, 0.5},
                       {"Free", "QAT", "CHN", 2010, 0.0},
                       {"Later", "ROW", "CHN", 2024, 0.0}};

    const Array3<double> rates = this->rates();

    EXPECT_DOUBLE_EQ(rates(twn, chn, agr), 0.015);
    EXPECT_DOUBLE_EQ(rates(hkg, chn, agr), 0.03);
    EXPECT_EQ(rates(qat, chn, agr), 0.0);
    EXPECT_EQ(rates(chn, qat, agr), 0.0);
    EXPECT_DOUBLE_EQ(rates(row, chn, agr), 0.03);
}

}  // namespace
}  // namespace entente::detail

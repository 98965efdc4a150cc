// Quotas and chosen tariffs over draws: shares of regimes, rates, failed draws left out.

#include "entente/report/ensemble_responses.hpp"

#include <gmock/gmock.h>

#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

DrawRecord draw_with(std::uint32_t draw, ResponseRecord response) {
    Evaluation evaluation{.is_usable = true};
    evaluation.response = std::move(response);
    return {.draw = draw, .evaluations = {std::move(evaluation)}};
}

/// Sales of goods of AAA to CCC: half of four draws bind, one is not filled, one failed.
std::vector<DrawRecord> quota_draws() {
    const auto quota = [](QuotaRegime regime, double fill, double rent) {
        return ResponseRecord{.quotas = {{.i = 0,
                                          .n = 2,
                                          .s = 0,
                                          .regime = regime,
                                          .fill_rate = fill,
                                          .shadow_rate = 0.1,
                                          .rent = rent}}};
    };
    std::vector<DrawRecord> draws{draw_with(0, quota(QuotaRegime::binding, 1.0, 3.0)),
                                  draw_with(1, quota(QuotaRegime::binding, 1.0, 5.0)),
                                  draw_with(2, quota(QuotaRegime::in_quota, 0.5, 0.0)),
                                  draw_with(3, quota(QuotaRegime::out_of_quota, 2.0, 4.0))};
    draws.push_back({.draw = 4, .evaluations = {{.is_usable = false, .reason = "none"}}});
    return draws;
}

TEST(EnsembleResponses, shares_of_regimes_are_those_of_draws_with_a_solution) {
    const World world(testing::three_countries());

    const Table table = ensemble_quota_summary_table(quota_draws(), world);

    ASSERT_EQ(table.rows.size(), 1U);
    const auto number = [&](std::size_t column) {
        return std::get<double>(table.rows[0][column].value);
    };
    EXPECT_EQ(number(3), 4.0);
    EXPECT_EQ(number(4), 0.25);
    EXPECT_EQ(number(5), 0.5);
    EXPECT_EQ(number(6), 0.25);
    EXPECT_EQ(number(7), 0.0);
    EXPECT_EQ(number(8), 100.0);
    EXPECT_EQ(number(12), 3.0);
}

TEST(EnsembleResponses, every_draw_has_its_regime) {
    const World world(testing::three_countries());

    const std::string text = ensemble_quotas_csv(quota_draws(), world);

    EXPECT_THAT(text, HasSubstr("\n0,AAA,CCC,GDS,binding,100,10,3\n"));
    EXPECT_THAT(text, HasSubstr("\n2,AAA,CCC,GDS,in_quota,50,10,0\n"));
    EXPECT_THAT(response_lines(quota_draws()),
                ElementsAre(HasSubstr("25% not filled, 50% binding, 25% exceeded;")));
}

TEST(EnsembleResponses, rates_are_summed_up_by_party_and_sector) {
    const World world(testing::three_countries());
    const std::vector<DrawRecord> draws{
        draw_with(0, {.chosen = {{"BBB", 0, 0.2}}, .largest_gain = 1e-9, .num_solves = 80}),
        draw_with(1, {.chosen = {{"BBB", 0, 0.4}}, .largest_gain = 0.0, .num_solves = 120})};

    const Table table = ensemble_chosen_summary_table(draws, world);

    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0][1], text_cell("GDS"));
    EXPECT_NEAR(std::get<double>(table.rows[0][3].value), 30.0, 1e-12);
    EXPECT_THAT(ensemble_chosen_csv(draws, world), HasSubstr("\n1,BBB,GDS,40\n"));
    EXPECT_THAT(response_lines(draws),
                ElementsAre(HasSubstr("in each of 2 draws, 100 equilibria a draw")));
}

TEST(EnsembleResponses, nothing_is_said_where_nothing_answers) {
    EXPECT_THAT(response_lines(std::vector{draw_with(0, {})}), IsEmpty());
}

}  // namespace
}  // namespace entente

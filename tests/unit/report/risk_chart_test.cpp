// Drawings of the risk tasks: sound, with the same figures in words, and something to say when
// there is nothing to draw.

#include "entente/report/risk/chart.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/report/plot_area.hpp"
#include "entente/report/risk/landscape.hpp"
#include "entente/report/risk/tipping.hpp"
#include "support/html_check.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

RiskTable one_country(std::size_t highest_label) {
    RiskTable table;
    table.year = 2023;
    table.base_rate = 0.08;
    table.rows.push_back({.code = "PHL",
                          .name = "Name <1>",
                          .probability = 0.125,
                          .low = 0.05,
                          .high = 0.25,
                          .lowest_label = 0,
                          .highest_label = highest_label});
    return table;
}

TEST(RoundTicks, are_steps_of_one_two_or_five) {
    EXPECT_THAT(detail::round_ticks(0.0, 48.0).values, ElementsAre(0.0, 10.0, 20.0, 30.0, 40.0));
    const detail::Ticks small = detail::round_ticks(-0.1, 0.1, 4);
    EXPECT_EQ(small.decimals, 2);
    EXPECT_THAT(small.values, ElementsAre(DoubleNear(-0.1, 1e-12), DoubleNear(-0.05, 1e-12),
                                          DoubleNear(0.0, 1e-12), DoubleNear(0.05, 1e-12),
                                          DoubleNear(0.1, 1e-12)));
    EXPECT_THAT(detail::round_ticks(3.0, 3.0).values, ElementsAre(3.0));
}

TEST(RiskChart, says_in_words_what_it_draws) {
    const Figure figure = detail::risk_chart(one_country(0));

    EXPECT_EQ(testing::nesting_fault(figure.svg), "");
    EXPECT_THAT(figure.svg, AllOf(HasSubstr("<title>"), HasSubstr("<desc>"),
                                  HasSubstr("Name &lt;1&gt; 12.5% (5.0 to 25.0%)"),
                                  HasSubstr("average partner 8.0%"), Not(HasSubstr("Name <1>"))));
    EXPECT_THAT(figure.text, AllOf(HasSubstr("Name <1> 12.5%"), HasSubstr(risk_caution)));
}

TEST(RiskChart, a_label_that_cannot_be_told_is_a_ring) {
    const std::string ring = "r=\"5.0\" fill=\"#ffffff\"";
    const std::string told = detail::risk_chart(one_country(1)).svg;
    const std::string open = detail::risk_chart(one_country(2)).svg;

    // The legend has the one ring of the first.
    EXPECT_EQ(told.find(ring), told.rfind(ring));
    EXPECT_NE(open.find(ring), open.rfind(ring));
}

TEST(RiskChart, nothing_to_draw_is_said) {
    EXPECT_THAT(detail::risk_chart(RiskTable{}).svg, HasSubstr("No country to show."));
    EXPECT_THAT(detail::calibration_chart(RiskBacktest{}).svg, HasSubstr("No forecast to show."));
    EXPECT_THAT(render(TippingReport{}, {.format = Format::svg}), HasSubstr("No curve to show."));
    EXPECT_THAT(render(LandscapeReport{}, {.format = Format::svg}), HasSubstr("No state to show."));
}

TEST(CalibrationChart, says_in_words_what_was_said_and_what_came) {
    RiskBacktest backtest{.first_origin = 1975, .last_origin = 2016};
    backtest.calibration = {
        {.mean_probability = 0.1, .frequency = 0.2, .low = 0.05, .high = 0.3, .num_cases = 10}};

    const std::string svg = render(backtest, {.format = Format::svg});

    EXPECT_EQ(testing::nesting_fault(svg), "");
    EXPECT_THAT(svg, HasSubstr("said 10.0, came 20.0 (5.0 to 30.0)"));
}

}  // namespace
}  // namespace entente

// Pages and drawings of the risk tasks: sound, escaped, with words for those who cannot see them.

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/report/risk/landscape.hpp"
#include "entente/report/risk/tipping.hpp"
#include "entente/report/worlds/source_list.hpp"
#include "support/html_check.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

LandscapeReport two_states(std::size_t num_minima) {
    LandscapeReport report{.first_power = "USA", .second_power = "CHN", .year = 2023};
    report.rows = {{.code = "USA",
                    .name = "<b>",
                    .size_share = 0.6,
                    .is_with_first = true,
                    .flip_margin = 0.5,
                    .margin_low = 0.4,
                    .margin_high = 0.6},
                   {.code = "CHN",
                    .name = "China",
                    .size_share = 0.4,
                    .flip_margin = 0.7,
                    .margin_low = -0.9,
                    .margin_high = -0.3}};
    report.num_minima = num_minima;
    report.minima = {{.energy = -1.0, .first_camp = {"USA"}, .second_camp = {"CHN"}}};
    if (num_minima > 1) report.minima.push_back({.energy = 0.0, .barrier = 0.25});
    report.num_draws = 10;
    return report;
}

std::string shown(const LandscapeReport& report, Format format) {
    return render(report, {.format = format});
}

TEST(RiskPages, landscape_page_is_sound_and_carries_its_drawing_in_words) {
    const std::string page = shown(two_states(1), Format::html);

    EXPECT_EQ(testing::nesting_fault(page), "");
    EXPECT_THAT(testing::outside_references(page), IsEmpty());
    EXPECT_THAT(page, HasSubstr("<svg"));
    EXPECT_THAT(page, HasSubstr("CHN -0.70 (-0.90 to -0.30)"));
    EXPECT_THAT(page, Not(HasSubstr("<b>")));
}

TEST(RiskPages, barrier_is_shown_only_where_two_minima_exist) {
    EXPECT_THAT(shown(two_states(1), Format::text), Not(HasSubstr("Barrier")));
    EXPECT_THAT(shown(two_states(2), Format::text), HasSubstr("Barrier"));
    EXPECT_THAT(shown(two_states(1), Format::json), Not(HasSubstr("barrier")));
}

TEST(RiskPages, drawing_alone_is_an_svg_with_a_title) {
    const std::string drawing = shown(two_states(1), Format::svg);

    EXPECT_EQ(drawing.substr(0, 4), "<svg");
    EXPECT_THAT(drawing, HasSubstr("<title>"));
    EXPECT_EQ(testing::nesting_fault(drawing), "");
}

TEST(RiskPages, hysteresis_is_told_in_words) {
    TippingReport report;
    report.jump_up = 0.5;
    report.jump_down = -0.5;
    report.curve = {{-1.0, -0.9, -0.9}, {1.0, 0.9, 0.9}};

    EXPECT_THAT(render(report, {.format = Format::html}),
                HasSubstr("going up it jumps at 0.5000, coming back at -0.5000"));
}

TEST(RiskPages, a_result_without_a_drawing_says_so) {
    EXPECT_THROW(render(SourceList{}, {.format = Format::svg}), OptionError);
}

}  // namespace
}  // namespace entente

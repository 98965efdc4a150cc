#include "entente/report/marks_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(MarksChart, draws_marks_with_bars_and_no_lines_between_them) {
    const Figure chart = drawn({.title = "A < B",
                                .description = "2000: 1 & 2010: 2",
                                .unit = "points",
                                .low = 0.0,
                                .high = 10.0,
                                .series = {{"one", {{2000.0, 5.0, 4.0, 6.0}, {2010.0, 5.0}}}}});

    EXPECT_THAT(chart.svg, HasSubstr("<title>A &lt; B</title><desc>2000: 1 &amp; 2010: 2</desc>"));
    EXPECT_THAT(chart.svg, HasSubstr("role=\"img\""));
    EXPECT_THAT(chart.svg, Not(HasSubstr("polyline")));
    EXPECT_EQ(chart.text, "A < B (points)");
}

TEST(MarksChart, higher_values_stand_higher) {
    const auto y_of = [](double value) {
        const std::string svg =
            drawn({.low = 0.0, .high = 1.0, .series = {{"s", {{2000.0, value}}}}}).svg;
        const auto at = svg.find("translate(") + 10;
        return std::stod(svg.substr(svg.find(',', at) + 1));
    };

    EXPECT_LT(y_of(0.9), y_of(0.1));
}

TEST(MarksChart, an_empty_one_is_axes_alone_and_too_many_series_are_refused) {
    EXPECT_THAT(drawn({}).svg, HasSubstr("</svg>"));
    EXPECT_THROW(drawn({.series = std::vector<MarksChart::Series>(7)}), ShapeError);
}

}  // namespace
}  // namespace entente

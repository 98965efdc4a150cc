#include "entente/report/levels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <regex>
#include <string>

#include "entente/report/html_text.hpp"

namespace entente {
namespace {

// [eq:fifths]
TEST(Levels, thresholds_are_quantiles_linear_between_order_statistics) {
    // Six values: the quantile p lies at place 5 p, so .2 to .8 fall on the second to fifth.
    const std::vector<double> values{60, 10, 50, 20, 40, 30};

    const auto thresholds = fifths(values);

    ASSERT_TRUE(thresholds);
    EXPECT_EQ(*thresholds, (LevelThresholds{20, 30, 40, 50}));
}

TEST(Levels, missing_figures_do_not_move_the_thresholds) {
    const double missing = std::numeric_limits<double>::quiet_NaN();

    EXPECT_EQ(fifths(std::vector{60.0, 10.0, missing, 50.0, 20.0, 40.0, 30.0}),
              fifths(std::vector{60.0, 10.0, 50.0, 20.0, 40.0, 30.0}));
    EXPECT_FALSE(fifths(std::vector{missing}));
}

TEST(Levels, a_level_begins_at_its_threshold) {
    const LevelThresholds thresholds{1, 2, 3, 4};

    EXPECT_EQ(level_of(0.99, thresholds), 0U);
    EXPECT_EQ(level_of(1.0, thresholds), 1U);
    EXPECT_EQ(level_of(3.5, thresholds), 3U);
    EXPECT_EQ(level_of(4.0, thresholds), 4U);
    EXPECT_FALSE(level_of(std::numeric_limits<double>::quiet_NaN(), thresholds));
}

TEST(Levels, the_legend_names_every_threshold) {
    EXPECT_EQ(level_legend({0.1, 0.2, 0.3, 0.4}),
              "L below 0.10, LM from 0.10, M from 0.20, MH from 0.30, H from 0.40");
}

/// Relative luminance of a colour "#rrggbb" by WCAG 2.
double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

TEST(Levels, letters_are_legible_on_every_shade_on_screen_and_in_print) {
    const std::regex rule(
        R"(\.level-([A-Z]+) \{ background: (#[0-9a-f]{6}); color: (#[0-9a-f]{6}))");
    const std::string style(page_style);
    std::size_t num_rules = 0;

    for (std::sregex_iterator at(style.begin(), style.end(), rule), end; at != end; ++at) {
        const double paper = luminance((*at)[2]);
        const double ink = luminance((*at)[3]);
        const double contrast = (std::max(paper, ink) + 0.05) / (std::min(paper, ink) + 0.05);
        // 4.5 is the least contrast WCAG 2 level AA asks of small text.
        EXPECT_GE(contrast, 4.5) << (*at)[0];
        ++num_rules;
    }

    EXPECT_EQ(num_rules, 10U) << "five levels on screen and five in print";
}

TEST(Levels, shades_darken_from_low_to_high) {
    const std::regex rule(R"(\.level-[A-Z]+ \{ background: (#[0-9a-f]{6}))");
    const std::string style(page_style);
    std::vector<double> paper;

    for (std::sregex_iterator at(style.begin(), style.end(), rule), end; at != end; ++at) {
        paper.push_back(luminance((*at)[1]));
    }

    ASSERT_EQ(paper.size(), 10U);
    for (const std::size_t level : {1, 2, 3, 4, 6, 7, 8, 9}) {
        EXPECT_LT(paper[level], paper[level - 1]) << "rule " << level;
    }
}

}  // namespace
}  // namespace entente

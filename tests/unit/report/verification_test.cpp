#include "entente/report/verification.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace entente {
namespace {

TEST(Verification, a_figure_agrees_within_its_tolerance) {
    const VerifiedFigure exact{.ours = 1.314, .theirs = 1.31, .tolerance = 0.005};

    EXPECT_TRUE(exact.agrees());
    EXPECT_FALSE((VerifiedFigure{.ours = 1.316, .theirs = 1.31, .tolerance = 0.005}.agrees()));
    EXPECT_FALSE((VerifiedFigure{.ours = 1.304, .theirs = 1.31, .tolerance = 0.005}.agrees()));
}

TEST(Verification, a_lower_bound_may_be_passed) {
    EXPECT_TRUE((VerifiedFigure{.ours = 5.0, .theirs = 0.0, .is_lower_bound = true}.agrees()));
    EXPECT_FALSE((VerifiedFigure{.ours = -0.1, .theirs = 0.0, .is_lower_bound = true}.agrees()));
}

TEST(Verification, different_figures_are_counted_and_worlds_named) {
    const Verification verification{
        .worlds = {{.name = "first"}, {.name = "second"}},
        .figures = {{.experiment = "E", .figure = "bound", .ours = 1.0, .is_lower_bound = true},
                    {.experiment = "E", .figure = "other", .ours = 1.0, .theirs = 2.0}}};

    EXPECT_EQ(verification.num_different(), 1U);
    const std::string text = render(verification, {.format = Format::json});
    EXPECT_THAT(text, ::testing::HasSubstr("at least"));
    EXPECT_THAT(text, ::testing::HasSubstr("second"));
}

TEST(Verification, ranges_are_set_side_by_side_and_count_as_no_miss) {
    const double nan = std::nan("");
    Verification verification{.worlds = {{.name = "w"}}};
    verification.liberation_day = {{"none", "USA", -0.1, 0.0, -0.01, 1.1, "S"},
                                   {"none", "CHN", -0.3, -0.2, nan, nan, "S"},
                                   {"none", "EU27", -0.2, -0.1, -0.9, -0.8, "S"},
                                   {"none", "JPN", -0.9, -0.8, -0.2, -0.1, "S"}};

    const std::string text = render(verification, {.format = Format::text});

    EXPECT_EQ(verification.num_different(), 0U);
    EXPECT_THAT(text, ::testing::ContainsRegex("overlap +none +USA"));
    EXPECT_THAT(text, ::testing::ContainsRegex("not published +none +CHN"));
    EXPECT_THAT(text, ::testing::ContainsRegex("ours higher +none +EU27"));
    EXPECT_THAT(text, ::testing::ContainsRegex("ours lower +none +JPN"));
    EXPECT_THAT(text, ::testing::HasSubstr("nothing is fitted"));
}

}  // namespace
}  // namespace entente

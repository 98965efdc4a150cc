#include "entente/study/country/profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/exposure/table.hpp"
#include "support/power_worlds.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

const World& world() {
    static const World built(testing::two_powers());
    return built;
}

constexpr double rounding = 1e-14;

TEST(CountryProfile, losses_agree_with_the_exposure_table) {
    const CountryProfile profile = make_country_profile(world(), {.country = "DEU"});
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}, .countries = {"DEU"}});

    ASSERT_EQ(profile.poles.size(), 2U);
    EXPECT_EQ(profile.poles[0].all.country, table.rows[0].total);
    EXPECT_EQ(profile.poles[0].imports.country, table.rows[0].imports);
    EXPECT_EQ(profile.poles[0].exports.country, table.rows[0].exports);
    EXPECT_EQ(profile.poles[0].all.power, table.rows[0].reverse);
    EXPECT_EQ(profile.poles[0].all.exact_country, table.rows[0].equilibrium);
    EXPECT_EQ(profile.poles[0].all.exact_power, table.rows[0].equilibrium_reverse);
}

TEST(CountryProfile, partners_run_from_the_largest) {
    const CountryProfile profile = make_country_profile(world(), {.country = "DEU", .top = 2});

    ASSERT_EQ(profile.partners.size(), 2U);
    EXPECT_EQ(profile.partners[0].code, "USA");
    EXPECT_EQ(profile.partners[0].exports, 10.0);
    EXPECT_EQ(profile.partners[0].imports, 10.0);
    EXPECT_NEAR(profile.partners[0].trade_share, 20.0 / 45.0, rounding);
    EXPECT_EQ(profile.exports, 25.0);
    EXPECT_EQ(profile.imports, 20.0);
}

TEST(CountryProfile, sectors_run_from_the_largest_loss) {
    const World inputs(testing::three_countries());

    const CountryProfile profile =
        make_country_profile(inputs, {.country = "CCC", .poles = {"AAA", "BBB"}});

    const auto& sectors = profile.poles[0].by_loss;
    ASSERT_EQ(sectors.size(), 2U);
    EXPECT_EQ(sectors[0].sector, "GDS");
    EXPECT_GT(sectors[0].loss, sectors[1].loss);
}

TEST(CountryProfile, a_power_s_own_profile_leaves_itself_out) {
    const CountryProfile profile = make_country_profile(world(), {.country = "USA"});

    ASSERT_EQ(profile.poles.size(), 1U);
    EXPECT_EQ(profile.poles[0].pole.code, "CHN");
    EXPECT_THROW(make_country_profile(world(), {.country = "USA", .poles = {"USA"}}), OptionError);
}

TEST(CountryProfile, every_format_can_be_written) {
    const CountryProfile profile = make_country_profile(world(), {.country = "VNM"});

    for (const Format format :
         {Format::text, Format::csv, Format::json, Format::md, Format::html}) {
        EXPECT_THAT(render(profile, {.format = format}), ::testing::HasSubstr("VNM"));
    }
}

TEST(CountryProfile, an_unknown_country_is_refused) {
    EXPECT_THROW(make_country_profile(world(), {.country = "XXX"}), OptionError);
}

TEST(CountryStory, has_five_steps_with_sentences_whatever_is_missing) {
    for (const char* code : {"DEU", "VNM", "USA"}) {
        const CountryProfile profile = make_country_profile(world(), {.country = code});
        ASSERT_EQ(profile.story.size(), 5U) << code;
        for (std::size_t k = 0; k < profile.story.size(); ++k) {
            EXPECT_TRUE(profile.story[k].title.starts_with(std::to_string(k + 1))) << code;
            EXPECT_FALSE(profile.story[k].sentences.empty()) << code;
        }
    }
}

TEST(CountryStory, says_that_there_is_no_score_no_risk_and_no_standing_shock) {
    const CountryProfile profile = make_country_profile(world(), {.country = "DEU"});
    std::string all;
    for (const StoryStep& step : profile.story) {
        for (const std::string& sentence : step.sentences) all += sentence + "\n";
    }

    EXPECT_THAT(all, ::testing::HasSubstr("Not measured: a power itself does not hedge"));
    EXPECT_THAT(all, ::testing::HasSubstr("risk of a partial reversal has no figure"));
    EXPECT_THAT(all, ::testing::HasSubstr("Not solved for the tariffs of the United States"));
}

TEST(CountryStory, at_a_short_horizon_it_says_so_and_names_no_column_of_the_long_run) {
    const CountryProfile profile =
        make_country_profile(world(), {.country = "DEU", .horizon = "1"});

    EXPECT_TRUE(profile.story[0].figures[0].column.empty());
    EXPECT_TRUE(profile.story[3].figures[0].column.empty());
    EXPECT_THAT(profile.story[3].sentences.back(), ::testing::HasSubstr("1 year after"));
}

TEST(CountryStory, losses_are_those_of_the_profile_and_columns_can_be_explained) {
    const CountryProfile profile = make_country_profile(world(), {.country = "DEU"});
    const auto columns =
        detail::explainable_columns({profile.poles[0].pole, profile.poles[1].pole});

    EXPECT_EQ(profile.story[0].figures[0].value,
              number_cell(100.0 * profile.poles[0].all.exact_country));
    for (const StoryStep& step : profile.story) {
        for (const StoryFigure& figure : step.figures) {
            if (figure.column.empty()) continue;
            EXPECT_NO_THROW(detail::column_named(columns, figure.column)) << figure.column;
        }
    }
}

}  // namespace
}  // namespace entente

// The risk tasks on the layers that come with entente.

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/study/risk/early_warning.hpp"
#include "entente/study/risk/landscape.hpp"
#include "entente/study/risk/layers.hpp"
#include "entente/study/risk/network.hpp"
#include "entente/study/risk/tipping.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

const LayerSet& layers() {
    static const LayerSet set = [] {
        const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
        LayerSet all;
        for (const char* name : {"totals", "geography", "votes", "security"}) {
            all.add(open_layer(WorldCatalog({}), (folder / name).string()));
        }
        return all;
    }();
    return set;
}

RiskLandscapeOptions twelve() {
    RiskLandscapeOptions options;
    options.actors = {"12"};
    options.draws = 30;
    return options;
}

const LandscapeRow& row_of(const LandscapeReport& report, const std::string& code) {
    return *std::ranges::find_if(report.rows,
                                 [&](const LandscapeRow& row) { return row.code == code; });
}

TEST(RiskTasks, powers_stand_apart_with_their_closest_partners) {
    const LandscapeReport report = make_landscape(twelve(), layers());

    EXPECT_EQ(report.rows.size(), 12U);
    EXPECT_FALSE(row_of(report, "CHN").is_with_first);
    EXPECT_FALSE(row_of(report, "RUS").is_with_first);
    for (const char* ally : {"GBR", "DEU", "JPN"}) {
        EXPECT_TRUE(row_of(report, ally).is_with_first) << ally;
    }
}

TEST(RiskTasks, landscape_does_not_depend_on_threads) {
    auto options = twelve();
    options.threads = 1;
    const std::string one = render(make_landscape(options, layers()), {.format = Format::json});
    options.threads = 3;

    EXPECT_EQ(one, render(make_landscape(options, layers()), {.format = Format::json}));
}

TEST(RiskTasks, pacts_are_those_of_docs) {
    const auto loaded = detail::load_for_risk(layers(), {"geography", "votes", "security"});
    const auto pacts = detail::pact_part(loaded, {"USA", "JPN", "DEU", "FRA", "BRA", "RUS"}, 2023);

    // Japan with the United States; Germany and France in NATO; Japan and Germany share a
    // guarantor; Brazil through the Rio Treaty alone, and half of that with Japan.
    EXPECT_DOUBLE_EQ(pacts.values(0, 1), 1.0);
    EXPECT_DOUBLE_EQ(pacts.values(2, 3), 1.0);
    EXPECT_DOUBLE_EQ(pacts.values(1, 2), 0.5);
    EXPECT_DOUBLE_EQ(pacts.values(0, 4), 0.25);
    EXPECT_DOUBLE_EQ(pacts.values(1, 4), 0.125);
    EXPECT_DOUBLE_EQ(pacts.values(0, 5), 0.0);
}

TEST(RiskTasks, actors_are_the_largest_with_the_guarantors) {
    const auto loaded = detail::load_for_risk(layers(), {"geography", "votes", "security"});
    const auto actors = detail::risk_actors(loaded, {"5"}, 2023, 24);

    EXPECT_EQ(actors.front(), "USA");
    EXPECT_EQ(actors.size(), 5U);
    EXPECT_THAT(actors, Contains("RUS"));
}

TEST(RiskTasks, landscape_refuses_requests_without_sense) {
    const auto refusal = [&](auto&& change) {
        auto options = twelve();
        change(options);
        try {
            make_landscape(options, layers());
        } catch (const OptionError& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };

    EXPECT_THAT(refusal([](auto& o) { o.actors = {"DEU", "FRA", "XXQ"}; }), HasSubstr("XXQ"));
    EXPECT_THAT(refusal([](auto& o) { o.actors = {"DEU", "FRA", "USA"}; }), HasSubstr("CHN"));
    EXPECT_THAT(refusal([](auto& o) { o.actors = {"DEU", "USA"}; }), HasSubstr("3 to 24"));
    EXPECT_THAT(refusal([](auto& o) { o.actors = {"25"}; }), HasSubstr("3 to 24"));
    EXPECT_THAT(refusal([](auto& o) { o.year = 2099; }), HasSubstr("2099"));
    EXPECT_THAT(refusal([](auto& o) { o.weights = {"trade=1"}; }), HasSubstr("trade=1"));
    EXPECT_THAT(refusal([](auto& o) { o.weights = {"votes=-1"}; }), HasSubstr("below zero"));
    EXPECT_THAT(refusal([](auto& o) {
                    o.weights = {"votes=0", "pacts=0", "rivalry=0"};
                }),
                HasSubstr("all zero"));
    EXPECT_THAT(refusal([](auto& o) { o.rivals = {"USACHN"}; }), HasSubstr("USA-CHN"));
    EXPECT_THROW(make_landscape(twelve(), LayerSet{}), OptionError);
}

// beta = 1, J = 2: the numbers of docs/theory/tipping.md.
TEST(RiskTasks, tipping_of_the_default_parameters) {
    const TippingReport report = make_tipping({});

    EXPECT_NEAR(report.fold_alignment.value(), 0.70711, 5e-6);
    EXPECT_NEAR(report.jump_up.value(), 0.53284, 5e-6);
    EXPECT_NEAR(report.limit_threshold, 0.5, 1e-12);
    EXPECT_EQ(report.steady_states.size(), 3U);
}

TEST(RiskTasks, tipping_refuses_what_is_no_number) {
    EXPECT_THROW(make_tipping({.sharpness = "high"}), OptionError);
    EXPECT_THROW(make_tipping({.penalty = "0"}), OptionError);
}

TEST(RiskTasks, early_warning_states_what_the_test_is_worth) {
    RiskEarlyWarningOptions options{.country = "FRA"};
    options.surrogates = 99;
    options.series = 20;
    const EarlyWarningReport report = make_early_warning(options, layers());

    EXPECT_GT(report.years.size(), 60U);
    ASSERT_EQ(report.indicators.size(), 2U);
    EXPECT_FALSE(report.years.front().variance.has_value());
    EXPECT_TRUE(report.years.back().variance.has_value());
    options.country = "USA";
    EXPECT_THROW(make_early_warning(options, layers()), OptionError);
    options.country = "SSD";
    EXPECT_THROW(make_early_warning(options, layers()), OptionError);
}

TEST(RiskTasks, network_counts_alliances_and_what_defence_does_not_need) {
    RiskNetworkOptions options;
    options.actors = {"12"};
    const NetworkReport report = make_network(options, layers());

    EXPECT_GT(report.num_alliances, 5U);
    EXPECT_LE(report.spare.size(), report.num_alliances);
    EXPECT_EQ(report.trade_year, 2023);
    options.advantage = "0";
    EXPECT_THROW(make_network(options, layers()), OptionError);
}

}  // namespace
}  // namespace entente

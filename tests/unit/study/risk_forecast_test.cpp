// Today's risk on the layers that come with entente: its shape is that of the trial in which the
// method was fixed, and nothing of hedging enters it.

#include "entente/study/risk/forecast.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/study/risk/column.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

std::string data_path(const std::string& name) {
    return (std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name).string();
}

LayerSet layers(const std::vector<std::string>& names) {
    LayerSet set;
    for (const std::string& name : names) set.add(open_layer(WorldCatalog({}), data_path(name)));
    return set;
}

LayerSet risk_layers() {
    return layers({"panel", "security", "votes", "positions"});
}

RiskTaskOptions few_draws(std::vector<std::string> countries) {
    return {.countries = std::move(countries), .draws = 256, .world = data_path("world-2023")};
}

RiskTable risk_of(RiskTaskOptions options) {
    return make_risk_table(WorldCatalog({}), risk_layers(), options);
}

const RiskRow& row(const RiskTable& table, const std::string& code) {
    return *std::ranges::find(table.rows, code, &RiskRow::code);
}

TEST(RiskTask, close_allies_lie_low_and_cannot_be_told_apart_and_gulf_partners_lie_high) {
    const RiskTable table = risk_of(few_draws({"DEU", "JPN", "GBR", "SAU", "EGY", "PHL", "IDN"}));

    EXPECT_EQ(table.year, 2023);
    EXPECT_NEAR(table.base_rate, 0.08, 0.01);
    EXPECT_TRUE(row(table, "DEU").is_not_separable());
    EXPECT_TRUE(row(table, "JPN").is_not_separable());
    for (const char* high : {"SAU", "EGY", "PHL"}) {
        for (const char* low : {"DEU", "JPN", "GBR"}) {
            EXPECT_GT(row(table, high).probability, 1.5 * row(table, low).probability)
                << high << " over " << low;
        }
    }
    EXPECT_FALSE(row(table, "IDN").is_partner);
    EXPECT_EQ(row(table, "DEU").precedents.size(), 5U);
    EXPECT_EQ(row(table, "DEU").blocks.size(), 4U);
}

TEST(RiskTask, threads_change_nothing_and_a_group_is_the_range_of_its_members) {
    RiskTaskOptions options = few_draws({"ASEAN"});
    options.threads = 1;
    const RiskTable one = risk_of(options);
    options.threads = 2;
    const RiskTable two = risk_of(options);

    ASSERT_FALSE(one.rows.empty());
    EXPECT_TRUE(one.rows.front().is_group());
    double lowest = 1.0;
    for (std::size_t k = 1; k < one.rows.size(); ++k) {
        EXPECT_EQ(one.rows[k].probability, two.rows[k].probability);
        lowest = std::min(lowest, one.rows[k].probability);
    }
    EXPECT_EQ(one.rows.front().low, lowest);
}

TEST(RiskTask, an_assumption_moves_its_own_country_and_is_named) {
    RiskTaskOptions options = few_draws({"PHL", "DEU"});
    options.assume = {"PHL:polyarchy=0.9"};

    const RiskTable table = risk_of(options);

    EXPECT_LT(*row(table, "PHL").change, 0.0) << "more democracy, less risk in the past";
    EXPECT_EQ(*row(table, "DEU").change, 0.0);
    ASSERT_EQ(table.scenario_notes.size(), 1U);
    EXPECT_THAT(table.scenario_notes.front(), HasSubstr("Assumed: PHL polyarchy = 0.9"));
}

TEST(RiskTask, chinese_finance_and_us_policy_add_what_they_say) {
    RiskTaskOptions options = few_draws({"IDN", "DEU"});
    options.assume = {"IDN:chinese_finance=x4"};
    options.us_policy = "0.2:0.4";

    const RiskTable table = risk_of(options);

    EXPECT_GT(*row(table, "IDN").share_rising, 0.9);
    EXPECT_GT(*row(table, "DEU").share_rising, 0.9) << "a partner";
    EXPECT_EQ(table.scenario_notes.size(), 2U);
}

TEST(RiskTask, a_scenario_moves_risk_through_trade_alone) {
    RiskTaskOptions options = few_draws({"MEX", "DEU"});
    options.scenario =
        (std::filesystem::path(ENTENTE_SOURCE_DIR) / "scenarios" / "us-plus-10-on-all.toml")
            .string();

    const RiskTable table = risk_of(options);

    EXPECT_GT(*row(table, "MEX").change, 0.0) << "tariffs cut the share of the United States";
    EXPECT_THAT(table.scenario_notes.front(), HasSubstr("association"));
}

TEST(RiskTask, every_mistake_is_named_at_once) {
    RiskTaskOptions options = few_draws({"PHL"});
    options.assume = {"PHX:polyarchy=0.5", "PHL:polyarky=0.5", "PHL:polyarchy=5", "PHL"};
    options.us_policy = "0.4:0.2";

    EXPECT_THAT([&] { risk_of(options); },
                ThrowsMessage<OptionError>(
                    AllOf(HasSubstr("no state PHX"), HasSubstr("Did you mean PHL?"),
                          HasSubstr("no variable polyarky"), HasSubstr("between 0 and 1"),
                          HasSubstr("CODE:VARIABLE=VALUE"), HasSubstr("us-policy is 0.4:0.2"))));
    EXPECT_THAT([] { risk_of(few_draws({"ZZZ"})); },
                ThrowsMessage<OptionError>(HasSubstr("ZZZ: the panel of 2023 has no such state")));
    EXPECT_THAT([] { make_risk_table(WorldCatalog({}), layers({"votes"}), few_draws({"DEU"})); },
                ThrowsMessage<OptionError>(HasSubstr("panel")));
}

TEST(RiskColumn, is_the_same_whatever_the_ledger_says_and_empty_for_other_powers) {
    const std::vector<std::string> pair{"USA", "CHN"};
    const detail::RiskColumn without(risk_layers(), pair, 256, 1, 0);
    const detail::RiskColumn with(
        layers({"panel", "security", "votes", "positions", "signals", "finance"}), pair, 256, 1, 0);
    const detail::RiskColumn others(risk_layers(), {"USA", "RUS"}, 256, 1, 0);

    for (const char* code : {"DEU", "PHL", "IDN"}) {
        EXPECT_EQ(without.country(code)->probability, with.country(code)->probability);
        EXPECT_FALSE(others.country(code));
    }
    EXPECT_FALSE(without.country("RUS"));
    EXPECT_THAT(without.country("IDN")->label, HasSubstr("not a partner"));
    EXPECT_EQ(without.group({"DEU", "PHL"})->low, without.country("DEU")->probability);
    EXPECT_FALSE(without.group({"RUS"}));
}

}  // namespace
}  // namespace entente

#include "entente/scenario/change.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {
namespace {

Change tariff(const std::string& text) {
    return parse_change(MeasureKind::tariff, text).value();
}

Change trade_cost(const std::string& text) {
    return parse_change(MeasureKind::trade_cost, text).value();
}

TEST(ScenarioChange, tariffs_take_points_factors_rates_and_tables) {
    EXPECT_EQ(tariff("+10pp"), (Change{ChangeKind::add, 0.10}));
    EXPECT_EQ(tariff("-5pp"), (Change{ChangeKind::add, -0.05}));
    EXPECT_EQ(tariff("+2.5pp"), (Change{ChangeKind::add, 0.025}));
    EXPECT_EQ(tariff("-50%"), (Change{ChangeKind::scale, 0.5}));
    EXPECT_EQ(tariff("+20%"), (Change{ChangeKind::scale, 1.2}));
    EXPECT_EQ(tariff("-100%"), (Change{ChangeKind::scale, 0.0}));
    EXPECT_EQ(tariff("=25%"), (Change{ChangeKind::set, 0.25}));
    EXPECT_EQ(tariff("=0%"), (Change{ChangeKind::set, 0.0}));
    EXPECT_EQ(tariff("table:2005"), (Change{ChangeKind::table, 0.0, "2005"}));
    EXPECT_EQ(tariff("swiss:8"), (Change{ChangeKind::swiss, 0.08}));
}

// With a coefficient of 8 percent: 8 becomes 8 x 8 / 16 = 4, 24 becomes 8 x 24 / 32 = 6.
TEST(ScenarioChange, the_swiss_formula_cuts_high_rates_most_and_leaves_subsidies) {
    const Change formula = tariff("swiss:8");

    EXPECT_DOUBLE_EQ(changed_rate(0.08, formula), 0.04);
    EXPECT_DOUBLE_EQ(changed_rate(0.24, formula), 0.06);
    EXPECT_EQ(changed_rate(0.0, formula), 0.0);
    EXPECT_EQ(changed_rate(-0.08, formula), -0.08);
}

TEST(ScenarioChange, trade_costs_take_factors_percent_and_partial_effects) {
    EXPECT_EQ(trade_cost("x0.9"), (Change{ChangeKind::scale, 0.9}));
    EXPECT_EQ(trade_cost("+5%"), (Change{ChangeKind::scale, 1.05}));
    EXPECT_EQ(trade_cost("-5%"), (Change{ChangeKind::scale, 0.95}));
    EXPECT_EQ(trade_cost("beta:0.5"), (Change{ChangeKind::partial_effect, 0.5}));
    EXPECT_EQ(trade_cost("beta:-1.5"), (Change{ChangeKind::partial_effect, -1.5}));
}

TEST(ScenarioChange, other_texts_are_no_change_of_a_tariff) {
    const std::vector<std::string> texts{
        "",       "10pp",  "10%",    "+10",     "pp",       "+pp",     "+%",    "+-5%",
        "=25",    "=%",    "table:", "-101%",   "x0.9",     "=NA%",    "+2,5%", "+infpp",
        "beta:1", "=25%%", "swiss:", "swiss:0", "swiss:-8", "swiss:8%"};

    for (const std::string& text : texts) {
        EXPECT_FALSE(parse_change(MeasureKind::tariff, text)) << text;
    }
}

TEST(ScenarioChange, other_texts_are_no_change_of_a_trade_cost) {
    const std::vector<std::string> texts{"",           "x",     "x0",      "x-1",      "5%",
                                         "-100%",      "beta:", "beta:51", "beta:-51", "+5pp",
                                         "table:2005", "=5%",   "X0.9"};

    for (const std::string& text : texts) {
        EXPECT_FALSE(parse_change(MeasureKind::trade_cost, text)) << text;
    }
}

TEST(ScenarioChange, only_tariffs_and_trade_costs_have_changes) {
    for (const MeasureKind kind :
         {MeasureKind::export_control, MeasureKind::import_ban, MeasureKind::cut_off,
          MeasureKind::fta, MeasureKind::finance_offer}) {
        EXPECT_FALSE(parse_change(kind, "+5%"));
        EXPECT_TRUE(forms_of_change(kind).empty());
    }
    EXPECT_FALSE(forms_of_change(MeasureKind::tariff).empty());
    EXPECT_FALSE(forms_of_change(MeasureKind::trade_cost).empty());
}

}  // namespace
}  // namespace entente

// Measures in words.

#include "entente/report/policy/scenario_sentence.hpp"

#include <gtest/gtest.h>

#include <string>

#include "entente/scenario/scenario_reader.hpp"

namespace entente {
namespace {

/// The sentence of one measure of the United States on China.
std::string sentence(const std::string& keys) {
    const ScenarioNames names{.countries = {{"USA", "United States"}, {"CHN", "China"}},
                              .sectors = {{"MVH", "Motor vehicles"}}};
    const Scenario scenario = parse_scenario(
        "title = \"T\"\n[[measure]]\nby = \"USA\"\non = [\"CHN\", \"ASEAN\"]\n" + keys,
        "plan.toml");
    return sentence_of(scenario.measures.at(0), names);
}

TEST(ScenarioSentence, tariffs_are_told_with_sectors_and_days) {
    EXPECT_EQ(
        sentence("kind = \"tariff\"\nchange = \"+10pp\"\nsectors = [\"MVH\", \"MET\"]\n"
                 "valid_from = 2025-04-03\nvalid_until = 2026-04-02\n"),
        "Tariffs of United States on goods from China and ASEAN rise by 10 percentage points, "
        "in Motor vehicles and MET, from 2025-04-03 until 2026-04-02.");
    EXPECT_EQ(sentence("kind = \"tariff\"\nchange = \"-2.5pp\"\n"),
              "Tariffs of United States on goods from China and ASEAN fall by 2.5 percentage "
              "points, in all sectors.");
}

TEST(ScenarioSentence, a_quota_is_told_with_both_rates_and_its_rent) {
    EXPECT_EQ(sentence("kind = \"tariff_rate_quota\"\nsectors = \"MVH\"\nquota = \"120%\"\n"
                       "in_quota = \"=10%\"\nout_of_quota = \"=35%\"\n"),
              "Tariffs of United States on goods from China and ASEAN become 10 percent up to 120 "
              "percent of the volume of the baseline and become 35 percent beyond it, in Motor "
              "vehicles; the rent goes to the exporter.");
}

TEST(ScenarioSentence, a_subsidy_is_aimed_at_nobody) {
    const Scenario scenario = parse_scenario(
        "title = \"T\"\n[[measure]]\nkind = \"subsidy\"\nby = \"USA\"\nchange = \"=10%\"\n",
        "plan.toml");

    EXPECT_EQ(sentence_of(scenario.measures.at(0), {.countries = {{"USA", "United States"}}}),
              "Subsidies of United States on what it makes become 10 percent, in all sectors.");
}

TEST(ScenarioSentence, tariffs_that_are_chosen_name_who_chooses) {
    const Retaliation answer{
        .rule = RetaliationRule::optimal, .by = {"EU27", "CHN"}, .against = {"USA"}};

    EXPECT_EQ(sentence_of(answer, {}),
              "EU27 and CHN each choose one tariff on goods from USA that serves themselves best.");
}

TEST(ScenarioSentence, every_form_of_a_tariff_has_words) {
    const auto end = [](const std::string& change) {
        const std::string text = sentence("kind = \"tariff\"\nchange = \"" + change + "\"\n");
        const std::size_t start = text.find("ASEAN ") + 6;
        return text.substr(start, text.find(", in all") - start);
    };

    EXPECT_EQ(end("-50%"), "are cut by 50 percent of what they were");
    EXPECT_EQ(end("+20%"), "are raised by 20 percent of what they were");
    EXPECT_EQ(end("-100%"), "end");
    EXPECT_EQ(end("=25%"), "become 25 percent");
    EXPECT_EQ(end("table:2005"), "become those of the table 2005");
    EXPECT_EQ(end("swiss:8"), "are cut by the Swiss formula with a coefficient of 8 percent");
}

TEST(ScenarioSentence, every_other_kind_has_words) {
    EXPECT_EQ(sentence("kind = \"trade_cost\"\nchange = \"x0.9\"\n"),
              "The cost of imports of United States from China and ASEAN falls by 10 percent, in "
              "all sectors.");
    EXPECT_EQ(sentence("kind = \"trade_cost\"\nchange = \"beta:0.5\"\ndirection = \"exports\"\n"),
              "Exports of United States to China and ASEAN at given prices and incomes are "
              "multiplied by exp(0.5), in all sectors.");
    EXPECT_EQ(
        sentence("kind = \"export_control\"\nshare = 0.25\n"),
        "25 percent of the exports of United States to China and ASEAN stop, in all sectors.");
    EXPECT_EQ(sentence("kind = \"import_ban\"\n"),
              "Imports of United States from China and ASEAN stop, in all sectors.");
    EXPECT_EQ(
        sentence("kind = \"cut_off\"\n"),
        "Imports and exports between United States and China and ASEAN stop, in all sectors.");
    EXPECT_EQ(sentence("kind = \"fta\"\ntariff = \"=0%\"\ntrade_cost = \"-5%\"\n"),
              "An agreement between United States and China and ASEAN: tariffs between United "
              "States and China and ASEAN become 0 percent, and the cost of trade between United "
              "States and China and ASEAN falls by 5 percent, in all sectors.");
    EXPECT_EQ(sentence("kind = \"investment_screening\"\n"),
              "United States: investment from China and ASEAN is screened, without effect on trade "
              "in this model.");
    EXPECT_EQ(sentence("kind = \"finance_offer\"\n"),
              "United States: finance is offered to China and ASEAN, without effect on trade in "
              "this model.");
}

TEST(ScenarioSentence, answers_have_words) {
    EXPECT_EQ(sentence_of(Retaliation{}, {}), "");
    EXPECT_EQ(sentence_of(Retaliation{.rule = RetaliationRule::reciprocal, .against = {"USA"}}, {}),
              "All countries answer tariffs raised by USA with the same number of points in the "
              "same sectors.");
    EXPECT_EQ(
        sentence_of(Retaliation{.rule = RetaliationRule::proportional,
                                .by = {"CHN"},
                                .against = {"USA"},
                                .factor = 0.5},
                    {}),
        "CHN answer tariffs raised by USA with 0.5 times as many points in the same sectors.");
}

}  // namespace
}  // namespace entente

// Every column of the heat map, for every economy of the bundled world: the parts shown give the
// figure again, or the explanation says that it cannot be taken apart.

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <set>

#include "entente/base/whole_file.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "support/bundled_data.hpp"
#include "support/explained_parts.hpp"

namespace entente::detail {
namespace {

using ::testing::IsEmpty;

const World& world() {
    return testing::bundled_world();
}

const LayerSet& layers() {
    return testing::bundled_layers();
}

HeatMapOptions few_draws(const std::string& method) {
    return {.method = method, .draws = 64};
}

/// Labels of formulas that their page does not have.
void find_missing_labels(const Explanation& explanation, std::set<std::string>& missing) {
    for (const ExplanationStep& step : explanation.steps) {
        const std::size_t begin = step.formula.find("[eq:");
        if (step.page.empty() || begin == std::string::npos) continue;
        static std::map<std::string, std::string> pages;
        const auto [page, is_new] = pages.try_emplace(step.page);
        if (is_new) {
            page->second = read_whole_file(std::filesystem::path(ENTENTE_SOURCE_DIR) / "docs" /
                                           "theory" / step.page);
        }
        const std::string label =
            step.formula.substr(begin, step.formula.find(']', begin) + 1 - begin);
        if (page->second.find(label) == std::string::npos) missing.insert(step.page + label);
    }
}

/// Columns of all rows that pass a test; how many figures had parts that gave them again.
std::size_t check_columns(const ExplainData& all, bool (*is_wanted)(const ExplainableColumn&)) {
    std::size_t num_taken_apart = 0;
    std::set<std::string> missing_labels;
    const auto columns = explainable_columns(all.map().poles);
    for (const auto* rows : {&all.map().countries, &all.map().groups}) {
        for (const HeatMapRow& row : *rows) {
            for (const ExplainableColumn& column : columns) {
                if (!is_wanted(column)) continue;
                const Explanation explanation = explain_column(all, column, row.code);
                testing::expect_parts_give_the_figure(explanation);
                find_missing_labels(explanation, missing_labels);
                const bool has_parts = !explanation.steps.empty() &&
                                       explanation.steps.front().rule != PartRule::beside;
                num_taken_apart += has_parts ? 1 : 0;
            }
        }
    }
    EXPECT_THAT(missing_labels, IsEmpty());
    return num_taken_apart;
}

TEST(Explanations, parts_give_the_figures_of_every_economy_that_need_no_solve) {
    const ExplainData all(world(), layers(), few_draws("closed_form"));

    const std::size_t num_taken_apart =
        check_columns(all, [](const ExplainableColumn& column) { return !column.needs_losses; });

    ASSERT_GT(all.map().countries.size(), 70U);
    EXPECT_GT(num_taken_apart, 15 * all.map().countries.size());
}

TEST(Explanations, parts_give_the_losses_in_closed_form_of_every_economy) {
    const ExplainData all(world(), layers(), few_draws("closed_form"));

    EXPECT_GT(
        check_columns(all, [](const ExplainableColumn& column) { return column.needs_losses; }),
        4 * all.map().countries.size());
}

TEST(Explanations, parts_give_the_exact_losses_of_every_economy) {
    LayerSet none;
    const ExplainData all(world(), none, few_draws("ge"));

    EXPECT_GT(
        check_columns(all, [](const ExplainableColumn& column) { return column.needs_losses; }),
        4 * all.map().countries.size());
}

TEST(Explanations, every_column_of_the_heat_map_can_be_explained) {
    HeatMap map;
    map.poles = {Pole{"USA", "United States"}, Pole{"CHN", "China"}};
    std::set<std::string> known;
    for (const ExplainableColumn& column : explainable_columns(map.poles)) {
        EXPECT_TRUE(known.insert(column.name).second) << column.name << " twice";
        for (const std::string& other : column.other_names) {
            EXPECT_TRUE(known.insert(other).second) << other << " twice";
        }
        EXPECT_FALSE(column.meaning.empty()) << column.name;
    }

    std::vector<std::string> missing;
    for (const Column& column : heat_map_table(map).columns) {
        if (!known.contains(column.name)) missing.push_back(column.name);
    }

    EXPECT_THAT(missing, IsEmpty());
}

}  // namespace
}  // namespace entente::detail

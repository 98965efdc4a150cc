#pragma once

// Task `explain`: where one figure of the heat map, or of a measure beside it, comes from.

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/report/explain/explanation.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct ExplainOptions {
    std::string country{};
    std::string column{};
    /// Instead, all columns that can be explained.
    bool list = false;
    std::string world = default_world;
    std::vector<std::string> poles{"USA", "CHN"};
    /// As those of the heat map.
    std::string method = "ge";
    std::string layers{};
    std::string as_of{};
    /// Of votes and agreements by year.
    std::size_t year = 0;
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    std::size_t seed = HedgingDrawOptions{}.seed;
    std::size_t threads = 0;
};

template <class Visitor>
void describe(ExplainOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country",
                     .value = "COUNTRY",
                     .text = "Code of a row of the heat map, such as VNM or EU27; for poles, votes "
                             "and agreements also a power, a state, or WLD for everybody",
                     .is_positional = true},
          options.country);
    visit(OptionText{.name = "column",
                     .value = "COLUMN",
                     .text = "A column of the heat map, such as exposure_us_pct or hedging, or of "
                             "poles, isolation or links, such as lost_share",
                     .is_positional = true},
          options.column);
    visit(OptionText{.name = "list", .value = "", .text = "Show every column there is, instead"},
          options.list);
    describe_world(options.world, visit);
    visit(
        OptionText{
            .name = "poles", .value = "CODE,CODE", .text = "The two powers, countries or groups"},
        options.poles);
    visit(OptionText{.name = "method",
                     .value = "ge|closed_form",
                     .text = "Losses as in the heat map: solved, or approximated at fixed wages",
                     .choices = {"ge", "closed_form"}},
          options.method);
    describe_layers(options.layers, visit);
    visit(OptionText{.name = "year",
                     .value = "YYYY",
                     .text = "Year of votes and agreements; 0 for the last with 60 roll calls, and "
                             "for agreements of all years",
                     .low = 0.0,
                     .high = 9999.0},
          options.year);
    describe_hedging_draws(options, visit);
    describe_threads(options.threads, visit);
}

/// The formula with its values, the cells it read, their sources, the parts with their shares, and
/// where the interval comes from. The value is the heat map's; parts give it again to 1e-9, or the
/// explanation says what cannot be taken apart.
///
/// @throws OptionError for a code or column that is unknown, with the nearest, or as make_heat_map.
/// Checked by  tests/unit/study/explanation_test.cpp, tests/property/explanations_test.cpp.
Explanation explain(const WorldCatalog& worlds, const ExplainOptions& options);

/// Every column that explain() knows, for the powers of the options.
ExplainableList list_explainable(const WorldCatalog& worlds, const ExplainOptions& options);

}  // namespace entente

#pragma once

// Tasks `alignment` and `isolation`: how states vote in the General Assembly, with whom, and how
// often in vain.

#include <string>
#include <vector>

#include "entente/report/alignment/vote_tables.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct AlignmentOptions {
    /// Empty = all states that voted.
    std::vector<std::string> countries{};
    std::vector<std::string> to{"USA", "CHN"};
    std::string votes = "variants";
    /// Last year of the window; 0 = the last with at least 60 roll calls.
    std::size_t year = 0;
    std::size_t years = 5;
    /// Joint votes below which there is no figure.
    std::size_t fewest = 60;
    std::string layers{};
};

template <class Visitor>
void describe(AlignmentOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "countries",
                     .value = "ISO3,...",
                     .text = "States, such as DEU,FRA (default: all)",
                     .is_positional = true},
          options.countries);
    visit(OptionText{.name = "to", .value = "ISO3,...", .text = "With whom they are compared"},
          options.to);
    visit(OptionText{.name = "votes",
                     .value = "all|variants|issues",
                     .text = "All roll calls; also without Palestine, without Ukraine and without "
                             "both; or by issue",
                     .choices = {"all", "variants", "issues"}},
          options.votes);
    visit(OptionText{.name = "year",
                     .value = "YYYY",
                     .text = "Last year of the window, 0 for the last with 60 roll calls",
                     .low = 0.0,
                     .high = 9999.0},
          options.year);
    visit(OptionText{.name = "years",
                     .value = "N",
                     .text = "Length of the window, and of the one before for the drift",
                     .low = 1.0,
                     .high = 80.0},
          options.years);
    visit(OptionText{.name = "fewest",
                     .value = "N",
                     .text = "Joint votes below which a cell stays empty",
                     .low = 1.0,
                     .high = 10000.0},
          options.fewest);
    describe_layers(options.layers, visit);
}

struct IsolationOptions {
    std::vector<std::string> countries{"USA"};
    std::string by = "year";
    std::size_t since = 2000;
    std::string layers{};
};

template <class Visitor>
void describe(IsolationOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "countries",
                     .value = "ISO3,...",
                     .text = "States whose votes are counted",
                     .is_positional = true},
          options.countries);
    visit(OptionText{.name = "by",
                     .value = "year|issue",
                     .text = "One row a year, or one an issue in windows of five years",
                     .choices = {"year", "issue"}},
          options.by);
    visit(OptionText{.name = "since",
                     .value = "YYYY",
                     .text = "First year that is shown",
                     .low = 1946.0,
                     .high = 9999.0},
          options.since);
    describe_layers(options.layers, visit);
}

/// Rows by state, power and set of votes.
/// @throws OptionError for a state that never voted, or without the layer of votes.
AlignmentTable make_alignment(const WorldCatalog& worlds, const AlignmentOptions& options);

/// @throws OptionError as above, or for a first year after the last roll call.
IsolationTable make_isolation(const WorldCatalog& worlds, const IsolationOptions& options);

}  // namespace entente

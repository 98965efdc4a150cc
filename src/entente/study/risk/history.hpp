#pragma once

// Tasks `risk events`, `risk coverage` and `risk base-rates`: the history behind realignment risk.

#include <concepts>
#include <cstddef>
#include <string>

#include "entente/report/risk/history.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct RiskEventsOptions {
    /// Empty = every state of the scope.
    std::string country{};
    bool partners = false;
    bool all = false;
    std::string layers{};
    std::size_t threads = 0;
};

struct RiskCoverageOptions {
    std::string country{};
    std::string layers{};
    std::size_t threads = 0;
};

struct RiskBaseRatesOptions {
    std::string layers{};
    std::size_t threads = 0;
};

template <class Visitor>
void describe(RiskEventsOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country", .value = "ISO3", .text = "Events of one state only"},
          options.country);
    visit(OptionText{.name = "partners",
                     .value = "",
                     .text = "Events of partners of the United States (the default)"},
          options.partners);
    visit(OptionText{.name = "all", .value = "", .text = "Events of all states of the panel"},
          options.all);
    describe_layers(options.layers, visit);
    describe_threads(options.threads, visit);
}

template <class Visitor>
void describe(RiskCoverageOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country",
                     .value = "ISO3",
                     .text = "List the years of one state that are not known or left out"},
          options.country);
    describe_layers(options.layers, visit);
    describe_threads(options.threads, visit);
}

template <class Visitor>
void describe(RiskBaseRatesOptions& options, Visitor&& visit) {
    describe_layers(options.layers, visit);
    describe_threads(options.threads, visit);
}

/// Options of a task on realignment risk: each has `layers` and a function run_risk_task.
template <class Options>
concept RiskTask = std::same_as<Options, RiskEventsOptions> ||
    std::same_as<Options, RiskCoverageOptions> || std::same_as<Options, RiskBaseRatesOptions>;

/// @throws OptionError if a layer is missing, if --partners and --all are both given, or for a
///         state that the panel does not know.
RiskEventList run_risk_task(const LayerSet& layers, const RiskEventsOptions& options);
RiskCoverage run_risk_task(const LayerSet& layers, const RiskCoverageOptions& options);
RiskBaseRates run_risk_task(const LayerSet& layers, const RiskBaseRatesOptions& options);

template <RiskTask Options>
auto assess_risk(const WorldCatalog& worlds, const Options& options) {
    return run_risk_task(open_layers(worlds, options.layers), options);
}

}  // namespace entente

#pragma once

// Tasks `solve` and `validate`: one scenario against one world.

#include <string>

#include "entente/report/policy/solution.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

namespace detail {
inline OptionText day_option() {
    return {.name = "at",
            .value = "YYYY-MM-DD",
            .text =
                "Only measures in force on this day, by their valid_from and valid_until; "
                "without it all apply"};
}

/// `world` and `deficits` of a task that solves a scenario.
template <class Options, class Visitor>
void describe_setting(Options& options, Visitor&& visit) {
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World to use instead of the one the scenario names"},
          options.world);
    visit(OptionText{.name = "deficits",
                     .value = "MODE",
                     .text = "balanced, fixed or multiplicative, instead of what the scenario says",
                     .choices = {"", "balanced", "fixed", "multiplicative"}},
          options.deficits);
}
}  // namespace detail

struct SolveTaskOptions {
    /// Path of the scenario file, or a short form.
    std::string scenario{};
    /// Empty = the world the scenario names, else the default one.
    std::string world{};
    /// Empty = as the scenario says.
    std::string deficits{};
    /// Empty = as the scenario says.
    std::string horizon{};
    std::string profile{};
    bool bilateral = false;
    bool sectors = false;
    bool decomposition = false;
    /// Country or group whose welfare's slopes are shown; empty = none.
    std::string gradient{};
    /// How the equilibrium is searched, see SolveMethod.
    std::string solver = "automatic";
    /// YYYY-MM-DD; empty = all measures apply.
    std::string at{};
};

template <class Visitor>
void describe(SolveTaskOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml|s:...",
                     .text = "What changes: a scenario file, or its short form",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    detail::describe_setting(options, visit);
    describe_horizon(options, visit);
    visit(
        OptionText{
            .name = "bilateral", .value = "", .text = "One row a sector and pair of countries"},
        options.bilateral);
    visit(OptionText{.name = "sectors",
                     .value = "",
                     .text = "One row a country and sector: output, spending, price, cost"},
          options.sectors);
    visit(OptionText{.name = "decomposition",
                     .value = "",
                     .text = "Parts that sum to the exact change of welfare, added up along the "
                             "path to the scenario"},
          options.decomposition);
    visit(OptionText{.name = "gradient",
                     .value = "CODE",
                     .text = "How the welfare of this country or group answers every tariff and "
                             "trade cost at the solution"},
          options.gradient);
    visit(OptionText{.name = "solver",
                     .value = "METHOD",
                     .text = "How to search: automatic (accelerated iteration, then Newton steps), "
                             "anderson or newton_krylov alone",
                     .choices = {"automatic", "anderson", "newton_krylov"}},
          options.solver);
    visit(detail::day_option(), options.at);
}

struct ValidateOptions {
    std::string scenario{};
    std::string world{};
    /// YYYY-MM-DD; empty = all measures apply.
    std::string at{};
};

template <class Visitor>
void describe(ValidateOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml|s:...",
                     .text = "The scenario file to check, or a short form",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World to check it against instead of the one it names"},
          options.world);
    visit(detail::day_option(), options.at);
}

/// Solves the scenario; a search that does not end is stated in the certificate.
/// @throws DataError for the scenario or the world; OptionError for a world unknown, a day that is
///         none, or two tables asked for at once.
Solution solve_scenario(const WorldCatalog& worlds, const SolveTaskOptions& options);

/// Reads the scenario and applies it to its world without solving.
/// @throws DataError with every problem found; OptionError for a day that is none.
Validation validate_scenario(const WorldCatalog& worlds, const ValidateOptions& options);

}  // namespace entente

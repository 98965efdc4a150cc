#pragma once

// Task `path`: years ahead under policies that may swing, while supply chains adjust slowly.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/policy/policy_path.hpp"
#include "entente/study/policy/solution.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

/// Last year where neither option nor scenario names one.
inline constexpr int default_last_year = 2040;

struct PolicyPathOptions {
    std::string scenario{};
    /// Empty = the world the scenario names, else the default one.
    std::string world{};
    /// Empty = as the scenario says.
    std::string deficits{};
    /// 0 = as the scenario says.
    std::size_t until = 0;
    std::size_t draws = 100;
    std::size_t seed = 1;
    /// Countries or groups standing for their members; empty = all economies.
    std::vector<std::string> country{};
    /// The anchor and its rival.
    std::vector<std::string> poles{"USA", "CHN"};
    std::size_t threads = 0;
};

template <class Visitor>
void describe(PolicyPathOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml",
                     .text = "A scenario file with measures by date, a table [path], [[regime]]",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    detail::describe_setting(options, visit);
    visit(OptionText{.name = "until",
                     .value = "YEAR",
                     .text = "Last year (0: as the scenario says, or 2040)",
                     .low = 0.0,
                     .high = 2200.0},
          options.until);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "Draws of policy regimes; 0 for one path by the scenario's dates, "
                             "without regimes",
                     .low = 0.0,
                     .high = 100000.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
    visit(OptionText{.name = "country",
                     .value = "CODE,...",
                     .text = "Show only these; a group stands for its members"},
          options.country);
    visit(OptionText{.name = "poles",
                     .value = "CODE,CODE",
                     .text = "The two powers: trade and exposure with both, reliance on the first"},
          options.poles);
    describe_threads(options.threads, visit);
}

/// Rows by country, figure and year. Draws with the same regimes are solved once.
/// @throws DataError for the scenario or the world; OptionError for codes, years, or regimes that
///         have no chances.
PolicyPathReport make_policy_path(const WorldCatalog& worlds, const PolicyPathOptions& options);

}  // namespace entente

#pragma once

// Options that every task on a world shares.

#include <cstddef>
#include <string>

#include "entente/study/option_text.hpp"

namespace entente {

/// The world used when none is named.
inline constexpr const char* default_world = "world-2023";

/// `world`: a bundled name, a world file or a tidy folder.
template <class Visitor>
void describe_world(std::string& world, Visitor&& visit) {
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World to use: a bundled name, a .world file or a tidy folder"},
          world);
}

/// `horizon` and `profile` of tasks that compute losses or solve. Tasks with a scenario leave the
/// defaults empty: as the scenario says.
template <class Options, class Visitor>
void describe_horizon(Options& options, Visitor&& visit) {
    visit(OptionText{.name = "horizon",
                     .value = "long|YEARS",
                     .text = "Years that buyers have had to find other sellers, 1 to 50, or long; "
                             "below 3 both profiles are shown"},
          options.horizon);
    visit(OptionText{.name = "profile",
                     .value = "standard|slow",
                     .text = "How fast trade elasticities grow to their long-run values: 38% after "
                             "a year and 85% after five, or (slow) 25% and 67%",
                     .choices = {"", "standard", "slow"}},
          options.profile);
}

/// `layers`: which layers stand beside the world; open_layers() of world/layer/layer_set.hpp turns
/// the value into a set.
template <class Visitor>
void describe_layers(std::string& layers, Visitor&& visit) {
    visit(
        OptionText{.name = "layers",
                   .value = "DIR|LIST",
                   .text = "Layers to use: a folder of layers, a list of names, files and folders "
                           "that replace bundled ones, or none (default: all bundled ones)"},
        layers);
}

/// `trade`: a user's product-level trade; add_own_trade() of study/hedging/own_trade.hpp reads it.
template <class Visitor>
void describe_own_trade(std::string& trade, Visitor&& visit) {
    visit(
        OptionText{.name = "trade",
                   .value = "DIR",
                   .text = "Your own product-level trade: a folder of BACI_HS??_Y????_V*.csv with "
                           "country_codes_V*.csv of the same release. Its years stand for trade "
                           "and technology in place of the bundled ones"},
        trade);
}

/// `as_of`, `draws` and `seed` of the hedging draws behind a task.
template <class Options, class Visitor>
void describe_hedging_draws(Options& options, Visitor&& visit) {
    visit(OptionText{.name = "as-of",
                     .value = "YYYY-MM-DD",
                     .text = "Hedging as known on this day (default: the last day of the ledger)"},
          options.as_of);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "Draws behind the intervals and labels of hedging activity",
                     .low = 16.0,
                     .high = 1048576.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
}

template <class Visitor>
void describe_threads(std::size_t& threads, Visitor&& visit) {
    visit(OptionText{.name = "threads",
                     .value = "N",
                     .text = "Threads to use, 0 for all; results do not depend on it",
                     .low = 0.0,
                     .high = 1024.0},
          threads);
}

}  // namespace entente

#pragma once

// Task `positions`: where states stand in the General Assembly, stored or estimated anew.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/alignment/positions_table.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {

struct PositionTaskOptions {
    std::vector<std::string> countries{};
    /// Empty = the last year, or every year where countries are named; else YYYY or "all".
    std::string year{};
    std::string variant = "all";
    bool estimate = false;
    /// See PositionOptions::with_bridges.
    bool bridges = false;
    bool slow = false;
    std::size_t sweeps = 2000;
    std::size_t seed = 1;
    std::size_t threads = 0;
    /// Folder for a layer with the new estimate.
    std::string write{};
    /// See describe_layers.
    std::string layers{};
};

template <class Visitor>
void describe(PositionTaskOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country",
                     .value = "ISO3,...",
                     .text = "States to show (default: all that voted)"},
          options.countries);
    visit(OptionText{.name = "year",
                     .value = "YYYY|all",
                     .text = "Year (default: the last, or all where states are named)"},
          options.year);
    visit(OptionText{.name = "variant",
                     .value = "NAME",
                     .text = "Roll calls: all, an issue (me Middle East, nu nuclear, di "
                             "disarmament, hr human rights, co colonialism, ec economic), or "
                             "without-wars (no Middle East, no votes of Russia against Ukraine)",
                     .choices = {"all", "me", "nu", "di", "hr", "co", "ec", "without-wars"}},
          options.variant);
    visit(OptionText{.name = "estimate",
                     .value = "",
                     .text = "Estimate anew from the roll calls and compare with what is stored"},
          options.estimate);
    visit(OptionText{.name = "bridges",
                     .value = "",
                     .text = "With --estimate: resolutions that come back under one title (known "
                             "to 2019) hold all years on one scale"},
          options.bridges);
    visit(OptionText{.name = "slow",
                     .value = "",
                     .text = "Add 90% intervals by sampling: minutes for all votes"},
          options.slow);
    visit(OptionText{.name = "sweeps",
                     .value = "N",
                     .text = "Sweeps of the sampler, a fifth of them thrown away",
                     .low = 10.0,
                     .high = 1000000.0},
          options.sweeps);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the sampler"}, options.seed);
    visit(OptionText{.name = "write",
                     .value = "FOLDER",
                     .text = "With --estimate and all roll calls: write a layer of positions"},
          options.write);
    describe_threads(options.threads, visit);
    describe_layers(options.layers, visit);
}

/// @throws OptionError without a layer of votes, for a state or year without a position, or for
///         --write without an estimate of all roll calls, or for --bridges with --slow, --write
///         or without --estimate.
PositionsTable make_positions_table(const LayerSet& layers, const PositionTaskOptions& options);

}  // namespace entente

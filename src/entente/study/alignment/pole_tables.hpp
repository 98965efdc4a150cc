#pragma once

// Tasks `poles` and `links`: what powers hold over others, and what others agree among themselves.

#include <string>
#include <vector>

#include "entente/report/alignment/pole_tables.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct PoleOptions {
    /// Rows by country; empty = all economies.
    std::vector<std::string> countries{};
    std::string world = default_world;
    /// Powers shown; groups the world does not have are an error.
    std::vector<std::string> powers{"USA", "CHN"};
    std::string by = "power";
    std::string method = "closed_form";
    std::string layers{};
    std::size_t threads = 0;
};

template <class Visitor>
void describe(PoleOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "countries",
                     .value = "ISO3,...",
                     .text = "Economies to show by country (default: all)",
                     .is_positional = true},
          options.countries);
    describe_world(options.world, visit);
    visit(OptionText{.name = "powers",
                     .value = "CODE,...",
                     .text = "Powers to show, countries or groups; a group counts as one pole"},
          options.powers);
    visit(OptionText{.name = "by",
                     .value = "power|country",
                     .text = "One row a power, or one a country with each power's leverage over "
                             "it and how its leans spread over channels",
                     .choices = {"power", "country"}},
          options.by);
    visit(OptionText{.name = "method",
                     .value = "ge|closed_form",
                     .text = "Solve each loss in general equilibrium for the powers shown, or "
                             "approximate it at fixed wages; poles are counted in closed form",
                     .choices = {"ge", "closed_form"}},
          options.method);
    describe_layers(options.layers, visit);
    describe_threads(options.threads, visit);
}

struct LinkOptions {
    std::vector<std::string> powers{"USA", "CHN"};
    std::string by = "year";
    std::string layers{};
};

template <class Visitor>
void describe(LinkOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "powers",
                     .value = "CODE,...",
                     .text = "Powers, whose agreements are set against those of the others"},
          options.powers);
    visit(OptionText{.name = "by",
                     .value = "year|pair",
                     .text = "One row a year, or one a pair that agreed for the first time",
                     .choices = {"year", "pair"}},
          options.by);
    describe_layers(options.layers, visit);
}

/// Leverage in one world: for another year give the world of that year.
/// @throws OptionError for codes the world does not have or powers that overlap.
PoleTable make_pole_table(const World& world, const PoleOptions& options,
                          const LayerSet& layers = {});

/// The same of the world and layers the options name.
PoleTable make_pole_table(const WorldCatalog& worlds, const PoleOptions& options);

/// @throws OptionError without the ledger of signals.
LinkTable make_link_table(const WorldCatalog& worlds, const LinkOptions& options);

}  // namespace entente

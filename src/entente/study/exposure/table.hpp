#pragma once

// Task `exposure`: what countries lose when their trade with one power stops.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/exposure/detail.hpp"
#include "entente/report/exposure/table.hpp"
#include "entente/report/worlds/reports.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct ExposureOptions {
    std::string world = default_world;
    /// Countries or groups that cut their trade off together.
    std::vector<std::string> to{};
    /// "all", "imports", "exports" as seen from the exposed country, or the code of a sector.
    std::string scope = "all";
    /// Countries to show, or groups standing for their members; empty = all economies.
    std::vector<std::string> countries{};
    /// "country": one row a country. "sector": what each sector adds, one row a country and sector.
    std::string by = "country";
    /// "ge": solved in general equilibrium beside the closed form. "closed_form": that alone.
    std::string method = "ge";
    /// All trade in the scope stops: what is asked where no tariff is.
    bool cut = false;
    /// Points the buyers add to their tariffs instead, such as "25%"; empty = the trade stops.
    std::string tariff{};
    /// "long", or how many years buyers have had to find other sellers.
    std::string horizon = "long";
    /// Time path of elasticities, see horizon_named.
    std::string profile = "standard";
    /// "losses"; "asymmetry", "joint", "chokepoints" or "ratios"; or one of the views of
    /// exposure_views.hpp, in which each power stands by itself.
    std::string show = "losses";
    /// "hidden": in all worlds history-YYYY.
    bool history = false;
    /// "change" and "connector": worlds, or years of worlds history-YYYY, by time; empty = the
    /// first and the last of these.
    std::vector<std::string> between{};
    /// "connector": the power that is bought from.
    std::string from = "CHN";
    /// See describe_layers; the layer of exposure gives intervals.
    std::string layers{};
    /// Instead of a table: solve draws of the elasticities and write them as a layer to this
    /// folder.
    std::string write{};
    /// How many; 0 = 200 if `write` is given.
    std::size_t draws = 0;
    std::size_t seed = 1;
    /// Whether a layer of exposure in that folder may be replaced.
    bool force = false;
    std::size_t threads = 0;
};

template <class Visitor>
void describe(ExposureOptions& options, Visitor&& visit) {
    describe_world(options.world, visit);
    visit(OptionText{.name = "to",
                     .value = "CODE,...",
                     .text = "The power: a country, a group, or several that act jointly; with "
                             "--write each by itself (then default USA,CHN,EU27)"},
          options.to);
    visit(OptionText{.name = "scope",
                     .value = "all|imports|exports|SECTOR",
                     .text = "Which trade stops, as seen from the exposed country"},
          options.scope);
    visit(OptionText{.name = "countries",
                     .value = "CODE,...",
                     .text = "Show only these; a group stands for its members"},
          options.countries);
    visit(OptionText{.name = "by",
                     .value = "country|sector",
                     .text = "One row a country, or one a country and sector",
                     .choices = {"country", "sector"}},
          options.by);
    visit(OptionText{.name = "method",
                     .value = "ge|closed_form",
                     .text = "Solve each cut-off in general equilibrium beside the closed form, or "
                             "the closed form alone",
                     .choices = {"ge", "closed_form"}},
          options.method);
    visit(OptionText{.name = "cut",
                     .value = "",
                     .text = "All trade in the scope stops (unless --tariff is given)"},
          options.cut);
    visit(OptionText{.name = "tariff",
                     .value = "25%",
                     .text = "Instead of a cut: points that buyers add to their tariffs on the "
                             "trade in the scope"},
          options.tariff);
    describe_horizon(options, visit);
    visit(OptionText{.name = "show",
                     .value = "losses|asymmetry|joint|chokepoints|ratios|hidden|change|connector",
                     .text = "Losses; who loses more, the economy or the power; what several "
                             "powers threaten jointly beyond each alone; sectors by their exact "
                             "and marginal loss; exact losses over the closed form; reliance on "
                             "each power on its face and through supply chains; why losses changed "
                             "between worlds; or who sells to the power what it buys from another",
                     .choices = {"losses", "asymmetry", "joint", "chokepoints", "ratios", "hidden",
                                 "change", "connector"}},
          options.show);
    visit(OptionText{.name = "history",
                     .value = "",
                     .text = "With --show hidden: in all worlds history-YYYY"},
          options.history);
    visit(OptionText{.name = "between",
                     .value = "YEAR,YEAR,...",
                     .text = "With --show change and connector: years of worlds history-YYYY, or "
                             "worlds of one series (default: the first and the last year)"},
          options.between);
    visit(OptionText{.name = "from",
                     .value = "CODE",
                     .text = "With --show connector: the power that is bought from"},
          options.from);
    describe_layers(options.layers, visit);
    visit(OptionText{.name = "write",
                     .value = "FOLDER",
                     .text = "Instead of a table: solve each cut-off with many draws of the trade "
                             "elasticities, in the long run and after one year unless --horizon "
                             "is given, and write the intervals to this folder, a layer that "
                             "--layers takes"},
          options.write);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "With --write: how many draws (default: 200)",
                     .low = 0.0,
                     .high = 100000.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
    visit(OptionText{.name = "force",
                     .value = "",
                     .text = "With --write: replace a layer of exposure in that folder"},
          options.force);
    describe_threads(options.threads, visit);
}

/// Rows from the largest loss to the smallest.
/// @throws OptionError for codes or a scope the world does not have, an empty selection, or a
///         tariff that is none or does not go with the other options.
/// @param layers  the layer of exposure gives intervals; cuts it does not hold get rougher ones.
ExposureTable make_exposure_table(const World& world, const ExposureOptions& options,
                                  const LayerSet& layers = {});

/// The same of the world and the layer that the options name.
ExposureTable make_exposure_table(const WorldCatalog& worlds, const ExposureOptions& options);
ExposureDetail make_exposure_detail(const WorldCatalog& worlds, const ExposureOptions& options);

/// What `show` asks for. @throws as make_exposure_table, or for options that do not go with it.
ExposureDetail make_exposure_detail(const World& world, const ExposureOptions& options,
                                    const LayerSet& layers = {});

/// Solves the draws and writes the layer.
/// @throws OptionError without a folder, for one that is there and may not be replaced, or for
///         options of other than cuts of all economies; else as make_exposure_table.
WrittenWorld write_exposure_draws(const World& world, const ExposureOptions& options);

}  // namespace entente

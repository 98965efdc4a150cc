#pragma once

// Task `heatmap`: what every economy of a world would lose if cut off from either of two powers.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/report/heat_map/heat_map.hpp"
#include "entente/report/heat_map/validation.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"

namespace entente {

struct HeatMapOptions {
    std::string world = default_world;
    /// Exactly two, countries or groups.
    std::vector<std::string> poles{"USA", "CHN"};
    /// Countries to show, or groups standing for their members; empty = see `group`.
    std::vector<std::string> countries{};
    /// Groups to show: a row for each after the countries and, where `countries` is empty, only
    /// their members. Both empty = all economies, and EU27 and ASEAN if the world has them.
    std::vector<std::string> group{};
    /// Order of the countries: numbers from largest, words from A. Empty = by the exposure to the
    /// first pole.
    std::string sort{};
    /// "ge": losses solved in general equilibrium. "closed_form": at fixed wages, without a solve.
    std::string method = "ge";
    /// "long", or years, and the time path of elasticities; see horizon_named.
    std::string horizon = "long";
    std::string profile = "standard";
    /// See describe_layers.
    std::string layers{};
    /// Folder of a user's trade; see describe_own_trade.
    std::string trade{};
    /// Day up to which acts count, YYYY-MM-DD; figures are those of years that had ended by then.
    /// Empty = the last day the ledger knows of.
    std::string as_of{};
    /// Draws behind the intervals and labels of hedging activity.
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    /// Every draw is a function of it.
    std::size_t seed = HedgingDrawOptions{}.seed;
    /// Weights of the channels, such as trade=0.4,technology=0.2,finance=0.2,diplomacy=0.2. Empty =
    /// all equal.
    std::vector<std::string> weights{};
    /// Instead of the map, "article": scores beside the six rows of an article.
    std::string compare{};
    /// Instead of the map, the figures that show how far to trust it.
    bool validate = false;
    std::size_t threads = 0;
};

template <class Visitor>
void describe(HeatMapOptions& options, Visitor&& visit) {
    describe_world(options.world, visit);
    visit(
        OptionText{
            .name = "poles", .value = "CODE,CODE", .text = "The two powers, countries or groups"},
        options.poles);
    visit(OptionText{.name = "countries",
                     .value = "CODE,...",
                     .text = "Show only these; a group stands for its members"},
          options.countries);
    visit(OptionText{.name = "group",
                     .value = "GROUP,...",
                     .text = "Add a row for each group; without --countries show only its members"},
          options.group);
    visit(OptionText{.name = "sort",
                     .value = "COLUMN",
                     .text = "Order of the countries: name, iso3, exposure_us, exposure_china, "
                             "trade_share_us, trade_share_china, effective_partners, "
                             "us_exposure_to_country, china_exposure_to_country or "
                             "estimated_share (default: exposure to the first power); other "
                             "powers go by their codes in lower case"},
          options.sort);
    visit(OptionText{.name = "method",
                     .value = "ge|closed_form",
                     .text = "Solve each loss in general equilibrium, or approximate it at fixed "
                             "wages",
                     .choices = {"ge", "closed_form"}},
          options.method);
    describe_horizon(options, visit);
    describe_layers(options.layers, visit);
    describe_own_trade(options.trade, visit);
    describe_hedging_draws(options, visit);
    visit(OptionText{.name = "weights",
                     .value = "CHANNEL=W,...",
                     .text = "Weights of trade, technology, finance and diplomacy in hedging "
                             "activity; they add up to 1 (default: equal)"},
          options.weights);
    visit(OptionText{.name = "compare",
                     .value = "article",
                     .text = "Instead of the map, our scores beside the six rows of the article's "
                             "heat map, with Kendall's tau_b",
                     .choices = {"", "article"}},
          options.compare);
    visit(
        OptionText{.name = "validate",
                   .value = "",
                   .text = "Instead of the map, show how far to trust it: exact losses over those "
                           "in closed form, by economy"},
        options.validate);
    describe_threads(options.threads, visit);
}

/// Every economy of the world but the poles and ROW is measured, whatever is shown, because the
/// levels are cut on all of them.
///
/// @throws OptionError for codes the world does not have, poles that overlap or are countries to
///         show, a selection without economies, an unknown order, weights that do not add up to 1,
///         or a date the ledger does not reach.
HeatMap make_heat_map(const World& world, const HeatMapOptions& options,
                      const LayerSet& layers = {});

/// The losses of the economies shown by both methods, known groups and placebos of hedging
/// activity. @throws as make_heat_map.
HeatMapValidation validate_heat_map(const World& world, const HeatMapOptions& options,
                                    const LayerSet& layers = {});

/// Hedging activity beside the words of the article.
/// @throws OptionError as make_heat_map, or if the layers give no scores.
ArticleComparison compare_heat_map(const HeatMapOptions& options, const LayerSet& layers);

}  // namespace entente

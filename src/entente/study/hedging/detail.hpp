#pragma once

// Task `hedging`: where scores of hedging activity come from and how sure they are.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/report/hedging/detail.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct HedgingOptions {
    /// Empty = all economies with a score.
    std::vector<std::string> countries{};
    std::string show = "contributions";
    std::vector<std::string> poles{"USA", "CHN"};
    std::string layers{};
    /// Folder of a user's trade; see describe_own_trade.
    std::string trade{};
    std::string as_of{};
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    std::size_t seed = HedgingDrawOptions{}.seed;
    std::vector<std::string> weights{};
    std::size_t threads = 0;
};

template <class Visitor>
void describe(HedgingOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "countries",
                     .value = "ISO3,...",
                     .text = "Economies, such as KOR,DEU (default: all)",
                     .is_positional = true},
          options.countries);
    visit(OptionText{.name = "show",
                     .value = "contributions|ranks|sobol|break-even|agreements",
                     .text = "Points by channel with intervals; probability of each rank; which "
                             "choice or error makes the scores uncertain (Sobol indices); or, of "
                             "two economies, how far a choice must move before they change "
                             "places; or the score without each dated act",
                     .choices = {"contributions", "ranks", "sobol", "break-even", "agreements"}},
          options.show);
    visit(OptionText{.name = "poles", .value = "CODE,CODE", .text = "The two powers, countries"},
          options.poles);
    describe_layers(options.layers, visit);
    describe_own_trade(options.trade, visit);
    describe_hedging_draws(options, visit);
    visit(OptionText{.name = "weights",
                     .value = "CHANNEL=W,...",
                     .text = "Weights of trade, technology, finance and diplomacy; they add up to "
                             "1 (default: equal)"},
          options.weights);
    describe_threads(options.threads, visit);
}

/// @throws OptionError for codes that are not scored, for break-even of other than two economies
///         with a score, or if the layers give no scores.
HedgingDetail make_hedging_detail(const WorldCatalog& worlds, const HedgingOptions& options);

}  // namespace entente

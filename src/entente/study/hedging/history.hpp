#pragma once

// Task `history`: hedging at the vintages that exist.

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/report/hedging/history.hpp"
#include "entente/report/hedging/trade_growth.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct HistoryOptions {
    /// Empty = all economies of the panel.
    std::vector<std::string> countries{};
    /// "marks", or "growth": where the growth of trade came from.
    std::string show = "marks";
    std::vector<std::string> poles{"USA", "CHN"};
    std::string layers{};
    /// Folder of a user's trade; see describe_own_trade.
    std::string trade{};
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    std::size_t seed = HedgingDrawOptions{}.seed;
    std::size_t threads = 0;
};

template <class Visitor>
void describe(HistoryOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "countries",
                     .value = "ISO3,...",
                     .text = "Economies, such as VNM (default: all)",
                     .is_positional = true},
          options.countries);
    visit(OptionText{.name = "show",
                     .value = "marks|growth",
                     .text = "Dated marks; or growth of trade with the first power, with the rest "
                             "and of the world",
                     .choices = {"marks", "growth"}},
          options.show);
    visit(OptionText{.name = "poles", .value = "CODE,CODE", .text = "The two powers, countries"},
          options.poles);
    describe_layers(options.layers, visit);
    describe_own_trade(options.trade, visit);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "Draws behind the intervals of the scores",
                     .low = 16.0,
                     .high = 1048576.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
    describe_threads(options.threads, visit);
}

/// Marks of every channel at every vintage that covers an economy, and scores at the years of goods
/// trade. Nothing is carried between marks and no two publishers are differenced.
///
/// @throws OptionError for economies outside the panel, or without the layers of totals and
///         geography.
HedgingHistory make_hedging_history(const WorldCatalog& worlds, const HistoryOptions& options);

/// [eq:plus-identity] of every window that one publisher covers. @throws OptionError as above, or
/// without the layer of prices.
TradeGrowth make_trade_growth(const WorldCatalog& worlds, const HistoryOptions& options);

/// Which of the two `show` asks for.
std::variant<HedgingHistory, TradeGrowth> show_history(const WorldCatalog& worlds,
                                                       const HistoryOptions& options);

}  // namespace entente

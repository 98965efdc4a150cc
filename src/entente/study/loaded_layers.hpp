#pragma once

// The layers of a set as typed tables, read once for every column that needs them.

#include <optional>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/study/hedging/evidence.hpp"
#include "entente/world/layer/finance_windows.hpp"
#include "entente/world/layer/geography.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/layer/security_ties.hpp"
#include "entente/world/layer/signals.hpp"
#include "entente/world/layer/trade_totals.hpp"
#include "entente/world/layer/un_votes.hpp"
#include "entente/world/layer/us_imports.hpp"

namespace entente::detail {

/// Empty = the layer is not in the set; what rests on it is then missing.
struct LoadedLayers {
    std::optional<TradeTotals> totals{};
    std::optional<Geography> geography{};
    std::optional<UnVotes> votes{};
    std::optional<FinanceWindows> finance{};
    /// Without the rows of the articles.
    std::optional<SignalsLedger> signals{};
    std::optional<SecurityTies> security{};
    std::optional<UsImports> us_imports{};
    std::optional<UsPrices> us_prices{};
    /// Of the layers read.
    std::vector<LayerStamp> stamps{};

    /// Borrows the tables: the result must not outlive this.
    HedgingLayers for_hedging() const;
};

LoadedLayers load(const LayerSet& layers);

/// Takes what the ledger says of later days out of it, so that all columns see the same ledger.
/// @throws OptionError if the day is later than the last one the ledger knows of.
void keep_signals_up_to(const Date& day, LoadedLayers& layers);

}  // namespace entente::detail

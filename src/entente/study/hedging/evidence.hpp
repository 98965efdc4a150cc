#pragma once

// From layers to the evidence of the hedging measure: which publisher and year stands for a channel
// at a given time, and how its figures are standardised.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entente/measures/hedging/evidence.hpp"
#include "entente/world/layer/finance_windows.hpp"
#include "entente/world/layer/geography.hpp"
#include "entente/world/layer/signals.hpp"
#include "entente/world/layer/trade_totals.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente {

/// Null = the layer is missing; its channel then is.
struct HedgingLayers {
    const TradeTotals* totals = nullptr;
    const Geography* geography = nullptr;
    const UnVotes* votes = nullptr;
    const FinanceWindows* finance = nullptr;
    const SignalsLedger* signals = nullptr;
};

/// One economy at one time.
struct HedgingView {
    std::string economy;
    /// Figures up to this year count.
    int year = 2023;
    /// In years; nothing = signals neutral.
    std::optional<double> signals_as_of{};
};

struct HedgingEvidenceOptions {
    PerPole<std::string> poles{"USA", "CHN"};
    /// Year of the figures of the table.
    int year = 2023;
    /// Date of its signals in years; nothing = the last day the ledger knows of.
    std::optional<double> signals_as_of{};
    /// Years of the panel that cuts the labels.
    std::vector<int> reference_years{2010, 2016, 2018, 2023};
    /// Further rows without rank, after those of the panel.
    std::vector<HedgingView> further{};
};

/// The fixed panel but for the poles, in the order of the layer, then the further views.
///
/// @throws OptionError if the poles are equal or not in the layers.
/// Source  docs/theory/hedging.md.
HedgingEvidence make_hedging_evidence(const HedgingLayers& layers,
                                      const HedgingEvidenceOptions& options = {});

/// A day as a fraction of years, at noon: 2025.5 is the middle of 2025.
double in_years(const Date& day);

/// A day in years: the middle of what the date allows.
double signal_date(const Signal& signal);

}  // namespace entente

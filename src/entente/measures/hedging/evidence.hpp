#pragma once

// What is known of each country, in the form the index takes: standardised, channel by channel,
// with what is missing left empty. Lenses make it; the index and its draws read it.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/channel.hpp"
#include "entente/measures/hedging/signals.hpp"

namespace entente {

/// A robust z-score, and what one unit of the raw figure is worth in it, so that noise stated in
/// raw units (log points, kappa) can be added.
struct StandardValue {
    double z = 0.0;
    /// 1 / (1.4826 MAD), >= 0; 0 = noise does not reach it.
    double per_unit = 0.0;
};

/// Trade of one kind with one pole.
struct IntensityReading {
    /// From [eq:raw-intensity].
    StandardValue raw;
    /// From [eq:intensity-residual].
    StandardValue residual;
};

/// Most vintages a change of trade is averaged over.
inline constexpr std::size_t most_trade_changes = 4;

/// One country at one time. Everything absent is missing, never zero.
struct HedgingCase {
    std::string code;
    std::optional<PerPole<IntensityReading>> trade{};
    std::optional<PerPole<IntensityReading>> technology{};
    /// Percentiles, 0 to 1. A pole without a figure borrows that of trade.
    PerPole<std::optional<double>> finance{};
    /// kappa of [eq:vote-kappa] with each pole.
    std::optional<PerPole<double>> kappa{};

    /// Changes of raw intensity with the rival, each between two years of one publisher and centred
    /// on the median change of its panel; at most `most_trade_changes`.
    std::vector<StandardValue> trade_changes{};
    std::optional<StandardValue> kappa_change{};
    /// Percentile of the rival's finance in the window before, 0 to 1.
    std::optional<double> finance_before{};

    /// Date up to which signals count, in years; nothing = signals neutral.
    std::optional<double> signals_as_of{};

    /// Whether it takes a rank. Further cases, such as other years for tests, do not.
    bool is_ranked = true;
    /// Number its data noise is drawn by; cases that rest on the same figures share it. Nothing =
    /// its position among the cases.
    std::optional<std::size_t> noise_id{};
    /// What the channel's figures are as of, for the reader: "2023, CEPII".
    PerChannel<std::string> as_of{};
};

/// Everything the index of a set of countries rests on.
struct HedgingEvidence {
    std::vector<HedgingCase> cases;
    /// Cases whose scores cut the labels; their signals are neutral whatever they say.
    std::vector<HedgingCase> reference_panel;
    /// [pole] kappas of the fixed panel, in any order.
    PerPole<std::vector<double>> kappa_panel;
    HedgingLedger ledger;
};

/// @throws ShapeError if a case has more trade changes than `most_trade_changes`, or kappas without
///         a panel to rank them in.
void check(const HedgingEvidence& evidence);

}  // namespace entente

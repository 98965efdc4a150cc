#pragma once

// Whether economies keep their trade with the first pole and rely less on it, from 2018 and 2019 to
// 2023, and where the growth of their trade came from.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/us_plus.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/study/loaded_layers.hpp"

namespace entente::detail {

/// The US-plus classes of a set of layers; borrows nothing of it.
///
/// No publisher covers the window alone: it starts with ICIO 2018 and with Campos et al. 2019 and
/// ends with BACI 2023, so the class carries the noise between publishers. An economy's
/// probabilities are the mean of those from both starts, because nothing says which year is the
/// right one to start with; its class is the most probable.
class UsPlusColumn {
  public:
    /// What one start says of one economy.
    struct Window {
        std::string publisher;
        int start_year = 0;
        double log_keep = 0.0;
        double reliance_change = 0.0;
        /// [eq:raw-intensity] at both ends, and what [eq:level-starts] took off both figures.
        double intensity_then = 0.0;
        double intensity_now = 0.0;
        double keep_gap = 0.0;
        double reliance_gap = 0.0;
        /// Trade with the pole at both ends, in the money of each publisher.
        double with_then = 0.0;
        double with_now = 0.0;
        std::string unit_then{};
        std::string unit_now{};
    };
    /// @param poles  first the one whose trade is kept or not.
    UsPlusColumn(const LoadedLayers& layers, const PerPole<std::string>& poles);

    /// Nothing for a pole, an economy without both ends, or without the trade totals or the prices.
    std::optional<UsPlusFigures> figures(const std::string& code) const;
    /// By start; empty where `figures` gives nothing.
    std::vector<Window> windows(const std::string& code) const;
    /// The class of one start.
    static PlusResult classify(const Window& window);
    /// "2023 (BACI)"
    const std::string& end() const { return end_; }

  private:
    void add_windows(const TradeVintage& then, const TradeVintage& now, const TradeTotals& totals,
                     const UsPrices& prices, const std::string& anchor);
    void level_starts();

    /// [code] by start.
    std::map<std::string, std::vector<Window>> windows_;
    std::string end_;
    std::string rival_;
};

/// As one row needs it; for many rows prepare a UsPlusColumn once.
std::optional<UsPlusFigures> us_plus_figures(const LoadedLayers& layers,
                                             const PerPole<std::string>& poles,
                                             const std::string& code);

/// [eq:plus-identity] of the last windows that one publisher covers, by end: UNCTAD 2005 to 2015
/// (goods), ITPD-E 2011 to 2016 (goods and services) and a user's first and last year. A window
/// that does not cover the economy is left out; so are all without the trade totals or the prices.
std::vector<GrowthFigures> growth_figures(const LoadedLayers& layers,
                                          const PerPole<std::string>& poles,
                                          const std::string& code);

}  // namespace entente::detail

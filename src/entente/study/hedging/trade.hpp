#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/evidence.hpp"
#include "entente/measures/hedging/intensity_residual.hpp"
#include "entente/measures/hedging/series.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/world/layer/geography.hpp"
#include "entente/world/layer/trade_totals.hpp"

namespace entente::detail {

/// Trade of one category with both poles, standardised over the fixed panel.
class TradeLens {
  public:
    /// @param pooled    vintages of the regression and of the scales.
    /// @param further   vintages of the same category that take slopes and scales from those.
    TradeLens(const TradeTotals& totals, const Geography& geography,
              const PerPole<std::string>& poles, std::vector<const TradeVintage*> pooled,
              std::vector<const TradeVintage*> further);

    /// Reading of the last vintage up to a year that covers the economy, pooled ones first.
    std::optional<PerPole<IntensityReading>> reading(std::size_t i, int year) const;
    /// Readings of every vintage that covers the economy, by year.
    struct DatedReading {
        const TradeVintage* vintage;
        PerPole<IntensityReading> readings;
    };
    std::vector<DatedReading> readings(std::size_t i) const;
    /// "2023, baci"; empty without a reading.
    std::string as_of(std::size_t i, int year) const;
    /// Changes of raw intensity with the rival up to a year, see hedging_trade.cpp.
    std::vector<StandardValue> changes(std::size_t i, int year) const;

    const IntensityFit& fit(std::size_t pole) const { return fits_[pole]; }
    /// Raw intensity with a pole; nothing if not covered.
    std::optional<Observation> intensity(std::size_t i, std::size_t pole,
                                         std::string_view publisher, int year) const;

  private:
    struct Vintage {
        const TradeVintage* figures;
        bool is_pooled;
        /// [pole][economy] NaN = missing.
        PerPole<std::vector<double>> raw;
        PerPole<std::vector<double>> residual;
    };
    void add_vintage(const TradeVintage& figures, bool is_pooled);
    void fit_residuals(std::size_t pole);
    void set_scales(std::size_t pole);
    const Vintage* last(std::size_t i, int year) const;
    bool covers(const Vintage& vintage, std::size_t i) const;
    PerPole<IntensityReading> reading_of(const Vintage& vintage, std::size_t i) const;
    std::vector<double> change_of_all(const Vintage& then, const Vintage& now) const;
    void add_change(std::vector<StandardValue>& changes, std::size_t i, const Vintage& then,
                    const Vintage& now) const;

    const TradeTotals* totals_;
    const Geography* geography_;
    PerPole<std::size_t> poles_{};
    std::vector<Vintage> vintages_;
    PerPole<IntensityFit> fits_;
    PerPole<RobustScale> raw_scale_;
    PerPole<RobustScale> residual_scale_;
};

/// Goods of 2005 to 2023, one publisher a year, and every year of goods and services beside them.
TradeLens goods_lens(const TradeTotals& totals, const Geography& geography,
                     const PerPole<std::string>& poles);

/// Chemicals and machinery, 2005 and 2015.
TradeLens technology_lens(const TradeTotals& totals, const Geography& geography,
                          const PerPole<std::string>& poles);

/// Mineral fuels. Outside the score [D]: most economies trade next to none with one power or both.
TradeLens energy_lens(const TradeTotals& totals, const Geography& geography,
                      const PerPole<std::string>& poles);

}  // namespace entente::detail

#pragma once

// The second column of the heat map: the risk of partial reversal of each country. Hedging never
// enters it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/realignment/hazard/risk_forecast.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/risk/figures.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente::detail {

/// What stands behind the risk of one country.
struct RiskDetail {
    CountryRisk risk;
    /// Last year of predictors, and that of the average partner over the years ahead.
    int year = 0;
    double base_rate = 0.0;
    std::array<double, num_risk_labels - 1> cuts{};
    std::size_t num_draws = 0;
    /// Predictors of the headline model and their values in that year.
    std::vector<std::string> predictors;
    std::vector<double> values;
};

class RiskColumn {
  public:
    /// @param poles  Codes; other poles than USA and CHN, or a missing layer, leave every row
    /// empty.
    RiskColumn(const LayerSet& layers, const std::vector<std::string>& poles, std::size_t num_draws,
               std::uint64_t seed, std::size_t threads);

    /// Nothing for a country that is not in the panel.
    std::optional<RowRisk> country(const std::string& code) const;
    /// The range over the members that are.
    std::optional<RowRisk> group(const std::vector<std::string>& codes) const;

    /// Nothing for a country that is not in the panel.
    std::optional<RiskDetail> detail(const std::string& code) const;

    /// What was read; empty where there is no risk.
    const std::vector<LayerStamp>& layers() const { return layers_; }

  private:
    struct Entry {
        RowRisk risk;
        std::size_t label = 0;
        RiskDetail detail;
    };
    std::map<std::string, Entry> rows_;
    std::vector<LayerStamp> layers_;
};

}  // namespace entente::detail

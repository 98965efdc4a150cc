#pragma once

// Where economies stand in security between both poles, whether the first pole's old tie stands,
// and the dated acts that may turn it.

#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/security_class.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/study/hedging/trade.hpp"
#include "entente/study/loaded_layers.hpp"

namespace entente::detail {

/// What RowHedging says of security, field by field; empty words = not known.
struct SecurityFigures {
    std::string security_class;
    std::string tie_kept;
    std::vector<DatedAct> reversal_signs;
};

/// The security columns of a set of layers, prepared once; borrows the layers.
class SecurityColumn {
  public:
    SecurityColumn(const LoadedLayers& layers, const PerPole<std::string>& poles);

    SecurityFigures figures(const std::string& code) const;

    /// The class needs obligations and troops, which the layer knows for the United States, and the
    /// ledger. Empty for another first pole, for a pole itself, and for a code the security layer
    /// never names, such as Hong Kong.
    std::string security_class(const std::string& code) const;
    /// "kept" or "weakened" by the change of the trade tie [eq:trade-tie] with the first pole from
    /// 2011 to 2016 (ITPD-E, the last window of one publisher), "no obligation" without a treaty of
    /// defence; empty where one is in force and no publisher covers both ends.
    std::string tie_kept(const std::string& code) const;
    /// Own acts in security toward the rival or away from the first pole in the last five years
    /// before the ledger ends, magnitude 3 or more, latest first. Rows of the articles never count.
    std::vector<DatedAct> reversal_signs(const std::string& code) const;

    /// Whether the layer knows the state, and the first pole is the one it counts.
    bool is_known(const std::string& code) const;
    /// What the class rests on. Needs the security layer and the ledger.
    SecurityEvidence evidence(const std::string& code) const;
    /// Change of e over the last window of one publisher.
    std::optional<double> tie_change(const std::string& code) const;
    int last_year() const { return last_year_; }
    int last_troops_year() const { return last_troops_year_; }

  private:
    double obligation(const std::string& code) const;

    const LoadedLayers* layers_;
    PerPole<std::string> poles_;
    int last_year_ = 0;
    int last_troops_year_ = 0;
    std::optional<TradeLens> lens_;
};

}  // namespace entente::detail

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entente/measures/hedging/draws.hpp"
#include "entente/measures/hedging/evidence.hpp"
#include "entente/measures/hedging/parameters.hpp"

namespace entente::detail {

/// The reference panel, with everything worked out that no draw changes: without errors, the normal
/// probabilities of its trade readings, its vote ranks and its movements stay the same.
class PanelPlan {
  public:
    PanelPlan(const HedgingEvidence& evidence, const SortedKappaPanel& kappa_panel);

    /// Cuts with one draw's choices; `scores` is scratch.
    HedgingCuts cuts(const HedgingParameters& parameters, std::vector<double>& scores) const;

  private:
    struct Entry {
        PerChannel<bool> is_present{};
        /// [trade or technology][pole]
        std::array<PerPole<double>, 2> phi_raw{};
        std::array<PerPole<double>, 2> phi_residual{};
        /// Nothing = borrowed from trade.
        PerPole<std::optional<double>> finance{};
        double votes = 0.0;
        PerChannel<double> movement{};
    };
    double score(const Entry& entry, const HedgingParameters& parameters) const;

    std::vector<Entry> entries_;
};

/// The ledger with codes resolved: who each row counts for, and its age at each date asked for.
class LedgerPlan {
  public:
    explicit LedgerPlan(const HedgingEvidence& evidence);

    /// [case] s in each channel; the same sums in the same order as `signal_scores`.
    void scores(std::span<const double> magnitude, const SignalWeighing& options,
                std::span<PerChannel<double>> out) const;

  private:
    struct Entry {
        std::size_t row;
        bool is_bloc;
    };
    struct CaseRows {
        std::size_t position;
        std::vector<Entry> entries;
    };
    /// Cases that look at the ledger on the same date.
    struct AsOf {
        double date;
        std::vector<CaseRows> cases;
    };

    const HedgingLedger* ledger_;
    /// [row] whether it enters the pooled mean.
    std::vector<char> is_pooled_;
    std::vector<AsOf> dates_;
};

}  // namespace entente::detail

#pragma once

// How good forecasts of partial reversal were in the past, as figures, tables and documents.
// study/risk/backtest.hpp computes it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/realignment/hazard/association.hpp"
#include "entente/realignment/hazard/backtest_scores.hpp"
#include "entente/realignment/hazard/calibration_groups.hpp"
#include "entente/report/document.hpp"
#include "entente/report/format.hpp"

namespace entente {

/// What chance alone reaches: scores of histories dealt to the wrong countries.
struct PlaceboSummary {
    std::size_t num_deals = 0;
    double median_auc = 0.0;
    double high_auc = 0.0;
    double median_skill = 0.0;
    double high_skill = 0.0;
    /// Share of deals whose skill reaches that of the real histories.
    double share_as_skilful = 0.0;
};

/// Lowest and highest skill with one country left out.
struct LeftOutRange {
    std::string lowest_state{};
    double lowest = 0.0;
    std::string highest_state{};
    double highest = 0.0;
};

/// Forecasts made again from positions estimated on the votes up to each origin alone.
struct RefitCheck {
    std::size_t num_origins = 0;
    std::size_t num_forecasts = 0;
    /// Largest difference of a probability; 0 = none of the forecasts knew a later vote.
    double largest_difference = 0.0;
};

struct RiskBacktest {
    int first_origin = 0;
    int last_origin = 0;
    int horizon = 5;
    /// "any headline event", or the events of the harder grades alone.
    std::string outcome{};
    std::vector<SubsetScores> subsets{};
    std::vector<CalibrationGroup> calibration{};
    PlaceboSummary placebo{};
    /// Only with everything refitted.
    std::optional<RefitCheck> refit{};
    LeftOutRange left_out{};
    /// [width of the prior, number of origins that chose it]
    std::vector<std::pair<double, std::size_t>> chosen_prior_sds{};
    /// In sample, beside the figures that a scenario uses.
    Association trade{};
    Association finance{};
    double seconds = 0.0;
};

/// In plain words, how much skill there is.
std::vector<std::string> skill_words(const RiskBacktest& backtest);

Table risk_backtest_table(const RiskBacktest& backtest);
Document risk_backtest_document(const RiskBacktest& backtest);
std::string render(const RiskBacktest& backtest, const Rendering& how);

}  // namespace entente

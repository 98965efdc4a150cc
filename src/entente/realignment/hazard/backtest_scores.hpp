#pragma once

// How much the forecasts of a backtest were worth, against references, with intervals.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/realignment/hazard/backtest.hpp"

namespace entente {

struct ScoreRange {
    double low = 0.0;
    double high = 0.0;
};

/// Scores of one series of forecasts on one set of cases.
struct SeriesScores {
    std::string name{};
    /// Over all pairs of cases, and over pairs of one origin alone. NaN without both kinds.
    double auc = 0.0;
    double auc_within_origin = 0.0;
    /// Compare with the share of events.
    double average_precision = 0.0;
    double brier = 0.0;
    double reliability = 0.0;
    double resolution = 0.0;
    double log_score = 0.0;
    double calibration_slope = 0.0;
    double calibration_intercept = 0.0;
    /// Share of the reference's Brier score saved.
    double skill_base_rate = 0.0;
    double skill_duration_only = 0.0;
    double skill_two_classes = 0.0;
    /// 90 percent, by drawing countries with replacement.
    ScoreRange auc_interval{};
    ScoreRange skill_base_rate_interval{};
    ScoreRange skill_duration_only_interval{};
    ScoreRange skill_two_classes_interval{};
    ScoreRange calibration_slope_interval{};
};

/// One set of cases: all, treaty allies, others, or a period of origins.
struct SubsetScores {
    std::string name{};
    std::size_t num_cases = 0;
    std::size_t num_events = 0;
    std::size_t num_countries_with_events = 0;
    std::vector<SeriesScores> series{};
};

struct ScoreOptions {
    std::size_t num_resamples = 1000;
    std::uint64_t seed = 1;
    std::size_t threads = 0;
};

/// Scores of every rung and reference on every subset. Countries are drawn, never rows: the rows of
/// one country share its fate.
std::vector<SubsetScores> score_backtest(const Backtest& backtest,
                                         const ScoreOptions& options = {});

/// Skill over the base rate with one country left out.
struct LeftOutSkill {
    std::size_t state = 0;
    double skill = 0.0;
};
/// Of the series `model` of the backtest, by state, for every state with a case.
std::vector<LeftOutSkill> skill_without_each(const Backtest& backtest, std::size_t model);

/// Calibration slopes of one series over countries drawn with replacement; finite ones only.
std::vector<double> calibration_slope_draws(const Backtest& backtest, std::size_t model,
                                            const ScoreOptions& options);

}  // namespace entente

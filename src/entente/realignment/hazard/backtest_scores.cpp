#include "entente/realignment/hazard/backtest_scores.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "entente/base/parallel.hpp"
#include "entente/numerics/forecast_scores.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/hazard/country_draws.hpp"

namespace entente {
namespace {

using Chosen = detail::ChosenCases;

std::vector<double> picked(const std::vector<double>& values, const Chosen& chosen) {
    std::vector<double> result;
    result.reserve(chosen.size());
    for (const std::size_t k : chosen) result.push_back(values[k]);
    return result;
}

std::vector<std::uint8_t> outcomes(const Backtest& backtest, const Chosen& chosen) {
    std::vector<std::uint8_t> result;
    result.reserve(chosen.size());
    for (const std::size_t k : chosen) result.push_back(backtest.cases[k].outcome);
    return result;
}

/// Chance of the right order among pairs of the same origin.
double auc_within_origin(const Backtest& backtest, const std::vector<double>& probability,
                         const Chosen& chosen) {
    std::map<int, Chosen> by_origin;
    for (const std::size_t k : chosen) by_origin[backtest.cases[k].origin].push_back(k);
    double wins = 0.0;
    double pairs = 0.0;
    for (const auto& [origin, cases] : by_origin) {
        const std::vector<std::uint8_t> outcome = outcomes(backtest, cases);
        const double with = static_cast<double>(std::count(outcome.begin(), outcome.end(), 1));
        const double these = with * (static_cast<double>(cases.size()) - with);
        if (these == 0.0) continue;
        wins += these * area_under_roc(picked(probability, cases), outcome);
        pairs += these;
    }
    return wins / pairs;
}

/// The figures of a series that get intervals.
struct Resampled {
    double auc = 0.0;
    double skill_base_rate = 0.0;
    double skill_duration_only = 0.0;
    double skill_two_classes = 0.0;
    double calibration_slope = 0.0;
};

Resampled resampled(const Backtest& backtest, const std::vector<double>& probability,
                    const Chosen& chosen) {
    const std::vector<double> p = picked(probability, chosen);
    const std::vector<std::uint8_t> y = outcomes(backtest, chosen);
    const double brier = brier_score(p, y);
    const auto over = [&](const ForecastSeries& reference) {
        return skill(brier, brier_score(picked(reference.probability, chosen), y));
    };
    return {area_under_roc(p, y), over(backtest.base_rate), over(backtest.duration_only),
            over(backtest.two_classes), calibration(p, y).slope};
}

ScoreRange ninety_percent(const std::vector<Resampled>& draws, double Resampled::*figure) {
    std::vector<double> values;
    for (const Resampled& draw : draws) {
        if (std::isfinite(draw.*figure)) values.push_back(draw.*figure);
    }
    std::sort(values.begin(), values.end());
    return {sorted_quantile(values, 0.05), sorted_quantile(values, 0.95)};
}

SeriesScores scores_of(const Backtest& backtest, const ForecastSeries& series, const Chosen& cases,
                       const ScoreOptions& options) {
    const std::vector<double> p = picked(series.probability, cases);
    const std::vector<std::uint8_t> y = outcomes(backtest, cases);
    const BrierParts parts = brier_parts(p, y);
    const Calibration calibrated = calibration(p, y);
    const Resampled here = resampled(backtest, series.probability, cases);
    SeriesScores scores{.name = series.name,
                        .auc = here.auc,
                        .auc_within_origin = auc_within_origin(backtest, series.probability, cases),
                        .average_precision = average_precision(p, y),
                        .brier = brier_score(p, y),
                        .reliability = parts.reliability,
                        .resolution = parts.resolution,
                        .log_score = log_score(p, y),
                        .calibration_slope = calibrated.slope,
                        .calibration_intercept = calibrated.intercept,
                        .skill_base_rate = here.skill_base_rate,
                        .skill_duration_only = here.skill_duration_only,
                        .skill_two_classes = here.skill_two_classes};

    const std::vector<Chosen> countries = detail::cases_by_country(backtest, cases);
    std::vector<Resampled> draws(options.num_resamples);
    parallel_for(draws.size(), options.threads, [&](std::size_t d) {
        draws[d] = resampled(
            backtest, series.probability,
            detail::drawn_countries(countries, options.seed, static_cast<std::uint32_t>(d)));
    });
    scores.auc_interval = ninety_percent(draws, &Resampled::auc);
    scores.skill_base_rate_interval = ninety_percent(draws, &Resampled::skill_base_rate);
    scores.skill_duration_only_interval = ninety_percent(draws, &Resampled::skill_duration_only);
    scores.skill_two_classes_interval = ninety_percent(draws, &Resampled::skill_two_classes);
    scores.calibration_slope_interval = ninety_percent(draws, &Resampled::calibration_slope);
    return scores;
}

struct Subset {
    std::string name;
    std::function<bool(const ForecastCase&)> contains;
};

/// All, the two classes, and the origins in three parts.
std::vector<Subset> subsets(const Backtest& backtest) {
    std::vector<Subset> result{
        {"all partners", [](const ForecastCase&) { return true; }},
        {"treaty allies", [](const ForecastCase& each) { return each.is_treaty_ally; }},
        {"other partners", [](const ForecastCase& each) { return !each.is_treaty_ally; }}};
    for (const auto& [from, to] : {std::pair{1951, 1989}, {1990, 2004}, {2005, 2100}}) {
        const auto contains = [from = from, to = to](const ForecastCase& each) {
            return each.origin >= from && each.origin <= to;
        };
        int first = 0;
        int last = 0;
        for (const ForecastCase& each : backtest.cases) {
            if (!contains(each)) continue;
            first = first == 0 ? each.origin : std::min(first, each.origin);
            last = std::max(last, each.origin);
        }
        if (last > 0) result.push_back({fmt::format("origins {}-{}", first, last), contains});
    }
    return result;
}

}  // namespace

std::vector<SubsetScores> score_backtest(const Backtest& backtest, const ScoreOptions& options) {
    std::vector<SubsetScores> result;
    for (const Subset& subset : subsets(backtest)) {
        Chosen cases;
        std::set<std::size_t> countries_with_events;
        SubsetScores scores{.name = subset.name, .series = {}};
        for (std::size_t k = 0; k < backtest.cases.size(); ++k) {
            if (!subset.contains(backtest.cases[k])) continue;
            cases.push_back(k);
            if (backtest.cases[k].outcome == 0) continue;
            ++scores.num_events;
            countries_with_events.insert(backtest.cases[k].state);
        }
        if (cases.empty()) continue;
        scores.num_cases = cases.size();
        scores.num_countries_with_events = countries_with_events.size();
        for (const ForecastSeries& series : backtest.models) {
            scores.series.push_back(scores_of(backtest, series, cases, options));
        }
        for (const ForecastSeries* reference :
             {&backtest.base_rate, &backtest.duration_only, &backtest.two_classes}) {
            scores.series.push_back(scores_of(backtest, *reference, cases, options));
        }
        result.push_back(std::move(scores));
    }
    return result;
}

std::vector<LeftOutSkill> skill_without_each(const Backtest& backtest, std::size_t model) {
    std::set<std::size_t> states;
    for (const ForecastCase& each : backtest.cases) states.insert(each.state);
    std::vector<LeftOutSkill> result;
    for (const std::size_t state : states) {
        Chosen others;
        for (std::size_t k = 0; k < backtest.cases.size(); ++k) {
            if (backtest.cases[k].state != state) others.push_back(k);
        }
        result.push_back(
            {state,
             resampled(backtest, backtest.models[model].probability, others).skill_base_rate});
    }
    return result;
}

std::vector<double> calibration_slope_draws(const Backtest& backtest, std::size_t model,
                                            const ScoreOptions& options) {
    Chosen all(backtest.cases.size());
    for (std::size_t k = 0; k < all.size(); ++k) all[k] = k;
    const std::vector<Chosen> countries = detail::cases_by_country(backtest, all);
    std::vector<double> slopes(options.num_resamples);
    parallel_for(slopes.size(), options.threads, [&](std::size_t d) {
        const Chosen chosen =
            detail::drawn_countries(countries, options.seed, static_cast<std::uint32_t>(d));
        slopes[d] = calibration(picked(backtest.models[model].probability, chosen),
                                outcomes(backtest, chosen))
                        .slope;
    });
    std::erase_if(slopes, [](double slope) { return !std::isfinite(slope); });
    return slopes;
}

}  // namespace entente

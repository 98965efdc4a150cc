#include "entente/realignment/hazard/backtest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/numerics/forecast_scores.hpp"
#include "entente/realignment/hazard/hazard_model.hpp"

namespace entente {
namespace {

constexpr int end_of_time = std::numeric_limits<int>::max();
/// Events of the last year of a horizon need two more years to be seen.
constexpr int years_to_see = 2;

/// Partners to forecast at one origin, as rows of the table.
struct Origin {
    int year = 0;
    std::vector<std::size_t> rows{};
    /// Of its first case among all.
    std::size_t first_case = 0;
};

std::vector<Origin> origins(const HazardTable& table, const BacktestOptions& options) {
    std::vector<Origin> result;
    std::size_t num_cases = 0;
    for (int year = options.first_origin; year <= options.last_origin; ++year) {
        Origin origin{.year = year, .rows = {}, .first_case = num_cases};
        for (std::size_t k = 0; k + 1 < table.rows.size(); ++k) {
            const HazardRow& row = table.rows[k];
            const HazardRow& next = table.rows[k + 1];
            const bool is_alive = next.state == row.state && next.year == row.year + 1;
            if (row.year == year && row.is_partner && is_alive) origin.rows.push_back(k);
        }
        if (origin.rows.empty()) {
            throw OptionError(fmt::format(
                "The panel has no partner at the end of {}, so nothing can be forecast then.",
                year));
        }
        num_cases += origin.rows.size();
        result.push_back(std::move(origin));
    }
    return result;
}

/// Rates of partners in training: all, treaty allies, others.
struct Rates {
    double all = 0.0;
    double allies = 0.0;
    double others = 0.0;
};

Rates training_rates(const HazardTable& table, const TrainingSet& training) {
    double rows[2]{};
    double events[2]{};
    for (std::size_t k = 0; k < training.rows.size(); ++k) {
        const HazardRow& row = table.rows[training.rows[k]];
        if (!row.is_partner) continue;
        rows[row.is_treaty_ally ? 1 : 0] += 1.0;
        events[row.is_treaty_ally ? 1 : 0] += training.outcome[k];
    }
    const double all = (events[0] + events[1]) / (rows[0] + rows[1]);
    const auto rate = [&](int is_ally) {
        return rows[is_ally] > 0.0 ? events[is_ally] / rows[is_ally] : all;
    };
    return {all, rate(1), rate(0)};
}

/// The width of the prior with the best score over forecasts complete at `year`.
std::size_t best_prior(const std::vector<Origin>& all, int year, const BacktestOptions& options,
                       const std::vector<std::vector<double>>& by_prior,
                       const std::vector<std::uint8_t>& outcome) {
    std::size_t complete = 0;
    for (const Origin& origin : all) {
        if (origin.year + options.horizon + years_to_see <= year) {
            complete = origin.first_case + origin.rows.size();
        }
    }
    std::size_t best = static_cast<std::size_t>(
        std::find(prior_sds.begin(), prior_sds.end(), default_prior_sd) - prior_sds.begin());
    if (complete == 0) return best;
    const std::span<const std::uint8_t> seen(outcome.data(), complete);
    double best_score = brier_score({by_prior[best].data(), complete}, seen);
    for (std::size_t s = 0; s < prior_sds.size(); ++s) {
        const double score = brier_score({by_prior[s].data(), complete}, seen);
        if (score < best_score) {
            best = s;
            best_score = score;
        }
    }
    return best;
}

}  // namespace

Backtest run_backtest(const HazardTable& table, const BacktestOptions& options) {
    const std::vector<Origin> all = origins(table, options);
    const std::vector<std::uint8_t> happened = events_ahead(table, options.horizon, end_of_time);
    Backtest backtest{.horizon = options.horizon};
    std::vector<std::uint8_t> outcome;
    for (const Origin& origin : all) {
        for (const std::size_t k : origin.rows) {
            const HazardRow& row = table.rows[k];
            backtest.cases.push_back({row.state, origin.year, row.is_treaty_ally, happened[k]});
            outcome.push_back(happened[k]);
        }
    }
    const std::size_t num_cases = backtest.cases.size();
    backtest.base_rate = {"base rate", std::vector<double>(num_cases)};
    backtest.two_classes = {"two classes", std::vector<double>(num_cases)};

    std::vector<TrainingSet> training(all.size());
    parallel_for(all.size(), options.threads, [&](std::size_t o) {
        training[o] = training_set(table, all[o].year);
        const Rates rates = training_rates(table, training[o]);
        for (std::size_t k = 0; k < all[o].rows.size(); ++k) {
            const bool is_ally = table.rows[all[o].rows[k]].is_treaty_ally;
            backtest.base_rate.probability[all[o].first_case + k] =
                risk_over(rates.all, options.horizon);
            backtest.two_classes.probability[all[o].first_case + k] =
                risk_over(is_ally ? rates.allies : rates.others, options.horizon);
        }
    });

    const std::size_t fits_an_origin = options.chooses_prior ? prior_sds.size() : 1;
    const auto forecasts_of = [&](Specification specification, bool is_headline) {
        const Array2<double> values = predictor_values(table, predictors_of(specification));
        std::vector<std::vector<double>> by_prior(fits_an_origin, std::vector<double>(num_cases));
        parallel_for(all.size() * fits_an_origin, options.threads, [&](std::size_t job) {
            const Origin& origin = all[job / fits_an_origin];
            const std::size_t s = job % fits_an_origin;
            const double prior_sd = options.chooses_prior ? prior_sds[s] : default_prior_sd;
            const HazardModel model =
                fit_hazard(table, values, training[job / fits_an_origin], specification, prior_sd);
            const std::vector<double> eta = linear_predictors(model, table, values, origin.rows);
            for (std::size_t k = 0; k < eta.size(); ++k) {
                by_prior[s][origin.first_case + k] = risk_over(logistic(eta[k]), options.horizon);
            }
        });
        if (!options.chooses_prior) {
            if (is_headline) backtest.chosen_prior_sd.assign(all.size(), default_prior_sd);
            return by_prior.front();
        }
        std::vector<double> chosen(num_cases);
        for (const Origin& origin : all) {
            const std::size_t s = best_prior(all, origin.year, options, by_prior, outcome);
            if (is_headline) backtest.chosen_prior_sd.push_back(prior_sds[s]);
            std::copy_n(by_prior[s].begin() + static_cast<std::ptrdiff_t>(origin.first_case),
                        origin.rows.size(),
                        chosen.begin() + static_cast<std::ptrdiff_t>(origin.first_case));
        }
        return chosen;
    };
    backtest.duration_only = {"duration only", forecasts_of(Specification::duration, false)};
    for (const Specification specification : options.specifications) {
        const bool is_headline = specification == headline_specification;
        backtest.models.push_back({specification_names[static_cast<std::size_t>(specification)],
                                   specification == Specification::duration
                                       ? backtest.duration_only.probability
                                       : forecasts_of(specification, is_headline)});
    }
    return backtest;
}

}  // namespace entente

#include "entente/study/risk/early_warning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/base/error.hpp"
#include "entente/measures/hedging/vote_similarity.hpp"
#include "entente/realignment/tipping/early_warning.hpp"
#include "entente/study/risk/layers.hpp"

namespace entente {
namespace {

constexpr double level = 0.05;
constexpr std::size_t fewest_joint_votes = 10;
/// Enough to place a p-value against the level in each of many simulated series.
constexpr std::size_t surrogates_of_simulated = 199;

std::vector<WarningYear> agreement_by_year(const UnVotes& votes, const std::string& country,
                                           const std::string& pole) {
    const std::size_t a = votes.states.at(country);
    const std::size_t b = votes.states.at(pole);
    std::map<int, std::pair<std::vector<Ballot>, std::vector<Ballot>>> ballots;
    for (const RollCall& call : votes.roll_calls) {
        auto& [of_a, of_b] = ballots[call.year()];
        of_a.push_back(static_cast<Ballot>(call.choices[a] - '0'));
        of_b.push_back(static_cast<Ballot>(call.choices[b] - '0'));
    }
    std::vector<WarningYear> years;
    for (const auto& [year, pair] : ballots) {
        const auto alike = vote_similarity(pair.first, pair.second, fewest_joint_votes);
        if (alike) years.push_back({.year = year, .agreement = alike->kappa});
    }
    return years;
}

}  // namespace

EarlyWarningReport make_early_warning(const RiskEarlyWarningOptions& options, const LayerSet& set) {
    const auto layers = detail::load_for_risk(set, {"votes"});
    if (options.country == options.pole) throw OptionError("country and pole are the same state.");
    EarlyWarningReport report{.country = options.country, .power = options.pole};
    report.years = agreement_by_year(*layers.votes, options.country, options.pole);
    if (report.years.size() < min_warning_length) {
        throw OptionError(fmt::format("{} and {} have {} years of joint votes; {} are needed.",
                                      options.country, options.pole, report.years.size(),
                                      min_warning_length));
    }
    std::vector<double> series;
    for (const WarningYear& year : report.years) series.push_back(year.agreement);
    EarlyWarningOptions how{.num_surrogates = options.surrogates, .seed = options.seed};
    const EarlyWarning found = detect_early_warning(series, how, options.threads);
    for (std::size_t t = 0; t < series.size(); ++t) {
        report.years[t].trend = found.trend[t];
        if (t + 1 < found.window) continue;
        report.years[t].autocorrelation = found.autocorrelation.values[t + 1 - found.window];
        report.years[t].variance = found.variance.values[t + 1 - found.window];
    }

    how.num_surrogates = surrogates_of_simulated;
    const double persistence = std::max(found.surrogate_persistence, 0.0);
    const DetectionRate alarms =
        false_alarm_rate(persistence, series.size(), level, options.series, how, options.threads);
    const DetectionRate power =
        detection_power({}, series.size(), level, options.series, how, options.threads);
    report.indicators = {
        {"autocorrelation", found.autocorrelation.tau, found.autocorrelation.p_value,
         alarms.by_autocorrelation, power.by_autocorrelation},
        {"variance", found.variance.tau, found.variance.p_value, alarms.by_variance,
         power.by_variance}};
    report.window = found.window;
    report.persistence = found.surrogate_persistence;
    report.level = level;
    report.num_surrogates = options.surrogates;
    report.num_series = options.series;
    report.seed = options.seed;
    report.layers = layers.stamps;
    return report;
}

}  // namespace entente

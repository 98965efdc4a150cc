#include "entente/model/dynamics/regime_history.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente {
namespace {

constexpr std::size_t num_bound_draws = 4000;
constexpr std::uint32_t bound_purpose = 0x44590001U;
constexpr double low_share = 0.05;

/// Rows of gamma draws over their sum: Dirichlet.
Array2<double> drawn_rows(const TransitionEstimate& estimate, RandomStream& stream) {
    Array2<double> rows(num_policy_regimes, num_policy_regimes);
    for (std::size_t r = 0; r < num_policy_regimes; ++r) {
        double sum = 0.0;
        for (std::size_t q = 0; q < num_policy_regimes; ++q) {
            rows(r, q) = gamma_draw(stream, estimate.count(r, q) + estimate.prior);
            sum += rows(r, q);
        }
        for (std::size_t q = 0; q < num_policy_regimes; ++q) rows(r, q) /= sum;
    }
    return rows;
}

void find_bounds(TransitionEstimate& estimate) {
    std::vector<std::vector<double>> draws(num_policy_regimes * num_policy_regimes);
    for (std::uint32_t d = 0; d < num_bound_draws; ++d) {
        RandomStream stream({.seed = 1, .draw = d, .purpose = bound_purpose});
        const Array2<double> rows = drawn_rows(estimate, stream);
        for (std::size_t k = 0; k < draws.size(); ++k) draws[k].push_back(rows.values()[k]);
    }
    for (std::size_t k = 0; k < draws.size(); ++k) {
        std::ranges::sort(draws[k]);
        estimate.low.values()[k] = sorted_quantile(draws[k], low_share);
        estimate.high.values()[k] = sorted_quantile(draws[k], 1.0 - low_share);
    }
}

}  // namespace

std::vector<std::string> regime_names() {
    return {policy_regimes.begin(), policy_regimes.end()};
}

std::vector<std::size_t> classify_years(const std::vector<double>& rates,
                                        const RegimeBounds& bounds) {
    if (rates.size() < bounds.window + 2) {
        throw OptionError(
            fmt::format("{} years of tariffs are too few: {} are needed before the "
                        "first transition.",
                        rates.size(), bounds.window + 2));
    }
    for (const double rate : rates) {
        if (rate > 0.0) continue;
        throw OptionError(
            fmt::format("A tariff rate of the history is {}; it must be above 0.", rate));
    }
    std::vector<std::size_t> regimes;
    for (std::size_t t = bounds.window; t < rates.size(); ++t) {
        const auto now = rates.begin() + static_cast<std::ptrdiff_t>(t);
        const double lowest =
            *std::min_element(now - static_cast<std::ptrdiff_t>(bounds.window), now);
        const double ratio = *now / lowest;
        regimes.push_back(ratio < bounds.transactional     ? 0
                          : ratio < bounds.confrontational ? 1
                                                           : 2);
    }
    return regimes;
}

TransitionEstimate estimate_transitions(const std::vector<std::size_t>& regimes, double prior) {
    if (!(prior > 0.0)) {
        throw OptionError(
            fmt::format("The prior of the transitions is {}; it must be above 0.", prior));
    }
    const Array2<double> zero(num_policy_regimes, num_policy_regimes);
    TransitionEstimate estimate{
        .count = zero, .mean = zero, .low = zero, .high = zero, .prior = prior};
    for (std::size_t t = 1; t < regimes.size(); ++t) {
        estimate.count(regimes[t - 1], regimes[t]) += 1.0;
    }
    for (std::size_t r = 0; r < num_policy_regimes; ++r) {
        double sum = 0.0;
        for (std::size_t q = 0; q < num_policy_regimes; ++q) sum += estimate.count(r, q) + prior;
        for (std::size_t q = 0; q < num_policy_regimes; ++q) {
            estimate.mean(r, q) = (estimate.count(r, q) + prior) / sum;
        }
    }
    find_bounds(estimate);
    return estimate;
}

RegimeChain TransitionEstimate::chain() const {
    return RegimeChain(regime_names(), mean);
}

RegimeChain TransitionEstimate::draw(RandomStream& stream) const {
    return RegimeChain(regime_names(), drawn_rows(*this, stream));
}

}  // namespace entente

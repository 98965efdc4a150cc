#include "entente/measures/hedging/known_groups.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Pairs {
    std::vector<double> a;
    std::vector<double> b;
};

Pairs known_pairs(std::span<const double> a, std::span<const double> b) {
    if (a.size() != b.size()) throw ShapeError("Two measures must list the same rows.");
    Pairs pairs;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (std::isnan(a[k]) || std::isnan(b[k])) continue;
        pairs.a.push_back(a[k]);
        pairs.b.push_back(b[k]);
    }
    return pairs;
}

double standard_deviation(const std::vector<double>& values) {
    double mean = 0.0;
    for (const double x : values) mean += x;
    mean /= static_cast<double>(values.size());
    double squares = 0.0;
    for (const double x : values) squares += (x - mean) * (x - mean);
    return std::sqrt(squares / (static_cast<double>(values.size()) - 1.0));
}

double probability_of(const KnownGroup& group, const HedgingDraws& draws,
                      const std::vector<std::optional<HedgingSummary>>& summaries) {
    if (group.kind == KnownGroup::Kind::above) {
        return probability_above(draws, group.row, group.other_row);
    }
    const auto& summary = summaries[group.row];
    if (!summary || !summary->rank) return nan;
    return probability_within(*summary, summary->rank_acceptability.size() / 3);
}

KnownGroupOutcome outcome_of(double probability) {
    if (std::isnan(probability)) return KnownGroupOutcome::not_computable;
    if (probability >= 0.8) return KnownGroupOutcome::passed;
    return probability > 0.5 ? KnownGroupOutcome::right_sign : KnownGroupOutcome::failed;
}

}  // namespace

std::vector<KnownGroupResult> check_known_groups(
    const HedgingDraws& draws, const std::vector<std::optional<HedgingSummary>>& summaries,
    std::span<const KnownGroup> groups) {
    std::vector<KnownGroupResult> results;
    for (const KnownGroup& group : groups) {
        const std::size_t last = std::max(group.row, group.other_row);
        if (last >= draws.num_cases() || summaries.size() != draws.num_cases()) {
            throw ShapeError("The known group " + group.name + " names a row that was not drawn.");
        }
        const double probability = probability_of(group, draws, summaries);
        results.push_back({.name = group.name,
                           .expected = group.expected,
                           .probability = probability,
                           .outcome = outcome_of(probability),
                           .note = group.note});
    }
    return results;
}

PlaceboResult compare_placebo(std::string stand_in, std::span<const double> real,
                              std::span<const double> placebo) {
    const Pairs pairs = known_pairs(real, placebo);
    return {.stand_in = std::move(stand_in),
            .rank_correlation = rank_correlation(pairs.a, pairs.b),
            .placebo_sd = standard_deviation(pairs.b),
            .real_sd = standard_deviation(pairs.a),
            .num_rows = pairs.a.size()};
}

double rank_correlation_of_known(std::span<const double> a, std::span<const double> b) {
    const Pairs pairs = known_pairs(a, b);
    return rank_correlation(pairs.a, pairs.b);
}

WordAgreement compare_with_words(const HedgingDraws& draws, std::span<const std::size_t> rows,
                                 std::span<const double> words) {
    if (rows.size() != words.size()) throw ShapeError("Each row compared needs its word.");
    std::vector<double> medians;
    for (const std::size_t row : rows) {
        if (row >= draws.num_cases() || std::isnan(draws.index(row, 0))) {
            throw ShapeError("A row compared with words has no score.");
        }
        const auto values = draws.index.row(row);
        medians.push_back(quantile({values.begin(), values.end()}, 0.5));
    }
    WordAgreement agreement{.at_medians = exact_rank_agreement(medians, words), .tau_b = {}};

    std::vector<double> taus;
    std::vector<double> scores(rows.size());
    for (std::size_t d = 0; d < draws.num_draws(); ++d) {
        for (std::size_t k = 0; k < rows.size(); ++k) scores[k] = draws.index(rows[k], d);
        taus.push_back(kendall_tau_b(scores, words));
    }
    std::sort(taus.begin(), taus.end());
    agreement.tau_b = {.median = sorted_quantile(taus, 0.5),
                       .low = sorted_quantile(taus, 0.05),
                       .high = sorted_quantile(taus, 0.95)};

    // The order of the words themselves, ties broken, agrees in every pair that is not tied.
    std::vector<double> best(words.begin(), words.end());
    for (std::size_t k = 0; k < best.size(); ++k) {
        best[k] = 0.0;
        for (std::size_t l = 0; l < words.size(); ++l) {
            if (words[l] < words[k] || (words[l] == words[k] && l < k)) best[k] += 1.0;
        }
    }
    agreement.largest_possible = kendall_tau_b(best, words);
    return agreement;
}

}  // namespace entente

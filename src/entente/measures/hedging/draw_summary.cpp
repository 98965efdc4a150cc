#include "entente/measures/hedging/draw_summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

LabelSummary label_summary(std::span<const HedgingLabel> labels) {
    std::array<std::size_t, num_hedging_labels> counts{};
    for (const HedgingLabel label : labels) {
        // Without a reference panel there are no cuts and so no labels.
        if (label == no_label) return {};
        ++counts[label];
    }
    LabelSummary summary;
    const auto total = static_cast<double>(labels.size());
    std::size_t so_far = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        summary.probabilities[k] = static_cast<double>(counts[k]) / total;
        so_far += counts[k];
        if (summary.label == no_label && 2 * so_far >= labels.size()) {
            summary.label = static_cast<HedgingLabel>(k);
        }
    }
    const std::size_t at = summary.label;
    std::size_t near = counts[at];
    if (at > 0) near += counts[at - 1];
    if (at + 1 < counts.size()) near += counts[at + 1];
    summary.probability = summary.probabilities[at];
    summary.probability_with_neighbours = static_cast<double>(near) / total;
    summary.is_uncertain = summary.probability < least_certain_probability;
    return summary;
}

/// [position among `rows`, draw] ranks from 1.
Array2<double> ranks_of(const HedgingDraws& draws, const std::vector<std::size_t>& rows,
                        std::size_t threads) {
    constexpr std::size_t block = 64;
    const std::size_t num_draws = draws.num_draws();
    Array2<double> ranks(rows.size(), num_draws);
    parallel_for((num_draws + block - 1) / block, threads, [&](std::size_t b) {
        std::vector<std::size_t> order(rows.size());
        for (std::size_t d = b * block; d < std::min(num_draws, (b + 1) * block); ++d) {
            for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
            std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
                const double at_x = draws.index(rows[x], d);
                const double at_y = draws.index(rows[y], d);
                return at_x > at_y || (at_x == at_y && x < y);
            });
            for (std::size_t k = 0; k < order.size(); ++k) {
                ranks(order[k], d) = static_cast<double>(k + 1);
            }
        }
    });
    return ranks;
}

void add_rank(HedgingSummary& summary, std::span<const double> ranks, std::size_t num_rows) {
    summary.rank = draw_interval(ranks);
    std::vector<std::size_t> counts(num_rows);
    for (const double rank : ranks) ++counts[static_cast<std::size_t>(rank) - 1];
    for (const std::size_t count : counts) {
        summary.rank_acceptability.push_back(static_cast<double>(count) /
                                             static_cast<double>(ranks.size()));
    }
}

}  // namespace

DrawInterval draw_interval(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return {.median = sorted_quantile(sorted, 0.5),
            .low = sorted_quantile(sorted, 0.05),
            .high = sorted_quantile(sorted, 0.95)};
}

std::vector<std::optional<HedgingSummary>> summarize_draws(const HedgingDraws& draws,
                                                           const std::vector<bool>& is_ranked,
                                                           std::size_t threads) {
    const std::size_t num_rows = draws.num_cases();
    if (!is_ranked.empty() && is_ranked.size() != num_rows) {
        throw ShapeError("Ranks need one mark for each row of the draws.");
    }
    const auto has_score = [&](std::size_t i) { return !std::isnan(draws.index(i, 0)); };
    std::vector<std::size_t> ranked;
    for (std::size_t i = 0; i < num_rows; ++i) {
        if (has_score(i) && (is_ranked.empty() || is_ranked[i])) ranked.push_back(i);
    }
    const Array2<double> ranks = ranks_of(draws, ranked, threads);

    std::vector<std::optional<HedgingSummary>> summaries(num_rows);
    parallel_for(num_rows, threads, [&](std::size_t i) {
        if (!has_score(i)) return;
        HedgingSummary summary{.index = draw_interval(draws.index.row(i)),
                               .position = draw_interval(draws.position.row(i)),
                               .activity = draw_interval(draws.activity.row(i)),
                               .label = label_summary(draws.label.row(i))};
        const auto at = std::find(ranked.begin(), ranked.end(), i);
        if (at != ranked.end()) {
            add_rank(summary, ranks.row(static_cast<std::size_t>(at - ranked.begin())),
                     ranked.size());
        }
        summaries[i] = std::move(summary);
    });
    return summaries;
}

double probability_above(const HedgingDraws& draws, std::size_t a, std::size_t b) {
    std::size_t above = 0;
    for (std::size_t d = 0; d < draws.num_draws(); ++d) {
        if (std::isnan(draws.index(a, d)) || std::isnan(draws.index(b, d))) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        above += static_cast<std::size_t>(draws.index(a, d) > draws.index(b, d));
    }
    return static_cast<double>(above) / static_cast<double>(draws.num_draws());
}

double probability_within(const HedgingSummary& summary, std::size_t count) {
    double sum = 0.0;
    for (std::size_t r = 0; r < std::min(count, summary.rank_acceptability.size()); ++r) {
        sum += summary.rank_acceptability[r];
    }
    return sum;
}

}  // namespace entente

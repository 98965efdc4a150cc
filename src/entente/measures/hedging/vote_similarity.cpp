#include "entente/measures/hedging/vote_similarity.hpp"

#include "entente/base/error.hpp"

namespace entente {
namespace {

bool is_vote(Ballot ballot) {
    return ballot >= 1 && ballot <= 3;
}

/// Sums over joint votes; whole numbers, so that nothing is lost however many votes.
struct Sums {
    std::int64_t votes = 0;
    std::int64_t a = 0;
    std::int64_t b = 0;
    std::int64_t aa = 0;
    std::int64_t bb = 0;
    std::int64_t distance = 0;
    std::int64_t squares = 0;
};

}  // namespace

std::optional<VoteSimilarity> vote_similarity(std::span<const Ballot> a, std::span<const Ballot> b,
                                              std::size_t fewest_votes) {
    if (a.size() != b.size()) throw ShapeError("Two voting records must list the same roll calls.");
    Sums sums;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (!is_vote(a[k]) || !is_vote(b[k])) continue;
        const std::int64_t gap = a[k] > b[k] ? a[k] - b[k] : b[k] - a[k];
        ++sums.votes;
        const std::int64_t one = a[k];
        const std::int64_t other = b[k];
        sums.a += one;
        sums.b += other;
        sums.aa += one * one;
        sums.bb += other * other;
        sums.distance += gap;
        sums.squares += gap * gap;
    }
    if (sums.votes == 0 || static_cast<std::size_t>(sums.votes) < fewest_votes) return {};

    const auto n = static_cast<double>(sums.votes);
    const double mean_a = static_cast<double>(sums.a) / n;
    const double mean_b = static_cast<double>(sums.b) / n;
    const double variance_a = static_cast<double>(sums.aa) / n - mean_a * mean_a;
    const double variance_b = static_cast<double>(sums.bb) / n - mean_b * mean_b;
    const double observed = static_cast<double>(sums.squares) / n / 4.0;
    const double gap = mean_a - mean_b;
    const double by_margins = (variance_a + variance_b + gap * gap) / 4.0;
    const double pooled_mean = (mean_a + mean_b) / 2.0;
    const double pooled_variance =
        static_cast<double>(sums.aa + sums.bb) / (2.0 * n) - pooled_mean * pooled_mean;
    const double by_pool = 2.0 * pooled_variance / 4.0;
    // Both vanish together: when all votes of both countries are the same one.
    const bool never_varies = n * static_cast<double>(sums.aa + sums.bb) * 2.0 ==
                              static_cast<double>((sums.a + sums.b) * (sums.a + sums.b));
    if (never_varies) return {};
    return VoteSimilarity{.s = 1.0 - static_cast<double>(sums.distance) / n,
                          .kappa = 1.0 - observed / by_margins,
                          .pi = 1.0 - observed / by_pool,
                          .num_votes = static_cast<std::size_t>(sums.votes)};
}

}  // namespace entente

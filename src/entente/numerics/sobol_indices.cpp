#include "entente/numerics/sobol_indices.hpp"

#include <algorithm>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

constexpr std::uint32_t bootstrap_purpose = 0x534f4233U;
constexpr double low_share = 0.05;
constexpr double high_share = 0.95;

struct Estimate {
    double first = 0.0;
    double total = 0.0;
};

struct Sample {
    std::span<const double> at_a;
    std::span<const double> at_b;
    const Array2<double>& at_mixed;
};

struct Moments {
    double mean = 0.0;
    double variance = 0.0;
};

Moments moments_of(const Sample& sample, const std::vector<std::size_t>& draws) {
    const auto count = 2.0 * static_cast<double>(draws.size());
    Moments moments;
    for (const std::size_t d : draws) moments.mean += (sample.at_a[d] + sample.at_b[d]) / count;
    for (const std::size_t d : draws) {
        const double a = sample.at_a[d] - moments.mean;
        const double b = sample.at_b[d] - moments.mean;
        moments.variance += (a * a + b * b) / count;
    }
    return moments;
}

Estimate estimate(const Sample& sample, const std::vector<std::size_t>& draws,
                  const Moments& moments, std::size_t k) {
    double first = 0.0;
    double total = 0.0;
    for (const std::size_t d : draws) {
        const double change = sample.at_mixed(k, d) - sample.at_a[d];
        first += (sample.at_b[d] - moments.mean) * change;
        total += change * change;
    }
    const auto count = static_cast<double>(draws.size());
    // Rounding leaves a variance of about epsilon^2 mean^2 where all results are the same.
    const double noise = 1e-28 * moments.mean * moments.mean;
    if (!(moments.variance > noise)) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        return {none, none};
    }
    return {first / count / moments.variance, total / count / (2.0 * moments.variance)};
}

/// [draw] as many draws as there are, each any of them.
std::vector<std::size_t> drawn_again(std::size_t num_draws, std::uint64_t seed,
                                     std::size_t bootstrap) {
    RandomStream stream({.seed = seed,
                         .draw = static_cast<std::uint32_t>(bootstrap),
                         .purpose = bootstrap_purpose});
    std::vector<std::size_t> draws(num_draws);
    for (std::size_t& d : draws) {
        d = static_cast<std::size_t>(stream.uniform() * static_cast<double>(num_draws));
    }
    return draws;
}

Interval interval_of(double value, std::vector<double> again) {
    if (again.empty() || value != value) return {value, value, value};
    std::ranges::sort(again);
    return {value, sorted_quantile(again, low_share), sorted_quantile(again, high_share)};
}

}  // namespace

SobolIndices sobol_indices(std::span<const double> at_a, std::span<const double> at_b,
                           const Array2<double>& at_mixed, std::uint64_t seed,
                           std::size_t num_bootstraps) {
    const std::size_t num_draws = at_a.size();
    if (num_draws == 0 || at_b.size() != num_draws || at_mixed.columns() != num_draws) {
        throw ShapeError("The results of the two samples do not have the same draws.");
    }
    const Sample sample{at_a, at_b, at_mixed};
    std::vector<std::size_t> all(num_draws);
    for (std::size_t d = 0; d < num_draws; ++d) all[d] = d;
    const std::size_t num_inputs = at_mixed.rows();
    std::vector<std::vector<double>> first(num_inputs);
    std::vector<std::vector<double>> total(num_inputs);
    for (std::size_t b = 0; b < num_bootstraps; ++b) {
        const std::vector<std::size_t> draws = drawn_again(num_draws, seed, b);
        const Moments moments = moments_of(sample, draws);
        for (std::size_t k = 0; k < num_inputs; ++k) {
            const Estimate again = estimate(sample, draws, moments, k);
            // A bootstrap of one draw repeated has no variance to share out.
            if (again.first != again.first) continue;
            first[k].push_back(again.first);
            total[k].push_back(again.total);
        }
    }
    const Moments moments = moments_of(sample, all);
    SobolIndices indices{.mean = moments.mean, .variance = moments.variance};
    for (std::size_t k = 0; k < num_inputs; ++k) {
        const Estimate central = estimate(sample, all, moments, k);
        indices.inputs.push_back({.first = interval_of(central.first, std::move(first[k])),
                                  .total = interval_of(central.total, std::move(total[k]))});
    }
    return indices;
}

}  // namespace entente

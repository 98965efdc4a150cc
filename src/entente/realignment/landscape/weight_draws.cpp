#include "entente/realignment/landscape/weight_draws.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/realignment/landscape/enumeration.hpp"
#include "entente/realignment/landscape/minima.hpp"

namespace entente {
namespace {

constexpr std::uint32_t purpose_weights = 0x4c57;

/// What one draw says.
struct Outcome {
    Camps camps = 0;
    bool has_one_minimum = false;
    double tolerance = 0.0;
    std::vector<double> margins;
};

Outcome camps_of_draw(const std::vector<double>& sizes, const std::vector<PropensityPart>& parts,
                      std::uint64_t seed, std::size_t draw) {
    RandomStream stream(
        {.seed = seed, .draw = static_cast<std::uint32_t>(draw), .purpose = purpose_weights});
    std::vector<double> weights(parts.size(), 0.0);
    dirichlet_draw(stream, 1.0, weights);
    const Landscape landscape{sizes, weighted_propensities(parts, weights)};
    const CampMinima minima = find_minima(landscape, enumerate_energies(landscape), 1);
    const Camps camps = minima.listed.front().camps;
    return {camps, minima.num_minima == 1, energy_tolerance(landscape),
            flip_margins(landscape, camps)};
}

CampShare share_of(const std::vector<Outcome>& outcomes, const std::vector<double>& sizes,
                   std::size_t actor, std::size_t first, std::size_t second) {
    CampShare share;
    std::vector<double> toward_first;
    const double each = 1.0 / static_cast<double>(outcomes.size());
    std::size_t with_first = 0;
    std::size_t with_second = 0;
    std::size_t undecided = 0;
    for (const Outcome& outcome : outcomes) {
        const bool is_with_first = !are_apart(outcome.camps, actor, first);
        const double margin = outcome.margins[actor];
        toward_first.push_back(is_with_first ? margin : -margin);
        if (margin * sizes[actor] <= outcome.tolerance) {
            ++undecided;
            continue;
        }
        if (is_with_first) ++with_first;
        if (!are_apart(outcome.camps, actor, second)) ++with_second;
    }
    std::ranges::sort(toward_first);
    share.with_first = static_cast<double>(with_first) * each;
    share.with_second = static_cast<double>(with_second) * each;
    share.undecided = static_cast<double>(undecided) * each;
    share.margin_low = sorted_quantile(toward_first, 0.05);
    share.margin_median = sorted_quantile(toward_first, 0.5);
    share.margin_high = sorted_quantile(toward_first, 0.95);
    return share;
}

}  // namespace

Array2<double> weighted_propensities(const std::vector<PropensityPart>& parts,
                                     const std::vector<double>& weights) {
    if (parts.empty() || parts.size() != weights.size()) {
        throw ShapeError("There must be one weight for each kind of evidence.");
    }
    Array2<double> sum(parts.front().values.rows(), parts.front().values.columns());
    for (std::size_t k = 0; k < parts.size(); ++k) {
        if (parts[k].values.shape() != sum.shape()) {
            throw ShapeError("The kinds of evidence are about different actors.");
        }
        for (std::size_t v = 0; v < sum.values().size(); ++v) {
            sum.values()[v] += weights[k] * parts[k].values.values()[v];
        }
    }
    return sum;
}

WeightDraws draw_weights(const std::vector<double>& sizes, const std::vector<PropensityPart>& parts,
                         std::size_t first, std::size_t second, std::size_t num_draws,
                         std::uint64_t seed, std::size_t threads) {
    if (num_draws == 0) throw OptionError("At least one draw is needed.");
    if (first >= sizes.size() || second >= sizes.size() || first == second) {
        throw OptionError("The two powers must be two different actors of the landscape.");
    }
    std::vector<Outcome> outcomes(num_draws);
    parallel_for(num_draws, threads,
                 [&](std::size_t d) { outcomes[d] = camps_of_draw(sizes, parts, seed, d); });
    WeightDraws result{.num_draws = num_draws};
    const auto share = [&](auto&& holds) {
        return static_cast<double>(std::ranges::count_if(outcomes, holds)) /
               static_cast<double>(num_draws);
    };
    result.one_minimum_share = share([](const Outcome& one) { return one.has_one_minimum; });
    result.powers_apart_share =
        share([&](const Outcome& one) { return are_apart(one.camps, first, second); });
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        result.actors.push_back(share_of(outcomes, sizes, i, first, second));
    }
    return result;
}

}  // namespace entente

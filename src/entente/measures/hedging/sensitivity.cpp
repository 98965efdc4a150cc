#include "entente/measures/hedging/sensitivity.hpp"

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/measures/hedging/draw_plan.hpp"
#include "entente/measures/hedging/draws.hpp"
#include "entente/measures/hedging/index.hpp"
#include "entente/numerics/sobol_sequence.hpp"

namespace entente {
namespace {

constexpr std::size_t at(HedgingInput input) {
    return static_cast<std::size_t>(input);
}

constexpr HedgingInput first_sobol_input = HedgingInput::activity_share;
constexpr std::size_t num_sobol_inputs =
    at(HedgingInput::bloc_weight) - at(HedgingInput::activity_share) + 1;

/// [input] whether it comes from the second sample.
using Sample = std::array<bool, num_hedging_inputs>;

constexpr Sample whole_sample(bool is_second) {
    Sample sample{};
    for (bool& input : sample) input = is_second;
    return sample;
}

/// All samples: A, B, then A with each input in turn from B.
std::vector<Sample> samples() {
    std::vector<Sample> all{whole_sample(false), whole_sample(true)};
    for (std::size_t k = 0; k < num_hedging_inputs; ++k) {
        all.push_back(whole_sample(false));
        all.back()[k] = true;
    }
    return all;
}

/// Both samples of everything that varies, by input.
class Draws {
  public:
    Draws(const HedgingEvidence& evidence, const HedgingDrawOptions& options)
        : evidence_(evidence), seeds_{options, options} {
        // Another stream of the generator: any other seed does.
        constexpr std::uint64_t second_seed = 0x9E3779B97F4A7C15ULL;
        seeds_[1].seed ^= second_seed;
    }

    HedgingParameters parameters(const Sample& sample, std::uint32_t d) const {
        const HedgingDrawOptions& options = seeds_[0];
        HedgingParameters drawn = options.center;
        if (!options.vary_choices) return drawn;
        drawn.weights =
            drawn_parameters(seeds_[sample[at(HedgingInput::weights)] ? 1 : 0], d).weights;
        const auto value = [&](HedgingInput input, const Bounds& bounds) {
            const std::size_t dimension =
                at(input) - at(first_sobol_input) + (sample[at(input)] ? num_sobol_inputs : 0);
            return bounds.low +
                   (bounds.high - bounds.low) * scrambled_sobol(d, dimension, options.seed);
        };
        drawn.activity_share = value(HedgingInput::activity_share, options.activity_share);
        drawn.signal_share = value(HedgingInput::signal_share, options.signal_share);
        drawn.residual_share = value(HedgingInput::residual_share, options.residual_share);
        drawn.signals.half_life_years = value(HedgingInput::half_life, options.half_life_years);
        drawn.signals.shrinkage = value(HedgingInput::shrinkage, options.shrinkage);
        drawn.signals.bloc_weight = value(HedgingInput::bloc_weight, options.bloc_weight);
        return drawn;
    }

    /// Which events are kept is one input, how large they are another.
    std::vector<double> magnitudes(const Sample& sample, std::uint32_t d) const {
        HedgingDrawOptions kept = seeds_[sample[at(HedgingInput::events)] ? 1 : 0];
        kept.vary_magnitudes = false;
        HedgingDrawOptions sized = seeds_[sample[at(HedgingInput::magnitudes)] ? 1 : 0];
        sized.keep_probability = 1.0;
        const auto is_kept = drawn_magnitudes(evidence_.ledger, kept, d);
        auto magnitude = drawn_magnitudes(evidence_.ledger, sized, d);
        for (std::size_t k = 0; k < magnitude.size(); ++k) {
            if (is_kept[k] == 0.0) magnitude[k] = 0.0;
        }
        return magnitude;
    }

    /// Errors of both samples of one case.
    std::array<CaseNoise, 2> noise(std::uint32_t d, std::size_t noise_id) const {
        return {drawn_noise(seeds_[0], d, noise_id), drawn_noise(seeds_[1], d, noise_id)};
    }

  private:
    const HedgingEvidence& evidence_;
    std::array<HedgingDrawOptions, 2> seeds_;
};

CaseNoise mixed_noise(const std::array<CaseNoise, 2>& both, const Sample& sample) {
    CaseNoise noise = both[0];
    const auto from = [&](HedgingInput input) -> const CaseNoise& {
        return both[sample[at(input)] ? 1 : 0];
    };
    noise.trade = from(HedgingInput::trade_error).trade;
    noise.technology = from(HedgingInput::technology_error).technology;
    noise.trade_changes = from(HedgingInput::trade_change_error).trade_changes;
    noise.kappa = from(HedgingInput::vote_error).kappa;
    noise.kappa_change = from(HedgingInput::vote_error).kappa_change;
    noise.finance = from(HedgingInput::finance_error).finance;
    noise.finance_before = from(HedgingInput::finance_error).finance_before;
    return noise;
}

bool changes_signals(const Sample& sample) {
    for (const HedgingInput input :
         {HedgingInput::half_life, HedgingInput::shrinkage, HedgingInput::bloc_weight,
          HedgingInput::events, HedgingInput::magnitudes}) {
        if (sample[at(input)]) return true;
    }
    return false;
}

/// [sample] s of all cases in one draw; a sample that moves no signal shares those of the first.
std::vector<std::vector<PerChannel<double>>> drawn_signals(const Draws& draws,
                                                           const std::vector<Sample>& all,
                                                           const detail::LedgerPlan& ledger,
                                                           std::size_t num_cases, std::uint32_t d) {
    std::vector<std::vector<PerChannel<double>>> signals(all.size());
    for (std::size_t m = 0; m < all.size(); ++m) {
        if (m > 0 && !changes_signals(all[m])) continue;
        signals[m].resize(num_cases);
        ledger.scores(draws.magnitudes(all[m], d), draws.parameters(all[m], d).signals, signals[m]);
    }
    return signals;
}

}  // namespace

std::vector<std::optional<SobolIndices>> hedging_sensitivity(const HedgingEvidence& evidence,
                                                             std::span<const std::size_t> asked,
                                                             const HedgingDrawOptions& options) {
    constexpr std::size_t block = 16;
    check(options);
    check(evidence);
    for (const std::size_t i : asked) {
        if (i >= evidence.cases.size()) throw ShapeError("Sensitivity is asked of no case.");
    }
    const std::vector<Sample> all = samples();
    const Draws draws(evidence, options);
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    const detail::LedgerPlan ledger(evidence);
    // [case asked](sample, draw)
    std::vector<Array2<double>> index(asked.size(), Array2<double>(all.size(), options.num_draws));
    parallel_for((options.num_draws + block - 1) / block, options.threads, [&](std::size_t b) {
        for (std::size_t n = b * block; n < std::min(options.num_draws, (b + 1) * block); ++n) {
            const auto d = static_cast<std::uint32_t>(n);
            const auto signals = drawn_signals(draws, all, ledger, evidence.cases.size(), d);
            std::vector<HedgingParameters> parameters;
            for (const Sample& sample : all) parameters.push_back(draws.parameters(sample, d));
            for (std::size_t a = 0; a < asked.size(); ++a) {
                const HedgingCase& one = evidence.cases[asked[a]];
                const auto noise = draws.noise(d, one.noise_id.value_or(asked[a]));
                for (std::size_t m = 0; m < all.size(); ++m) {
                    const auto& s = signals[m].empty() ? signals.front() : signals[m];
                    index[a](m, n) = score_case(one, panel, s[asked[a]], parameters[m],
                                                mixed_noise(noise, all[m]))
                                         .index;
                }
            }
        }
    });

    std::vector<std::optional<SobolIndices>> result(asked.size());
    parallel_for(asked.size(), options.threads, [&](std::size_t a) {
        if (std::isnan(index[a](0, 0))) return;
        Array2<double> mixed(num_hedging_inputs, options.num_draws);
        for (std::size_t k = 0; k < num_hedging_inputs; ++k) {
            for (std::size_t d = 0; d < options.num_draws; ++d) mixed(k, d) = index[a](k + 2, d);
        }
        result[a] = sobol_indices(index[a].row(0), index[a].row(1), mixed, options.seed);
    });
    return result;
}

}  // namespace entente

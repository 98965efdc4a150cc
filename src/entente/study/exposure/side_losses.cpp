#include "entente/study/exposure/side_losses.hpp"

#include <algorithm>
#include <limits>

#include "entente/base/parallel.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/elasticity_slopes.hpp"
#include "entente/model/equilibrium/gradient.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/study/selection.hpp"

namespace entente::detail {
namespace {

// Solves that share a workspace, so that home links are inverted once for all of them.
constexpr std::size_t block = 8;

/// A shock that can be put up between any two sides and taken down again.
class MovableBarrier {
  public:
    MovableBarrier(const World& world, const Baseline& baseline, const Barrier& barrier)
        : baseline_(baseline), barrier_(barrier) {
        if (barrier.added_tariff) {
            shock_.tariff_rate = baseline.tariff_rate;
        } else {
            shock_.share_factor = Array3<double>(world.num_countries(), world.num_countries(),
                                                 world.num_sectors(), 1.0);
        }
        if (!barrier.scope.sector.empty()) {
            first_sector_ = world.sectors().at(barrier.scope.sector);
            end_sector_ = first_sector_ + 1;
        } else {
            end_sector_ = world.num_sectors();
        }
    }

    const Shock& between(const Sides& sides) {
        set(sides, true);
        return shock_;
    }
    void take_down(const Sides& sides) { set(sides, false); }

  private:
    void set(const Sides& sides, bool is_up) {
        for (const std::size_t n : sides.countries) {
            for (const std::size_t m : sides.power) {
                if (m == n) continue;
                for (std::size_t s = first_sector_; s < end_sector_; ++s) {
                    if (barrier_.scope.imports) set_cell(m, n, s, is_up);
                    if (barrier_.scope.exports) set_cell(n, m, s, is_up);
                }
            }
        }
    }

    void set_cell(std::size_t i, std::size_t n, std::size_t s, bool is_up) {
        if (barrier_.added_tariff) {
            shock_.tariff_rate(i, n, s) =
                baseline_.tariff_rate(i, n, s) + (is_up ? *barrier_.added_tariff : 0.0);
        } else {
            shock_.share_factor(i, n, s) = is_up ? 0.0 : 1.0;
        }
    }

    const Baseline& baseline_;
    const Barrier& barrier_;
    Shock shock_{};
    std::size_t first_sector_ = 0;
    std::size_t end_sector_ = 0;
};

// [eq:equilibrium-exposure]  Loss[n] = 1 - W_hat[n] when the barrier stands between n and the power
SideLosses losses_at(const Baseline& baseline, const Shock& shock, const Equilibrium& solved,
                     const Sides& sides) {
    std::vector<double> loss;
    for (const CountryChange& change : country_changes(baseline, shock, solved)) {
        loss.push_back(1.0 - change.welfare_hat);
    }
    return {.countries = weighted_mean(loss, baseline.value_added, sides.countries),
            .power = weighted_mean(loss, baseline.value_added, sides.power)};
}

/// [s] of the mean loss of the countries: their W_hat answer ln theta as the mean of their logs
/// does times the mean of W_hat, which is exact for a country alone.
std::vector<double> loss_slopes(const Baseline& baseline, const Shock& shock,
                                const Equilibrium& solved, Workspace& workspace,
                                const Sides& sides) {
    // Intervals need no more digits than this.
    constexpr double tolerance = 1e-4;
    const Gradient gradient_of_welfare =
        gradient(workspace, welfare_of_group(baseline, sides.countries), {.tolerance = tolerance});
    std::vector<double> slopes = elasticity_slopes(baseline, shock, solved, gradient_of_welfare);
    const double welfare_hat = 1.0 - losses_at(baseline, shock, solved, sides).countries;
    for (double& slope : slopes) slope *= -welfare_hat;
    return slopes;
}

}  // namespace

EquilibriumLosses::EquilibriumLosses(const World& world, const LossSolveOptions& options)
    : EquilibriumLosses(world, make_baseline(world), options) {}

EquilibriumLosses::EquilibriumLosses(const World& world, Baseline baseline,
                                     const LossSolveOptions& options)
    : world_(world), baseline_(std::move(baseline)), options_(options) {}

void EquilibriumLosses::solve(std::span<const Sides> sides, const Barrier& barrier,
                              Workspace& workspace, std::span<SideLosses> losses) const {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    MovableBarrier movable(world_, baseline_, barrier);
    for (std::size_t k = 0; k < sides.size(); ++k) {
        const Shock& shock = movable.between(sides[k]);
        const Equilibrium solved =
            solve_equilibrium(baseline_, shock, {.tolerance = options_.tolerance}, workspace);
        losses[k] = {.countries = none, .power = none};
        if (solved.is_usable()) {
            losses[k] = losses_at(baseline_, shock, solved, sides[k]);
            if (options_.has_slopes) {
                losses[k].elasticity_slopes =
                    loss_slopes(baseline_, shock, solved, workspace, sides[k]);
            }
        }
        movable.take_down(sides[k]);
    }
}

std::vector<SideLosses> EquilibriumLosses::of(const std::vector<Sides>& sides,
                                              const Barrier& barrier, std::size_t threads) const {
    std::vector<SideLosses> losses(sides.size());
    parallel_for((sides.size() + block - 1) / block, threads, [&](std::size_t b) {
        Workspace workspace(baseline_);
        const std::size_t first = b * block;
        const std::size_t count = std::min(block, sides.size() - first);
        solve(std::span(sides).subspan(first, count), barrier, workspace,
              std::span(losses).subspan(first, count));
    });
    return losses;
}

PathDecomposition EquilibriumLosses::path(const Sides& sides, const Barrier& barrier) const {
    // Finer than any figure shown; what the integration misses is shown as a part of its own.
    constexpr double path_tolerance = 1e-7;
    MovableBarrier movable(world_, baseline_, barrier);
    return decompose_welfare(baseline_, movable.between(sides), {.tolerance = path_tolerance});
}

std::vector<SideLosses> closed_form_losses(const Losses& losses, const std::vector<Sides>& sides,
                                           const Scope& scope, std::size_t threads) {
    std::vector<SideLosses> found(sides.size());
    Scope mirrored = scope;
    std::swap(mirrored.imports, mirrored.exports);
    parallel_for(sides.size(), threads, [&](std::size_t k) {
        found[k] = {.countries = losses.of_power(sides[k].countries, sides[k].power, mirrored),
                    .power = losses.of_power(sides[k].power, sides[k].countries, scope)};
    });
    return found;
}

}  // namespace entente::detail

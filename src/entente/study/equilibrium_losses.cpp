#include "entente/study/equilibrium_losses.hpp"

#include <algorithm>

#include "entente/base/parallel.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace.hpp"

namespace entente::detail {
namespace {

// Welfare is then right to far more digits than the data bear.
constexpr double tolerance = 1e-9;
// Cut-offs that share a workspace, so that home links are inverted once for all of them.
constexpr std::size_t block = 8;

/// Sets the cells that stop to `factor`: 0 cuts them off, 1 mends them again.
void set_cells(Array3<double>& share_factor, const World& world, std::size_t n,
               const std::vector<std::size_t>& power, const Scope& scope, double factor) {
    const std::size_t first = scope.sector.empty() ? 0 : world.sectors().at(scope.sector);
    const std::size_t end = scope.sector.empty() ? world.num_sectors() : first + 1;
    for (const std::size_t member : power) {
        if (member == n) continue;
        for (std::size_t s = first; s < end; ++s) {
            if (scope.imports) share_factor(member, n, s) = factor;
            if (scope.exports) share_factor(n, member, s) = factor;
        }
    }
}

// [eq:equilibrium-exposure]  Loss[n] = 1 - W_hat[n] when the cells between n and the power stop
CutOffLoss losses_of(const Baseline& baseline, const Shock& shock, const Equilibrium& solved,
                     std::size_t n, const std::vector<std::size_t>& power) {
    const std::vector<CountryChange> changes = country_changes(baseline, shock, solved);
    CutOffLoss loss{.country = 1.0 - changes[n].welfare_hat};
    double income = 0.0;
    for (const std::size_t member : power) {
        loss.power += baseline.value_added[member] * (1.0 - changes[member].welfare_hat);
        income += baseline.value_added[member];
    }
    loss.power /= income;
    return loss;
}

}  // namespace

std::vector<std::optional<CutOffLoss>> equilibrium_losses(const World& world,
                                                          const std::vector<std::size_t>& countries,
                                                          const std::vector<std::size_t>& power,
                                                          const Scope& scope, std::size_t threads) {
    const Baseline baseline = make_baseline(world);
    std::vector<std::optional<CutOffLoss>> losses(countries.size());
    parallel_for((countries.size() + block - 1) / block, threads, [&](std::size_t b) {
        Workspace workspace(baseline);
        Shock shock{.share_factor = Array3<double>(world.num_countries(), world.num_countries(),
                                                   world.num_sectors(), 1.0)};
        for (std::size_t k = b * block; k < std::min((b + 1) * block, countries.size()); ++k) {
            set_cells(shock.share_factor, world, countries[k], power, scope, 0.0);
            const Equilibrium solved =
                solve_equilibrium(baseline, shock, {.tolerance = tolerance}, workspace);
            if (solved.is_usable()) {
                losses[k] = losses_of(baseline, shock, solved, countries[k], power);
            }
            set_cells(shock.share_factor, world, countries[k], power, scope, 1.0);
        }
    });
    return losses;
}

}  // namespace entente::detail

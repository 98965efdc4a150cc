#include "entente/realignment/landscape/landscape.hpp"

#include <fmt/format.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {

void require_valid(const Landscape& landscape) {
    const std::size_t n = landscape.num_actors();
    if (n < 2 || n > max_landscape_actors) {
        throw OptionError(
            fmt::format("A landscape has 2 to {} actors; {} were given.", max_landscape_actors, n));
    }
    if (landscape.propensities.rows() != n || landscape.propensities.columns() != n) {
        throw ShapeError("Propensities need one row and one column for each actor.");
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (!(landscape.sizes[i] > 0.0) || !std::isfinite(landscape.sizes[i])) {
            throw OptionError(
                fmt::format("The size of actor {} is {}; it must be a number above zero.", i + 1,
                            landscape.sizes[i]));
        }
        for (std::size_t j = 0; j < i; ++j) {
            const double p = landscape.propensities(i, j);
            if (!std::isfinite(p) || p != landscape.propensities(j, i)) {
                throw ShapeError("Propensities must be finite and the same both ways.");
            }
        }
    }
}

Camps after_flip(Camps camps, std::size_t actor, std::size_t num_actors) {
    if (actor > 0) return camps ^ (Camps{1} << actor);
    const Camps all = static_cast<Camps>((std::uint64_t{1} << num_actors) - 1);
    return camps ^ all ^ Camps { 1 };
}

double camp_energy(const Landscape& landscape, Camps camps) {
    double energy = 0.0;
    for (std::size_t i = 0; i < landscape.num_actors(); ++i) {
        energy += landscape.sizes[i] * camp_frustration(landscape, camps, i);
    }
    return energy;
}

double camp_frustration(const Landscape& landscape, Camps camps, std::size_t actor) {
    double sum = 0.0;
    for (std::size_t j = 0; j < landscape.num_actors(); ++j) {
        if (j == actor || !are_apart(camps, actor, j)) continue;
        sum += landscape.sizes[j] * landscape.propensities(actor, j);
    }
    return sum;
}

std::vector<double> flip_margins(const Landscape& landscape, Camps camps) {
    const std::size_t n = landscape.num_actors();
    std::vector<double> margins(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (j == i) continue;
            // Leaving a camp separates i from those in it and joins it to the others.
            const double pull = 2.0 * landscape.sizes[j] * landscape.propensities(i, j);
            margins[i] += are_apart(camps, i, j) ? -pull : pull;
        }
    }
    return margins;
}

double energy_tolerance(const Landscape& landscape) {
    double scale = 0.0;
    for (std::size_t i = 0; i < landscape.num_actors(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            scale += 2.0 * std::abs(landscape.sizes[i] * landscape.sizes[j] *
                                    landscape.propensities(i, j));
        }
    }
    return 1e-11 * scale;
}

}  // namespace entente

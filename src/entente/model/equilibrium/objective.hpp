#pragma once

// The figure a gradient is taken of: a weighted sum of logarithms of results.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "entente/model/equilibrium/baseline.hpp"

namespace entente {

struct Objective {
    /// weight times ln W_hat of a country, [eq:welfare].
    struct Welfare {
        std::size_t country = 0;
        double weight = 1.0;
    };
    /// weight times ln of what origin sells to destination, net of tariffs; no sector = all of them
    /// together. The two must differ and trade something.
    struct Trade {
        std::size_t origin = 0;
        std::size_t destination = 0;
        std::optional<std::size_t> sector{};
        double weight = 1.0;
    };
    std::vector<Welfare> welfare{};
    std::vector<Trade> trade{};
};

/// ln W_hat of one country.
Objective welfare_of(std::size_t country);

/// Mean of ln W_hat, each country with its part of the group's income at the baseline.
/// @throws OptionError if there is no country.
Objective welfare_of_group(const Baseline& baseline, std::span<const std::size_t> countries);

/// The loss of `target` less that of `sender`, both as -ln W_hat: what a measure costs the one it
/// is aimed at beyond what it costs the one who takes it. A definition of ours.
Objective loss_gap(std::size_t target, std::size_t sender);

}  // namespace entente

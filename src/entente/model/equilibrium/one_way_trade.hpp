#pragma once

// Whether trade can balance at all: a shock may leave countries that buy from others and can sell
// nothing back.

#include <optional>
#include <string>

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"

namespace entente {

/// `origin` sells to `destination`, from where nothing comes back, not even through others.
struct OneWayTrade {
    std::string origin;
    std::string destination;
};

/// The first such pair, in the order of countries. With balanced deficits there is then no
/// equilibrium: all those whom `destination` sells to, directly or through others, together buy
/// from outside and earn nothing there. With fixed or multiplicative deficits there may be one.
/// @throws ShapeError if the shape of the shock differs from the world's.
/// Source  ours; docs/theory/equilibrium.md [eq:balance].
std::optional<OneWayTrade> find_one_way_trade(const Baseline& baseline, const Shock& shock);

}  // namespace entente

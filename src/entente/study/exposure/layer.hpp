#pragma once

// The layer of drawn losses.

#include "entente/world/layer/exposure_draws.hpp"
#include "entente/world/layer/layer.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// With figures in percent to five decimals and the sources of the world.
Layer make_exposure_layer(const World& world, const ExposureDraws& draws);

}  // namespace entente::detail

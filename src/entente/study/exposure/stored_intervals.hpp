#pragma once

// Intervals of losses from the draws stored for a world.

#include <optional>
#include <string>

#include "entente/report/exposure/loss_interval.hpp"
#include "entente/world/horizon.hpp"
#include "entente/world/layer/exposure_draws.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente::detail {

/// The layer of exposure that `layers`, the value of --layers, gives, and no other layer: reading
/// all would take longer than the losses.
LayerSet exposure_layers(const WorldCatalog& catalog, const std::string& layers);

class StoredIntervals {
  public:
    /// Without a layer, or with one solved in another world, nothing is found, and source() says
    /// why and how to solve draws of this one.
    StoredIntervals(const World& world, const LayerSet& layers);

    /// Nothing if this cut was not drawn.
    const ExposureIntervals* find(const std::string& power, const std::string& scope,
                                  const Horizon& horizon, const std::string& code) const;
    /// The interval of the economy's loss.
    std::optional<LossInterval> loss(const std::string& power, const std::string& scope,
                                     const Horizon& horizon, const std::string& code) const;

    const IntervalSource& source() const { return source_; }

  private:
    std::optional<ExposureDraws> draws_{};
    IntervalSource source_{};
};

}  // namespace entente::detail

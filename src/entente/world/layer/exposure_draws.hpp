#pragma once

// Losses drawn with uncertain trade elasticities, as they are stored beside a world.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/world/layer/layer.hpp"

namespace entente {

/// Which cut: a power, the trade in a scope ("all", "imports", "exports"), and the horizon.
struct ExposureCell {
    std::string power;
    std::string scope;
    std::string horizon;
    friend auto operator<=>(const ExposureCell&, const ExposureCell&) = default;
};

/// Quantiles over the draws, parts of real income: 5%, 50% and 95%.
struct LossQuantiles {
    double low = 0.0;
    double median = 0.0;
    double high = 0.0;
};

/// One economy, or a group as the mean of its members weighted with GDP inside each draw.
struct ExposureIntervals {
    ExposureCell cell;
    std::string code;
    std::size_t num_draws = 0;
    /// What the economy loses; what the power loses and the first less the second, not for groups.
    LossQuantiles loss;
    std::optional<LossQuantiles> own{};
    std::optional<LossQuantiles> difference{};
};

/// One draw of one economy, kept so that anybody can solve it again.
struct ExposureDraw {
    ExposureCell cell;
    std::string code;
    std::size_t draw = 0;
    double loss = 0.0;
    double own = 0.0;
};

struct ExposureDraws {
    /// The world they were solved in.
    std::string world;
    std::string world_hash;
    std::uint64_t seed = 0;
    std::size_t num_draws = 0;
    /// Standard error as a part of theta where the world states none.
    double elasticity_error = 0.0;
    /// Time path of elasticities.
    std::string profile;
    std::string program_version;
    std::vector<ExposureIntervals> intervals;
    std::vector<ExposureDraw> draws;

    /// Nothing if the cell or the economy was not drawn.
    const ExposureIntervals* find(const ExposureCell& cell, const std::string& code) const;
};

/// @param layer  of layout "exposure"; @throws ShapeError if it is another.
ExposureDraws read_exposure_draws(const Layer& layer);

}  // namespace entente

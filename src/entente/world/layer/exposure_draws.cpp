#include "entente/world/layer/exposure_draws.hpp"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr double percent = 0.01;

ExposureCell cell_at(const LayerTable& table, std::size_t row) {
    return {.power = table["power"].text(row),
            .scope = table["scope"].text(row),
            .horizon = table["horizon"].text(row)};
}

std::optional<LossQuantiles> quantiles_at(const LayerTable& table, const std::string& name,
                                          std::size_t row) {
    const double median = table[name + "_median"].number(row);
    if (std::isnan(median)) return std::nullopt;
    return LossQuantiles{.low = percent * table[name + "_low"].number(row),
                         .median = percent * median,
                         .high = percent * table[name + "_high"].number(row)};
}

}  // namespace

const ExposureIntervals* ExposureDraws::find(const ExposureCell& cell,
                                             const std::string& code) const {
    const auto found = std::ranges::find_if(intervals, [&](const ExposureIntervals& one) {
        return one.code == code && one.cell == cell;
    });
    return found == intervals.end() ? nullptr : &*found;
}

ExposureDraws read_exposure_draws(const Layer& layer) {
    const LayerTable& origin = layer.table("origin");
    ExposureDraws stored;
    if (origin.num_rows() > 0) {
        stored.world = origin["world"].text(0);
        stored.world_hash = origin["world_hash"].text(0);
        stored.seed = static_cast<std::uint64_t>(origin["seed"].number(0));
        stored.num_draws = static_cast<std::size_t>(origin["draws"].number(0));
        stored.elasticity_error = origin["elasticity_error"].number(0);
        stored.profile = origin["profile"].text(0);
        stored.program_version = origin["program_version"].text(0);
    }
    const LayerTable& intervals = layer.table("intervals");
    for (std::size_t row = 0; row < intervals.num_rows(); ++row) {
        stored.intervals.push_back(
            {.cell = cell_at(intervals, row),
             .code = intervals["code"].text(row),
             .num_draws = static_cast<std::size_t>(intervals["draws"].number(row)),
             .loss = quantiles_at(intervals, "loss", row).value_or(LossQuantiles{}),
             .own = quantiles_at(intervals, "own", row),
             .difference = quantiles_at(intervals, "difference", row)});
    }
    const LayerTable& draws = layer.table("draws");
    for (std::size_t row = 0; row < draws.num_rows(); ++row) {
        stored.draws.push_back({.cell = cell_at(draws, row),
                                .code = draws["code"].text(row),
                                .draw = static_cast<std::size_t>(draws["draw"].number(row)),
                                .loss = percent * draws["loss"].number(row),
                                .own = percent * draws["own"].number(row)});
    }
    return stored;
}

}  // namespace entente

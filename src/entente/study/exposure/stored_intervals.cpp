#include "entente/study/exposure/stored_intervals.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::detail {
namespace {

constexpr const char* layout = "exposure";

std::string advice(const World& world) {
    return fmt::format(
        "To solve them: entente exposure --world {} --write FOLDER, then --layers FOLDER.",
        world.name());
}

}  // namespace

LayerSet exposure_layers(const WorldCatalog& catalog, const std::string& layers) {
    if (!layers.empty()) return open_layers(catalog, layers);
    LayerSet set;
    const std::vector<CatalogEntry> known = catalog.list();
    const auto found = std::ranges::find_if(known, [](const CatalogEntry& entry) {
        return entry.name == layout && entry.kind == "layer";
    });
    if (found != known.end()) set.add(open_layer(catalog, layout));
    return set;
}

StoredIntervals::StoredIntervals(const World& world, const LayerSet& layers) {
    const Layer* layer = layers.find(layout);
    if (layer == nullptr) {
        source_.missing = "No draws are stored. " + advice(world);
        return;
    }
    ExposureDraws stored = read_exposure_draws(*layer);
    if (stored.world_hash != world.content_hash()) {
        source_.missing = fmt::format(
            "The stored draws are of the world {} with content hash {:.12} and not of {} with "
            "{:.12}, so they are not used. {}",
            stored.world, stored.world_hash, world.name(), world.content_hash(), advice(world));
        return;
    }
    source_ = {.layer = {.name = layer->name(),
                         .content_hash = layer->content_hash(),
                         .sources = layer->data().source_names},
               .num_draws = stored.num_draws,
               .seed = stored.seed};
    draws_ = std::move(stored);
}

const ExposureIntervals* StoredIntervals::find(const std::string& power, const std::string& scope,
                                               const Horizon& horizon,
                                               const std::string& code) const {
    if (!draws_) return nullptr;
    if (horizon.years && profile_name(horizon.profile) != draws_->profile) return nullptr;
    return draws_->find({power, scope, horizon_text(horizon)}, code);
}

std::optional<LossInterval> StoredIntervals::loss(const std::string& power,
                                                  const std::string& scope, const Horizon& horizon,
                                                  const std::string& code) const {
    const ExposureIntervals* found = find(power, scope, horizon, code);
    if (found == nullptr) return std::nullopt;
    return LossInterval{
        .low = found->loss.low, .high = found->loss.high, .method = IntervalMethod::draws};
}

}  // namespace entente::detail

#pragma once

// The layers that come with entente, read from their folders.

#include <filesystem>

#include "entente/study/loaded_layers.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente::testing {

inline const detail::LoadedLayers& bundled_layers() {
    static const detail::LoadedLayers layers = [] {
        const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
        LayerSet set;
        for (const char* name : {"totals", "geography", "votes", "finance", "signals"}) {
            set.add(open_layer(WorldCatalog({}), (folder / name).string()));
        }
        return detail::load(set);
    }();
    return layers;
}

}  // namespace entente::testing

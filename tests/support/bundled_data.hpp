#pragma once

// The world and the layers that the program comes with, read once a test program.

#include <filesystem>
#include <string>

#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"
#include "entente/world/world_files.hpp"

namespace entente::testing {

inline std::filesystem::path data_folder(const std::string& name) {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name;
}

inline const World& bundled_world() {
    static const World read = read_tidy_folder(data_folder("world-2023"));
    return read;
}

inline const LayerSet& bundled_layers() {
    static const LayerSet read = [] {
        LayerSet set;
        for (const char* name : {"totals", "geography", "votes", "finance", "signals", "security",
                                 "us-trade", "panel", "positions"}) {
            set.add(read_layer_folder(data_folder(name)));
        }
        return set;
    }();
    return read;
}

}  // namespace entente::testing

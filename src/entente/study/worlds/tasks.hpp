#pragma once

// Tasks `world list`, `show`, `check`, `import`, `export` and `build`.

#include <string>

#include "entente/report/worlds/layer_summary.hpp"
#include "entente/report/worlds/reports.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct WorldListOptions {};

struct WorldShowOptions {
    std::string world = default_world;
};

struct WorldCheckOptions {
    std::string world = default_world;
};

/// The folder of a world or a layer becomes a file.
struct WorldImportOptions {
    std::string folder{};
    std::string output{};
};

/// A world or a layer becomes a folder.
struct WorldExportOptions {
    std::string world = default_world;
    std::string output{};
    /// Compress the tables.
    bool gzip = false;
};

/// Raw publisher files become a tidy folder or a world file, by a recipe.
struct WorldBuildOptions {
    std::string recipe{};
    std::string raw{};
    /// A file ending in .world, or else a tidy folder with compressed tables.
    std::string output{};
};

inline OptionText world_or_layer() {
    return {.name = "world",
            .value = "NAME|FILE|FOLDER",
            .text = "World or layer: a bundled name, a .world file or a folder",
            .is_positional = true};
}

template <class Visitor>
void describe(WorldListOptions&, Visitor&&) {}

template <class Visitor>
void describe(WorldShowOptions& options, Visitor&& visit) {
    visit(world_or_layer(), options.world);
}

template <class Visitor>
void describe(WorldCheckOptions& options, Visitor&& visit) {
    visit(world_or_layer(), options.world);
}

template <class Visitor>
void describe(WorldImportOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "folder",
                     .value = "DIR",
                     .text = "Folder of a world or a layer to read",
                     .is_positional = true,
                     .is_required = true},
          options.folder);
    visit(OptionText{.name = "output",
                     .value = "FILE",
                     .text = "World file to write",
                     .letter = 'o',
                     .is_required = true},
          options.output);
}

template <class Visitor>
void describe(WorldExportOptions& options, Visitor&& visit) {
    visit(world_or_layer(), options.world);
    visit(OptionText{.name = "output",
                     .value = "DIR",
                     .text = "Folder to write; it must be new or empty",
                     .letter = 'o',
                     .is_required = true},
          options.output);
    visit(OptionText{.name = "gzip", .value = "", .text = "Compress the tables"}, options.gzip);
}

template <class Visitor>
void describe(WorldBuildOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "recipe",
                     .value = "RECIPE.toml",
                     .text = "Recipe to follow",
                     .is_positional = true,
                     .is_required = true},
          options.recipe);
    visit(OptionText{.name = "raw",
                     .value = "DIR",
                     .text = "Folder of the publishers' raw files",
                     .is_required = true},
          options.raw);
    visit(OptionText{.name = "output",
                     .value = "FILE|DIR",
                     .text = "World file to write (ending in .world), or else a tidy folder",
                     .letter = 'o',
                     .is_required = true},
          options.output);
}

WorldList list_worlds(const WorldCatalog& worlds);
WorldSummary summarise_world(const World& world);
LayerSummary summarise_layer(const Layer& layer);
WorldChecks run_world_checks(const World& world);
/// The same of a world or a layer, by name, file or folder.
WorldChecks run_checks(const WorldCatalog& worlds, const WorldCheckOptions& options);
WrittenWorld export_named(const WorldCatalog& worlds, const WorldExportOptions& options);
/// @throws DataError with all problems of the folder; nothing is written then.
WrittenWorld import_world(const WorldImportOptions& options);
WrittenWorld export_world(const World& world, const WorldExportOptions& options);
WrittenWorld build_world(const WorldBuildOptions& options);

}  // namespace entente

#include "entente/study/worlds/tasks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/study/selection.hpp"
#include "entente/world/layer/check_layer.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/recipe.hpp"
#include "entente/world/trade_state.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

void add_trade(const World& world, WorldSummary& summary) {
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            if (i == n) continue;
            for (std::size_t s = 0; s < world.num_sectors(); ++s) {
                const double flow = world.trade_flow()(i, n, s);
                summary.foreign_trade += flow;
                switch (world.trade_quality()(i, n, s)) {
                    case Quality::observed:
                        summary.observed_share += flow;
                        break;
                    case Quality::scaled:
                        summary.scaled_share += flow;
                        break;
                    case Quality::estimated:
                        summary.estimated_share += flow;
                        break;
                }
            }
        }
    }
    if (summary.foreign_trade <= 0.0) return;
    summary.observed_share /= summary.foreign_trade;
    summary.scaled_share /= summary.foreign_trade;
    summary.estimated_share /= summary.foreign_trade;
}

/// The first cell that is not empty.
std::string first_cell(const LayerColumn& column) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.numeric() && !column.text(row).empty()) return column.text(row);
        if (column.numeric() && !std::isnan(column.number(row))) {
            return fmt::format("{}", column.number(row));
        }
    }
    return {};
}

bool is_world_file(const std::string& path) {
    return path.ends_with(".world");
}

}  // namespace

WorldList list_worlds(const WorldCatalog& worlds) {
    return {.worlds = worlds.list()};
}

WorldSummary summarise_world(const World& world) {
    WorldSummary summary{.world = detail::stamp(world),
                         .countries = world.data().countries,
                         .sectors = world.data().sectors,
                         .groups = {},
                         .sources = world.data().sources,
                         .parameters = world.data().parameters,
                         .alternative_tariffs = {}};
    for (const std::string& group : world.groups()) {
        GroupSummary entry{.name = group, .members = {}};
        for (const std::size_t n : world.members(group)) {
            entry.members.push_back(world.countries()[n]);
        }
        summary.groups.push_back(std::move(entry));
    }
    for (const auto& [label, rates] : world.data().alternative_tariffs) {
        summary.alternative_tariffs.push_back(label);
    }
    for (const double gdp : observed_state(world).value_added) summary.value_added += gdp;
    add_trade(world, summary);
    return summary;
}

LayerSummary summarise_layer(const Layer& layer) {
    const LayerData& data = layer.data();
    LayerSummary summary{.layer = detail::stamp(layer),
                         .layout = data.layout,
                         .version = data.version,
                         .title = data.title,
                         .as_of = date_text(data.as_of),
                         .columns = {},
                         .parameters = data.parameters,
                         .sources = data.sources};
    for (const LayerTableLayout& table : find_layer_layout(data.layout)->tables) {
        const LayerTable& rows = layer.table(table.name);
        for (const LayerColumnLayout& column : table.columns) {
            summary.columns.push_back({.table = rows.name,
                                       .column = std::string(column.name),
                                       .text = std::string(column.text),
                                       .num_rows = rows.num_rows(),
                                       .example = first_cell(rows[column.name])});
        }
    }
    return summary;
}

WorldChecks run_world_checks(const World& world) {
    return {.world = detail::stamp(world), .checks = check_world(world)};
}

namespace {

WrittenWorld written(const Layer& layer, const std::string& path) {
    return {.world = detail::stamp(layer), .path = path};
}

constexpr bool packed = true;

}  // namespace

WorldChecks run_checks(const WorldCatalog& worlds, const WorldCheckOptions& options) {
    if (!worlds.is_layer(options.world)) return run_world_checks(worlds.open(options.world));
    const Layer layer = open_layer(worlds, options.world);
    return {.world = detail::stamp(layer), .checks = check_layer(layer)};
}

WrittenWorld import_world(const WorldImportOptions& options) {
    if (is_layer_folder(options.folder)) {
        const Layer layer = read_layer_folder(options.folder);
        write_layer_file(layer, options.output);
        return written(layer, options.output);
    }
    const World world = read_tidy_folder(options.folder);
    write_world_file(world, options.output);
    return {.world = detail::stamp(world), .path = options.output};
}

WrittenWorld export_world(const World& world, const WorldExportOptions& options) {
    write_tidy_folder(world, options.output, options.gzip);
    return {.world = detail::stamp(world), .path = options.output};
}

WrittenWorld export_named(const WorldCatalog& worlds, const WorldExportOptions& options) {
    if (!worlds.is_layer(options.world)) return export_world(worlds.open(options.world), options);
    const Layer layer = open_layer(worlds, options.world);
    write_layer_folder(layer, options.output, options.gzip);
    return written(layer, options.output);
}

WrittenWorld build_world(const WorldBuildOptions& options) {
    if (is_layer_recipe(options.recipe)) {
        const Layer layer = build_layer_from_recipe(options.recipe, options.raw);
        if (is_world_file(options.output)) {
            write_layer_file(layer, options.output);
        } else {
            write_layer_folder(layer, options.output, packed);
        }
        return written(layer, options.output);
    }
    const World world = build_from_recipe(options.recipe, options.raw);
    if (is_world_file(options.output)) {
        write_world_file(world, options.output);
    } else {
        write_tidy_folder(world, options.output, packed);
    }
    return {.world = detail::stamp(world), .path = options.output};
}

}  // namespace entente

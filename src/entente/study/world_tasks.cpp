#include "entente/study/world_tasks.hpp"

#include <algorithm>

#include "entente/study/selection.hpp"
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

WorldChecks run_world_checks(const World& world) {
    return {.world = detail::stamp(world), .checks = check_world(world)};
}

WrittenWorld import_world(const WorldImportOptions& options) {
    const World world = read_tidy_folder(options.folder);
    write_world_file(world, options.output);
    return {.world = detail::stamp(world), .path = options.output};
}

WrittenWorld export_world(const World& world, const WorldExportOptions& options) {
    write_tidy_folder(world, options.output, options.gzip);
    return {.world = detail::stamp(world), .path = options.output};
}

WrittenWorld build_world(const WorldBuildOptions& options) {
    const World world = build_from_recipe(options.recipe, options.raw);
    if (is_world_file(options.output)) {
        write_world_file(world, options.output);
    } else {
        constexpr bool gzip = true;
        write_tidy_folder(world, options.output, gzip);
    }
    return {.world = detail::stamp(world), .path = options.output};
}

}  // namespace entente

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/study/exposure/draws.hpp"
#include "entente/study/exposure/layer.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/exposure/table.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/layer/layer_files.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t usual_draws = 200;
// Enough to solve again in a minute, few enough to store.
constexpr std::size_t kept_draws = 3;

/// Draws are of cuts, for all economies: anything else asked for would be ignored in silence.
void require_cuts_alone(const ExposureOptions& options) {
    const ExposureOptions plain;
    std::vector<std::string> given;
    if (!options.tariff.empty()) given.emplace_back("tariff");
    if (options.method != plain.method) given.emplace_back("method");
    if (options.by != plain.by) given.emplace_back("by");
    if (options.show != plain.show) given.emplace_back("show");
    if (!options.countries.empty()) given.emplace_back("countries");
    if (!options.between.empty()) given.emplace_back("between");
    if (options.history) given.emplace_back("history");
    if (!given.empty()) {
        throw OptionError(
            fmt::format("write solves cuts for all economies and takes no {}: leave {} out.",
                        fmt::join(given, ", "), given.size() == 1 ? "it" : "them"));
    }
    std::vector<std::string> powers = options.to;
    std::ranges::sort(powers);
    const auto twice = std::ranges::adjacent_find(powers);
    if (twice != powers.end()) throw OptionError(fmt::format("to names {} twice.", *twice));
}

/// Nothing is overwritten unless that is asked for, and then nothing but a layer of this kind.
void check_folder(const ExposureOptions& options) {
    const fs::path folder = options.write;
    if (options.write.empty()) {
        throw OptionError(
            "draws are stored and not shown: say where with --write FOLDER, and use them with "
            "--layers FOLDER.");
    }
    if (!fs::exists(folder) || (fs::is_directory(folder) && fs::is_empty(folder))) return;
    const bool is_ours =
        is_layer_folder(folder) && read_layer_folder(folder).layout() == "exposure";
    if (is_ours && options.force) return;
    throw OptionError(
        fmt::format("{} is there already. Name a new folder{}.", options.write,
                    is_ours ? ", or add --force to replace the layer of exposure in it" : ""));
}

}  // namespace

ExposureTable make_exposure_table(const WorldCatalog& worlds, const ExposureOptions& options) {
    return make_exposure_table(worlds.open(options.world), options,
                               detail::exposure_layers(worlds, options.layers));
}

ExposureDetail make_exposure_detail(const WorldCatalog& worlds, const ExposureOptions& options) {
    return make_exposure_detail(worlds.open(options.world), options,
                                detail::exposure_layers(worlds, options.layers));
}

WrittenWorld write_exposure_draws(const World& world, const ExposureOptions& options) {
    require_cuts_alone(options);
    check_folder(options);
    const bool has_horizon = options.horizon != "long";
    const detail::ExposureDrawPlan plan{
        .powers = options.to.empty() ? std::vector<std::string>{"USA", "CHN", "EU27"} : options.to,
        .scope = options.scope,
        .horizons =
            has_horizon ? std::vector{options.horizon} : std::vector<std::string>{"long", "1"},
        .profile = options.profile,
        .num_draws = options.draws > 0 ? options.draws : usual_draws,
        .seed = options.seed,
        .num_kept = kept_draws,
        .threads = options.threads};
    const Layer layer =
        detail::make_exposure_layer(world, detail::solve_exposure_draws(world, plan));
    if (options.force) fs::remove_all(options.write);
    write_layer_folder(layer, options.write, true);
    return {.world = detail::stamp(layer), .path = options.write};
}

}  // namespace entente

#include "entente/world/layer/layer_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_layout.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::vector<CatalogEntry> layers_of(const WorldCatalog& catalog) {
    std::vector<CatalogEntry> layers;
    for (CatalogEntry& entry : catalog.list()) {
        if (entry.kind == "layer") layers.push_back(std::move(entry));
    }
    return layers;
}

/// Bundled layers go by the name of their layout.
LayerSet bundled(const WorldCatalog& catalog) {
    LayerSet set;
    for (const CatalogEntry& entry : layers_of(catalog)) {
        if (find_layer_layout(entry.name) != nullptr) set.add(read_layer_file(entry.file));
    }
    return set;
}

LayerSet all_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
    // The order of a directory differs between machines.
    std::ranges::sort(paths);
    LayerSet set;
    for (const fs::path& path : paths) {
        if (is_layer_folder(path)) {
            set.add(read_layer_folder(path));
        } else if (path.extension() == ".world" && is_layer_file(path)) {
            set.add(read_layer_file(path));
        }
    }
    if (set.layers().empty()) {
        throw OptionError(fmt::format(
            "--layers {}: the folder holds no layer. Name a folder with layer files (.world) or "
            "layer folders, or a list of names.",
            folder.string()));
    }
    return set;
}

std::vector<std::string> split_list(const std::string& list) {
    std::vector<std::string> names;
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (end > 0) names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

}  // namespace

void LayerSet::add(Layer layer) {
    const std::string layout = layer.layout();
    layers_[layout] = std::make_shared<const Layer>(std::move(layer));
}

void LayerSet::remove(std::string_view layout) {
    const auto at = layers_.find(layout);
    if (at != layers_.end()) layers_.erase(at);
}

const Layer* LayerSet::find(std::string_view layout) const {
    const auto found = layers_.find(layout);
    return found == layers_.end() ? nullptr : found->second.get();
}

std::string missing_layer(std::string_view layout) {
    return fmt::format("The layer {} is not there: build it, or name one with --layers.", layout);
}

Layer open_layer(const WorldCatalog& catalog, const std::string& name_file_or_folder) {
    std::vector<std::string> names;
    for (const CatalogEntry& entry : layers_of(catalog)) {
        if (entry.name == name_file_or_folder) return read_layer_file(entry.file);
        names.push_back(entry.name);
    }
    const fs::path path = name_file_or_folder;
    if (is_layer_folder(path)) return read_layer_folder(path);
    if (fs::is_regular_file(path)) return read_layer_file(path);
    throw OptionError(
        fmt::format("There is no layer, layer file or layer folder {}.{} {}", name_file_or_folder,
                    did_you_mean(name_file_or_folder, names),
                    names.empty() ? "No layers were found."
                                  : fmt::format("Layers there are: {}.", fmt::join(names, ", "))));
}

LayerSet open_layers(const WorldCatalog& catalog, const std::string& option) {
    if (option == "none") return {};
    if (option.empty()) return bundled(catalog);
    const fs::path path = option;
    if (fs::is_directory(path) && !is_layer_folder(path)) return all_in(path);
    LayerSet set = bundled(catalog);
    for (const std::string& name : split_list(option)) set.add(open_layer(catalog, name));
    return set;
}

}  // namespace entente

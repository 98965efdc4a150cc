#pragma once

// The layers a task works with: the bundled ones, or those that --layers names.

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "entente/world/layer/layer.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

/// At most one layer of each layout.
class LayerSet {
  public:
    /// A second layer of a layout replaces the first.
    void add(Layer layer);
    /// Takes the layer of a layout out, if there is one.
    void remove(std::string_view layout);
    /// By layout, such as "totals"; null if there is none: measures then give empty cells and the
    /// reason missing_layer() states.
    const Layer* find(std::string_view layout) const;
    /// Layers by layout.
    const std::map<std::string, std::shared_ptr<const Layer>, std::less<>>& layers() const {
        return layers_;
    }

  private:
    // Shared because a set is copied into the options of several tasks and layers are large.
    std::map<std::string, std::shared_ptr<const Layer>, std::less<>> layers_;
};

/// Why cells that need a layer are empty: one sentence for people.
std::string missing_layer(std::string_view layout);

/// A name of the catalog, else a layer file, else a layer folder.
/// @throws OptionError if nothing has that name; DataError if it is there and bad.
Layer open_layer(const WorldCatalog& catalog, const std::string& name_file_or_folder);

/// The layers that `option`, the value of --layers, names.
///
/// Empty: every layer of the catalog under the name of its layout. "none": no layer. A folder:
/// every layer file and layer folder in it, and nothing else. Otherwise a list of names, files and
/// folders, separated by commas, each of which takes the place of the bundled layer of its layout.
/// @throws OptionError for a name that is not a layer; DataError for a damaged layer that was
///         named. A damaged or outdated bundled layer that was not named is refused as well.
LayerSet open_layers(const WorldCatalog& catalog, const std::string& option);

}  // namespace entente

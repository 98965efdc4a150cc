#pragma once

// Where worlds are found: the value of --world is a bundled name, a world file or a tidy folder.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/world/world.hpp"

namespace entente {

/// One world that can be named.
struct CatalogEntry {
    /// What --world takes: the name of the file without its ending.
    std::string name;
    /// "trade world": it can be measured and solved. "layer": tables beside a world, which have no
    /// countries and sectors to count. "damaged": it cannot be read, and the fields below are
    /// empty.
    std::string kind;
    /// Of a layer: the last year it knows of.
    int base_year = 0;
    std::size_t num_countries = 0;
    std::size_t num_sectors = 0;
    std::string content_hash{};
    std::filesystem::path file;
};

/// Folders searched for NAME.world; the first match wins.
class WorldCatalog {
  public:
    explicit WorldCatalog(std::vector<std::filesystem::path> folders);
    /// The folders for a program: $ENTENTE_WORLDS (colon separated), `worlds` of the build tree the
    /// program lies in, the installed worlds.
    /// @param executable  path of the program; a name alone stands for the running program.
    static WorldCatalog for_program(const std::filesystem::path& executable);

    /// Everything found, by name, without loading the arrays.
    std::vector<CatalogEntry> list() const;
    /// A name of the catalog, else a world file, else a tidy folder. "./NAME" is always a path.
    /// @throws OptionError if nothing has that name, with the names there are, or it is a layer;
    ///         DataError if it is there and bad.
    World open(const std::string& name_file_or_folder) const;
    /// Whether that is a layer, which open() refuses; false if nothing has the name.
    /// @throws DataError if it is a damaged file.
    bool is_layer(const std::string& name_file_or_folder) const;

  private:
    std::vector<std::filesystem::path> folders_;
};

}  // namespace entente

#pragma once

// Where worlds are found: the value of --world is a bundled name, a world file or a tidy folder.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/world/world.hpp"

namespace entente {

/// One world that can be named.
struct CatalogEntry {
    std::string name;
    /// "trade world": it can be measured and solved.
    std::string kind;
    int base_year = 0;
    std::size_t num_countries = 0;
    std::size_t num_sectors = 0;
    std::string content_hash;
    std::filesystem::path file;
};

/// Folders searched for NAME.world, first match wins: $ENTENTE_WORLDS (colon separated), the
/// `worlds` folder of the build tree, the installed one.
class WorldCatalog {
  public:
    explicit WorldCatalog(std::vector<std::filesystem::path> folders);
    /// The folders as they stand for a program started from `executable`.
    static WorldCatalog for_program(const std::filesystem::path& executable);

    /// Everything found, by name.
    std::vector<CatalogEntry> list() const;
    /// @throws OptionError if nothing has that name, with the names there are;
    ///         DataError if it is there and bad.
    World open(const std::string& name_file_or_folder) const;

  private:
    std::vector<std::filesystem::path> folders_;
};

}  // namespace entente

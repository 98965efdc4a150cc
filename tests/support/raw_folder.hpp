#pragma once

// Where the publishers' raw files are, for tests that rebuild the bundled worlds from them. They
// are not part of the repository, so these tests say why they are skipped where the folder is
// absent.

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace entente::testing {

/// $ENTENTE_RAW_DATA, else ../shared/data beside the source tree, if it exists.
inline std::optional<std::filesystem::path> raw_folder() {
    const char* named = std::getenv("ENTENTE_RAW_DATA");
    const std::filesystem::path folder =
        named ? std::filesystem::path(named)
              : std::filesystem::path(ENTENTE_SOURCE_DIR).parent_path() / "shared" / "data";
    if (!std::filesystem::is_directory(folder)) return std::nullopt;
    return folder;
}

/// data/recipes/NAME.toml of the source tree.
inline std::filesystem::path recipe_file(const std::string& name) {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / "recipes" / (name + ".toml");
}

}  // namespace entente::testing

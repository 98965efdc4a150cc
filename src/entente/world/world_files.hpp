#pragma once

// Worlds on disk, both ways: one SQLite file (`*.world`), or a folder of tidy CSV files whose
// layout docs/guide/tidy-layout.md describes.

#include <filesystem>
#include <string>

#include "entente/world/world.hpp"

namespace entente {

/// Reads a tidy folder: plain or gzip CSV, columns in any order.
/// @throws DataError with all problems of all files at once.
World read_tidy_folder(const std::filesystem::path& folder);

/// Writes a world as a tidy folder that reads back with the same content hash. The folder appears
/// whole or not at all. @throws FileError if it exists and is not empty.
void write_tidy_folder(const World& world, const std::filesystem::path& folder, bool gzip);

/// Opens a world file, read-only, and checks its schema version and content hash.
/// @throws DataError if it is not an intact world file of this version.
World read_world_file(const std::filesystem::path& file);

/// Writes a world file; it appears whole or not at all.
void write_world_file(const World& world, const std::filesystem::path& file);

}  // namespace entente

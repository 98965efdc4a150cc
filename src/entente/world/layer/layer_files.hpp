#pragma once

// Layers on disk, both ways: one SQLite file (`*.world`, of kind "layer"), or a folder with
// layer.toml, sources.csv and a CSV file for each table.

#include <filesystem>

#include "entente/world/layer/layer.hpp"

namespace entente {

/// Whether a folder holds a layer: it has a layer.toml.
bool is_layer_folder(const std::filesystem::path& folder);

/// Reads a folder: plain or gzip CSV, columns in any order.
/// @throws DataError with all problems of all files at once.
Layer read_layer_folder(const std::filesystem::path& folder);

/// Writes a layer as a folder that reads back with the same content hash. The folder appears whole
/// or not at all. @throws FileError if it exists and is not empty.
void write_layer_folder(const Layer& layer, const std::filesystem::path& folder, bool gzip);

/// Whether a file is a world file of kind "layer", of any version.
bool is_layer_file(const std::filesystem::path& file);

/// Opens a layer file, read-only, and checks its version and content hash.
/// @throws DataError if it is not an intact layer of the version of this program.
Layer read_layer_file(const std::filesystem::path& file);

/// Writes a layer file; it appears whole or not at all.
void write_layer_file(const Layer& layer, const std::filesystem::path& file);

}  // namespace entente

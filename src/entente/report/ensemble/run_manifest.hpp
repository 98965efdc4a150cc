#pragma once

// manifest.json of a run that takes long: what it was made from, how far it is, what it wrote.

#include <cstddef>
#include <string>
#include <vector>

namespace entente {

struct RunOutput {
    /// Name in the folder of the run.
    std::string file;
    std::string sha256;
    friend bool operator==(const RunOutput&, const RunOutput&) = default;
};

struct RunManifest {
    std::string version{};
    std::string commit{};
    std::string compiler{};
    /// As it was opened: a name, file or folder.
    std::string world{};
    std::string world_hash{};
    std::string title{};
    /// As it was given.
    std::string scenario_file{};
    /// SHA-256 of the scenario file, a copy of which lies in the folder.
    std::string scenario_hash{};
    /// SHA-256 of what all measures say, those of its bases included.
    std::string measures_hash{};
    std::string at{};
    std::string deficits{};
    /// "long" or years; and the time path of elasticities.
    std::string horizon{};
    std::string profile{};
    std::string sampler{};
    std::string indices{};
    /// A whole number as text: JSON numbers would round large ones.
    std::string seed{};
    /// Codes of countries whose output by sector is kept.
    std::vector<std::string> sectors{};
    /// Of the figures behind products; empty if the scenario names none.
    std::string products_hash{};
    std::size_t num_draws = 0;
    std::size_t num_done = 0;
    std::size_t num_failed = 0;
    bool is_complete = false;
    /// Hash of all that draws depend on.
    std::string identity{};
    /// Names of uncertain numbers, in order.
    std::vector<std::string> inputs{};
    std::vector<RunOutput> outputs{};
    friend bool operator==(const RunManifest&, const RunManifest&) = default;
};

std::string manifest_text(const RunManifest& manifest);

/// @param file  shown in problems.
/// @throws DataError if the text is no manifest of a run.
RunManifest parse_manifest(const std::string& text, const std::string& file);

}  // namespace entente

#pragma once

// What `entente doctor` finds.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/format.hpp"

namespace entente {

/// A world that was found, opened and hashed again.
struct WorldDiagnosis {
    std::string name;
    std::string file;
    bool is_intact = false;
    /// The first line of what is wrong; empty if it is intact.
    std::string complaint{};
};

struct Diagnosis {
    std::string version;
    std::string compiler;
    std::string build_type;
    std::size_t num_threads = 0;
    std::vector<WorldDiagnosis> worlds;
    /// What the calling program knows of the place it runs in: "terminal" and "80 columns, colour".
    std::vector<std::pair<std::string, std::string>> surroundings{};

    bool is_healthy() const;
};

std::string render(const Diagnosis& diagnosis, const Rendering& how);

}  // namespace entente

#pragma once

// What `entente world` shows: the worlds there are, what one holds, what its checks find.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/check_world.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct WorldList {
    std::vector<CatalogEntry> worlds;
};

struct GroupSummary {
    std::string name;
    /// Codes of the present members that are in the world.
    std::vector<std::string> members;
};

/// What a world holds.
struct WorldSummary {
    WorldStamp world;
    std::vector<Country> countries;
    std::vector<Sector> sectors;
    std::vector<GroupSummary> groups;
    std::vector<Source> sources;
    std::vector<Parameter> parameters;
    std::vector<std::string> alternative_tariffs;
    /// Sums over the world, in its unit: value added, and trade between economies.
    double value_added = 0.0;
    double foreign_trade = 0.0;
    /// Parts of that trade by how the figures came about.
    double observed_share = 0.0;
    double scaled_share = 0.0;
    double estimated_share = 0.0;
};

struct WorldChecks {
    WorldStamp world;
    std::vector<CheckResult> checks;

    std::size_t num_failed() const;
};

/// A world that was written to disk.
struct WrittenWorld {
    WorldStamp world;
    std::string path;
};

std::string render(const WorldList& list, const Rendering& how);
std::string render(const WorldSummary& summary, const Rendering& how);
std::string render(const WorldChecks& checks, const Rendering& how);
std::string render(const WrittenWorld& written, const Rendering& how);

}  // namespace entente

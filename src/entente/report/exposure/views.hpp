#pragma once

// Exposure to powers beyond the loss itself: reliance hidden in supply chains, why a loss changed
// between two worlds, and who sells to one power what it buys from another.
// study/exposure/views.hpp computes them.

#include <string>
#include <vector>

#include "entente/measures/exposure_change.hpp"
#include "entente/measures/look_through.hpp"
#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// What a country has with a power on its face, and what stands behind its supply chains.
struct HiddenExposureRow {
    std::string code;
    std::string name;
    std::string power;
    /// Of the world: its name and base year.
    std::string world;
    int year = 0;
    /// Share of the power in exports plus imports, 0 to 1.
    double trade_share = 0.0;
    CountryReliance reliance{};
    /// Share of the trade with the power that is estimated.
    double estimated_share = 0.0;
};

struct HiddenExposureTable {
    /// In the order of the rows; all of the same sources.
    std::vector<WorldStamp> worlds;
    /// By world, power and country; within a world from the highest look-through.
    std::vector<HiddenExposureRow> rows{};
};

struct ExposureChangeRow {
    std::string code;
    std::string name;
    std::string power;
    int year_then = 0;
    int year_now = 0;
    ExposureChange change{};
};

struct ExposureChangeTable {
    std::vector<WorldStamp> worlds;
    /// By period and power, from the largest change up to the largest one down.
    std::vector<ExposureChangeRow> rows{};
};

struct ConnectorRow {
    std::string code;
    std::string name;
    int year_then = 0;
    int year_now = 0;
    ConnectorScore score{};
};

struct ConnectorTable {
    std::vector<WorldStamp> worlds;
    /// The power that is sold to, and the one that is bought from.
    std::string buyer;
    std::string seller;
    /// By period, from the highest score.
    std::vector<ConnectorRow> rows{};
};

std::string render(const HiddenExposureTable& table, const Rendering& how);
std::string render(const ExposureChangeTable& table, const Rendering& how);
std::string render(const ConnectorTable& table, const Rendering& how);

}  // namespace entente

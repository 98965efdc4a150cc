#pragma once

// What countries lose when cut off from one power, as figures, tables and documents.
// study/exposure/table.hpp computes it.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/exposure/loss_interval.hpp"
#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/horizon.hpp"

namespace entente {

/// Which trade is cut, as users name it.
struct Scope {
    bool imports = true;
    bool exports = true;
    /// Code and name of the only sector cut; empty = all sectors.
    std::string sector{};
    std::string sector_name{};
};

/// One country. Losses are parts of real income: those in closed form from 0 to 1, NaN where a
/// tariff was asked for; exact ones negative for a gain, NaN where no equilibrium was found.
struct ExposureRow {
    std::string code;
    std::string name;
    double imports = 0.0;
    double exports = 0.0;
    double total = 0.0;
    /// What the power loses from the same cut.
    double reverse = 0.0;
    /// The same two in general equilibrium; empty if not asked for.
    std::optional<double> equilibrium{};
    std::optional<double> equilibrium_reverse{};
    /// Of `equilibrium`, under uncertain trade elasticities.
    std::optional<LossInterval> interval{};
    /// `equilibrium` and `total` on the other time path of elasticities; only at short horizons.
    std::optional<double> equilibrium_other_profile{};
    std::optional<double> total_other_profile{};
    /// Share of the power in the country's foreign trade.
    double trade_share = 0.0;
    /// Inputs from the power per unit of output: bought directly, and at all stages.
    double face_value = 0.0;
    double look_through = 0.0;
    double hidden_ratio = 0.0;
    /// Value added of the power in final spending.
    double final_spending = 0.0;
    /// Share of the trade with the power that is estimated.
    double estimated_share = 0.0;
    /// Loss from the joint cut less the losses from cuts with each part of the power alone.
    std::optional<double> joint_gain{};
    std::optional<double> equilibrium_joint_gain{};
};

/// What one sector adds to a country's loss.
struct SectorContribution {
    std::string country;
    std::string sector;
    std::string sector_name;
    /// Part of ln(1 / (1 - imports)) that comes from importing this sector; adds up over sectors.
    double imports = 0.0;
    /// Value added sold to the power by this sector, over GDP; adds up over sectors.
    double exports = 0.0;
};

struct ExposureTable {
    WorldStamp world;
    /// The power as one, and the codes it was named by.
    Pole power;
    std::vector<std::string> power_parts;
    Scope scope;
    /// Points added to tariffs on that trade, 0.25 = 25 points; empty = the trade stops.
    std::optional<double> added_tariff{};
    Horizon horizon{};
    std::vector<ExposureRow> rows;
    /// Only if asked for.
    std::vector<SectorContribution> contributions{};
    bool is_by_sector = false;
    /// Whether losses in general equilibrium were asked for.
    bool has_equilibrium = false;
    IntervalSource intervals{};
};

/// Columns of data files, one row a country, or one a country and sector.
Table exposure_data_table(const ExposureTable& table);
Document exposure_document(const ExposureTable& table);

std::string render(const ExposureTable& table, const Rendering& how);

/// "all trade", "the import part of its trade", "trade in Motor vehicles (MVH)".
std::string scope_words(const Scope& scope);

}  // namespace entente

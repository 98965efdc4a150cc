#pragma once

// Further questions about cut-offs: who loses more, what powers do jointly, which sectors are
// chokepoints, and how near the closed form comes. study/exposure/detail.cpp computes it.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/exposure/loss_interval.hpp"
#include "entente/report/exposure/table.hpp"
#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/horizon.hpp"

namespace entente {

enum class ExposureDetailKind { asymmetry, joint, chokepoints, ratios };

/// Losses are parts of real income, negative for a gain, NaN where no equilibrium was found.
struct AsymmetryRow {
    std::string code;
    std::string name;
    /// The economy's loss, the power's from the same cut, and the interval of the difference.
    double loss = 0.0;
    double own = 0.0;
    std::optional<LossInterval> difference{};
};

struct JointRow {
    std::string code;
    std::string name;
    /// All powers at once.
    double joint = 0.0;
    /// [part of the power] each alone.
    std::vector<double> alone{};

    double sum() const;
};

/// One sector of one economy: only its trade in that sector with the power stops, both ways.
struct ChokepointRow {
    std::string code;
    std::string sector;
    std::string sector_name;
    /// The power's share in what the economy spends on the sector, and in what it sells of it.
    double spending_share = 0.0;
    double sales_share = 0.0;
    /// Exact.
    double loss = 0.0;
    /// What the slope at the baseline predicts for the whole cut.
    double linear_loss = 0.0;
};

struct RatioRow {
    std::string code;
    std::string name;
    double exact = 0.0;
    double closed_form = 0.0;
};

struct ExposureDetail {
    ExposureDetailKind kind = ExposureDetailKind::asymmetry;
    WorldStamp world;
    Pole power;
    std::vector<std::string> power_parts;
    Scope scope;
    Horizon horizon{};
    /// Of the kind asked; the others are empty.
    std::vector<AsymmetryRow> asymmetries{};
    std::vector<JointRow> joint{};
    std::vector<ChokepointRow> chokepoints{};
    std::vector<RatioRow> ratios{};
    /// Of the asymmetries.
    IntervalSource intervals{};
    /// Of the ratios: over the rows with both figures.
    double rank_correlation = 0.0;
    double median_ratio = 0.0;
    double lowest_ratio = 0.0;
    double highest_ratio = 0.0;
};

std::string render(const ExposureDetail& detail, const Rendering& how);

}  // namespace entente

#pragma once

// The tables of an ensemble's folder.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "entente/ensemble/draw_record.hpp"
#include "entente/ensemble/draw_solver.hpp"
#include "entente/ensemble/summary.hpp"
#include "entente/report/table.hpp"

namespace entente {

/// One country or group over all draws.
struct EnsembleRow {
    std::string code;
    std::string name;
    bool is_group = false;
    /// [figure] as ensemble_figures.
    std::vector<FigureSummary> figures;
    /// [figure] empty for groups.
    std::vector<RankSummary> ranks{};
};

/// What drives the welfare of one country or group.
struct DriverRow {
    std::string code;
    bool is_group = false;
    std::size_t num_draws = 0;
    /// [factor]
    std::vector<std::string> factors;
    std::vector<SobolIndex> indices;
};

/// summary.csv: a row for each country or group and figure.
Table ensemble_summary_table(const std::vector<EnsembleRow>& rows);
/// drivers.csv
Table ensemble_drivers_table(const std::vector<DriverRow>& rows);
/// failures.csv: a row for each solve without a solution.
Table ensemble_failures_table(std::span<const DrawRecord> records,
                              const std::vector<Factor>& factors, std::uint64_t seed);
/// draws.csv: a row for each draw with a solution and country or group. Text at once, since tables
/// of a million cells would take much memory.
std::string ensemble_draws_csv(std::span<const DrawRecord> records,
                               const std::vector<EnsembleEntity>& entities);
/// sectors.csv: a row for each draw with a solution, country of the plan and sector with output.
std::string ensemble_sectors_csv(std::span<const DrawRecord> records, const DrawSolver& solver);
/// sector_summary.csv: a row for each country of the plan and sector.
Table ensemble_sector_summary_table(std::span<const DrawRecord> records, const DrawSolver& solver);
/// inputs.csv: a row for each draw and uncertain number.
std::string ensemble_inputs_csv(std::span<const DrawRecord> records, const UncertainInputs& inputs,
                                const DrawPlan& plan);

}  // namespace entente

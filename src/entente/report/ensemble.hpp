#pragma once

// An ensemble as people read it, one of its draws, and two of them side by side.
// study/ensemble.hpp and study/run_comparison.hpp compute them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/ensemble_tables.hpp"
#include "entente/report/format.hpp"
#include "entente/report/run_manifest.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

struct EnsembleReport {
    WorldStamp world{};
    /// Where tables and draws lie.
    std::string folder{};
    RunManifest manifest{};
    /// What varies and how, a line each.
    std::vector<std::string> inputs{};
    /// Empty if the run is not complete.
    std::vector<EnsembleRow> rows{};
    std::vector<DriverRow> drivers{};
    /// What quotas and chosen tariffs came to, a line each; empty without any.
    std::vector<std::string> responses{};
};

/// One draw solved again by itself.
struct DrawReplay {
    WorldStamp world{};
    std::string title{};
    std::uint32_t draw = 0;
    std::string seed{};
    /// Names and values of the uncertain numbers.
    std::vector<std::pair<std::string, double>> inputs{};
    std::vector<EnsembleEntity> entities{};
    Evaluation evaluation{};
};

/// Welfare of one country or group, or output of one sector of a country, in two runs, and its
/// difference inside each draw.
struct ComparisonRow {
    std::string code;
    std::string name;
    bool is_group = false;
    /// Empty for welfare.
    std::string sector{};
    FigureSummary first{};
    FigureSummary second{};
    /// Second less first, percentage points.
    FigureSummary difference{};
};

struct RunComparison {
    WorldStamp world{};
    std::string first_folder{};
    std::string second_folder{};
    RunManifest first{};
    RunManifest second{};
    std::size_t num_common = 0;
    bool is_by_sector = false;
    std::vector<ComparisonRow> rows{};
};

std::string render(const EnsembleReport& report, const Rendering& how);
std::string render(const DrawReplay& replay, const Rendering& how);
std::string render(const RunComparison& comparison, const Rendering& how);

}  // namespace entente

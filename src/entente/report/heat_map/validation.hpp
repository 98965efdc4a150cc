#pragma once

// How far the figures of a heat map can be trusted, shown whatever it is.
// study/heat_map/validation.cpp computes it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/validation.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// One economy's loss without one pole by both methods, parts of real income.
struct LossComparison {
    double ge = 0.0;
    double closed_form = 0.0;

    double ratio() const { return ge / closed_form; }
};

struct LossComparisonRow {
    std::string code;
    std::string name;
    std::array<LossComparison, 2> poles;
};

/// All ratios with one pole in short.
struct RatioSummary {
    double median = 0.0;
    double low = 0.0;
    std::string low_code;
    double high = 0.0;
    std::string high_code;
    /// Economies whose two losses differ by less than a fifth of the closed form.
    std::size_t num_close = 0;
    /// Spearman's coefficient between the two losses, -1 to 1.
    double rank_correlation = 0.0;
};

struct HeatMapValidation {
    WorldStamp world;
    std::array<Pole, 2> poles;
    /// By the exact loss without the first pole, largest first.
    std::vector<LossComparisonRow> rows{};
    /// Nothing where no ratio can be formed.
    std::array<std::optional<RatioSummary>, 2> summaries{};
    /// Known groups and placebos of hedging activity; nothing where it has no scores, and why.
    std::optional<HedgingValidation> hedging{};
    std::string hedging_missing{};
};

std::string render(const HeatMapValidation& validation, const Rendering& how);

}  // namespace entente

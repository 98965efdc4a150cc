#pragma once

// What a set of draws says about each figure: middle, spread, sign and rank.

#include <cstddef>
#include <span>
#include <vector>

#include "entente/ensemble/draw_record.hpp"
#include "entente/ensemble/draw_solver.hpp"
#include "entente/numerics/sobol_indices.hpp"

namespace entente {

/// Quantiles are linear between order statistics. NaN if no draw is usable.
struct FigureSummary {
    std::size_t num_draws = 0;
    double mean = 0.0;
    double low = 0.0;
    double lower_quartile = 0.0;
    double median = 0.0;
    double upper_quartile = 0.0;
    /// `low` and `high` are the 5% and 95% quantiles.
    double high = 0.0;
    double probability_negative = 0.0;
    double probability_positive = 0.0;
};

/// NaN are draws without a figure and left out.
FigureSummary summarize(std::span<const double> values);

/// [draw] a figure of an entity; NaN where the draw failed.
std::vector<double> figure_values(std::span<const DrawRecord> records, std::size_t entity,
                                  std::size_t figure);

/// [draw] change of output of a sector in a country of the plan; NaN where the draw failed or
/// nothing was made.
std::vector<double> sector_values(std::span<const DrawRecord> records, std::size_t country,
                                  std::size_t sector);

/// Among the countries, 1 = the lowest value; equal values share the mean of their ranks.
struct RankSummary {
    double low = 0.0;
    double median = 0.0;
    double high = 0.0;
    /// That no country has a lower value, and that fewer than five have.
    double probability_lowest = 0.0;
    double probability_among_five_lowest = 0.0;
};

/// [country] Ranks inside each draw. @param num_countries  the first entities of the records.
std::vector<RankSummary> summarize_ranks(std::span<const DrawRecord> records,
                                         std::size_t num_countries, std::size_t figure);

/// Sobol indices of one entity's welfare; draws in which a solve failed are left out.
struct EntityDrivers {
    std::size_t num_draws = 0;
    SobolIndices indices;
};
EntityDrivers welfare_drivers(std::span<const DrawRecord> records, std::size_t entity,
                              std::size_t num_factors, std::uint64_t seed);

}  // namespace entente

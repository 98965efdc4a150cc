#pragma once

// What one draw of an ensemble came to.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// One figure of a country, with its name in tables and what it means.
struct FigureName {
    const char* column;
    const char* meaning;
};

/// Percent changes against the solved baseline of the draw, as `solve` gives them.
inline constexpr std::array<FigureName, 6> ensemble_figures{
    {{"welfare_pct", "change of real income"},
     {"real_wage_pct", "change of the real wage"},
     {"income_pct", "change of income"},
     {"price_index_pct", "change of the price of final spending"},
     {"exports_pct", "change of exports in value"},
     {"imports_pct", "change of imports in value"}}};
/// Welfare: the only figure kept of solves that serve Sobol indices.
inline constexpr std::size_t welfare_figure = 0;

/// One solve.
struct Evaluation {
    bool is_usable = false;
    /// Why there are no figures.
    std::string reason{};
    /// [entity, figure] countries, then groups; empty if not usable. Figures of ensemble_figures,
    /// or welfare alone.
    Array2<double> figures{};
    /// [country named in the plan, sector] percent change of the volume of output; NaN where
    /// nothing was made before. Empty if not asked for.
    Array2<double> sector_output{};
    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

struct DrawRecord {
    std::uint32_t draw = 0;
    /// The draw itself; then, for Sobol indices, the second sample, and the draw with one factor
    /// after another from the second sample.
    std::vector<Evaluation> evaluations{};
    friend bool operator==(const DrawRecord&, const DrawRecord&) = default;

    bool is_usable() const { return evaluations.front().is_usable; }
};

}  // namespace entente

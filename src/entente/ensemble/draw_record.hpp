#pragma once

// What one draw of an ensemble came to.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/model/response/quotas.hpp"

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

/// A tariff-rate quota in the solution of a draw, as QuotaOutcome; by positions in the world.
struct QuotaRecord {
    std::size_t i = 0;
    std::size_t n = 0;
    std::size_t s = 0;
    QuotaRegime regime = QuotaRegime::in_quota;
    double fill_rate = 0.0;
    double shadow_rate = 0.0;
    double rent = 0.0;
    friend bool operator==(const QuotaRecord&, const QuotaRecord&) = default;
};

/// A tariff chosen in answer, as ChosenRate.
struct ChosenRecord {
    std::string party{};
    std::optional<std::size_t> sector{};
    double rate = 0.0;
    friend bool operator==(const ChosenRecord&, const ChosenRecord&) = default;
};

/// What an answer of the model itself came to in one solve.
struct ResponseRecord {
    std::vector<QuotaRecord> quotas{};
    std::vector<ChosenRecord> chosen{};
    /// Of the most profitable other rate tried, of welfare in logarithms; above 0 = it would pay.
    double largest_gain = 0.0;
    /// Equilibria it took.
    std::size_t num_solves = 1;
    friend bool operator==(const ResponseRecord&, const ResponseRecord&) = default;
};

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
    /// Of quotas and chosen tariffs; of the draw itself alone.
    ResponseRecord response{};
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

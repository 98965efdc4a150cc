#pragma once

// Paths of years under policy regimes as people read them: a fan for each figure, country and year.
// study/policy/policy_path.hpp computes it.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/table.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// Shares of draws below the quantiles of a fan.
inline constexpr std::array path_quantiles{0.05, 0.25, 0.5, 0.75, 0.95};

/// One figure of a country in one year, over all draws.
struct PathRow {
    std::string code;
    std::string name;
    int year = 0;
    /// Position in path_figure_names.
    std::size_t figure = 0;
    std::size_t num_draws = 0;
    double mean = 0.0;
    /// As path_quantiles.
    std::array<double, path_quantiles.size()> quantiles{};
};

/// A figure as files and people call it.
struct PathFigureName {
    std::string column;
    std::string title;
    std::string unit;
};

/// In the order of PathFigure, for these two powers.
std::vector<PathFigureName> path_figure_names(const std::array<Pole, 2>& poles);

/// One regime and what follows it.
struct RegimeRow {
    std::string name;
    /// [regime] chance next year, and 90% bounds where the history gives them.
    std::vector<double> chance{};
    std::vector<double> low{};
    std::vector<double> high{};
    /// Part of years in the long run, and expected years until the target.
    double long_run = 0.0;
    double years_until = 0.0;
    std::size_t num_measures = 0;
};

struct PolicyPathReport {
    WorldStamp world{};
    std::string title{};
    std::array<Pole, 2> poles{};
    int base_year = 0;
    int first_policy_year = 0;
    int until = 0;
    double rate = 0.0;
    double short_run = 0.0;
    double risk_response = 0.0;
    std::string deficits{};
    /// 0 = one path by the dates of the scenario, without regimes.
    std::size_t num_draws = 0;
    std::size_t num_different = 0;
    std::size_t num_failed = 0;
    std::string failure{};
    std::size_t seed = 1;
    std::string first_regime{};
    std::vector<RegimeRow> regimes{};
    /// Regime whose expected first year is counted; empty without one.
    std::string target{};
    /// Years of the history and what it counted; empty if the scenario gives the chances.
    std::string history{};
    /// Long-run mean and deviation of the tariff rate if each regime has the mean rate of its years
    /// in the history, percent.
    std::optional<double> swing_mean{};
    std::optional<double> swing_deviation{};
    /// By country, figure, year.
    std::vector<PathRow> rows{};
};

std::string render(const PolicyPathReport& report, const Rendering& how);

}  // namespace entente

#pragma once

// The columns that can be explained, one file for each family. A new family gets a file, a function
// here, and a line in explainable_columns().

#include <functional>
#include <string>
#include <vector>

#include "entente/study/explain/explain_data.hpp"

namespace entente::detail {

struct ExplainableColumn {
    std::string name;
    /// Shorter names users may write.
    std::vector<std::string> other_names{};
    std::string meaning;
    std::string unit{};
    /// Whether the exact losses of every economy, or the risk column, must be there.
    bool needs_losses = false;
    bool needs_risk = false;
    /// Whether a power, which has no row in the heat map, has the figure too.
    bool has_powers = false;
    /// Whether groups, states outside the world and WLD, everybody, are asked for in the same way:
    /// then `explain` says itself who has no figure.
    bool has_everybody = false;
    /// Fills steps, cells, interval and notes of a country. The value is that of the heat map
    /// already; a column that the map does not have sets it.
    std::function<void(const ExplainData&, const HeatMapRow&, Explanation&)> explain{};
};

/// Two powers as columns name them: "us", "china".
using PoleKeys = std::array<Pole, 2>;

std::vector<ExplainableColumn> exposure_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> trade_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> hedging_score_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> hedging_channel_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> hedging_draw_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> us_plus_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> security_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> risk_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> vote_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> pole_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> lean_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> isolation_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> link_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> reliance_columns(const PoleKeys& poles);
std::vector<ExplainableColumn> word_columns(const PoleKeys& poles);

/// All of them, in the order of the families.
std::vector<ExplainableColumn> explainable_columns(const PoleKeys& poles);

/// The column of a name or of one of its other names.
/// @throws OptionError for an unknown one, with the nearest.
const ExplainableColumn& column_named(const std::vector<ExplainableColumn>& columns,
                                      const std::string& name);

/// One explanation.
/// @throws OptionError if the map has no row of that code.
Explanation explain_column(const ExplainData& data, const ExplainableColumn& column,
                           const std::string& code);

/// A group's row: a mean of its members where the map takes one, else in words.
void explain_group(const ExplainData& data, const HeatMapRow& row, Explanation& explanation);

}  // namespace entente::detail

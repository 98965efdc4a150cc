#include "entente/realignment/panel_coverage.hpp"

#include <optional>

namespace entente {
namespace {

std::optional<std::size_t> period_of(int year) {
    for (std::size_t p = 0; p < coverage_periods.size(); ++p) {
        if (year >= coverage_periods[p].first && year <= coverage_periods[p].last) return p;
    }
    return std::nullopt;
}

}  // namespace

PanelCoverage panel_coverage(const Panel& panel) {
    PanelCoverage coverage;
    for (std::size_t v = 0; v < num_panel_variables; ++v) {
        coverage.variables.push_back({.variable = static_cast<PanelVariable>(v)});
    }
    for (const PanelRow& row : panel.rows) {
        const auto period = period_of(row.year);
        if (!period) continue;
        coverage.rows[*period] += 1;
        coverage.partner_rows[*period] += row.is_partner ? 1 : 0;
        coverage.treaty_ally_rows[*period] += row.is_treaty_ally ? 1 : 0;
        for (VariableCoverage& variable : coverage.variables) {
            const PanelValue& cell = row[variable.variable];
            variable.known[*period] += cell.is_known() ? 1.0 : 0.0;
            variable.carried[*period] += cell.is_known() && cell.carried ? 1.0 : 0.0;
        }
    }
    for (VariableCoverage& variable : coverage.variables) {
        for (std::size_t p = 0; p < coverage_periods.size(); ++p) {
            // No row: 0 / 0 is not a number, as meant.
            const auto rows = static_cast<double>(coverage.rows[p]);
            variable.known[p] /= rows;
            variable.carried[p] /= rows;
        }
    }
    return coverage;
}

}  // namespace entente

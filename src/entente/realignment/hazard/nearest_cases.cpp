#include "entente/realignment/hazard/nearest_cases.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace entente {
namespace {

/// Events are seen two years after they happen.
constexpr int years_to_see = 2;

std::optional<int> first_event(const HazardTable& table, const HazardRow& row, int horizon) {
    for (const HazardEvent& event : table.events) {
        if (event.state == row.state && event.year > row.year && event.year <= row.year + horizon) {
            return event.year;
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<NearestCase> nearest_cases(const RiskModels& models, const HazardTable& table,
                                       std::size_t state, int horizon, std::size_t count) {
    const HazardModel& model = models.models[models.headline];
    const auto today = std::find_if(
        table.rows.begin(), table.rows.end(),
        [&](const HazardRow& row) { return row.state == state && row.year == models.year; });
    if (today == table.rows.end()) return {};

    std::vector<std::size_t> rows{static_cast<std::size_t>(today - table.rows.begin())};
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        const HazardRow& row = table.rows[k];
        if (row.state != state && row.is_partner == today->is_partner &&
            row.year + horizon + years_to_see <= models.year) {
            rows.push_back(k);
        }
    }
    const Array2<double> values = predictor_values(table, predictors_of(model.specification));
    const Array2<double> x = model.scale.apply(values, rows);
    std::vector<NearestCase> all;
    for (std::size_t k = 1; k < rows.size(); ++k) {
        double squares = 0.0;
        for (std::size_t j = 0; j < x.columns(); ++j) {
            const double gap = model.fit.coefficients[j] * (x(k, j) - x(0, j));
            squares += gap * gap;
        }
        const HazardRow& row = table.rows[rows[k]];
        all.push_back({row.state, row.year, std::sqrt(squares), first_event(table, row, horizon)});
    }
    std::stable_sort(all.begin(), all.end(), [](const NearestCase& a, const NearestCase& b) {
        return a.distance < b.distance;
    });
    std::vector<NearestCase> nearest;
    std::set<std::size_t> seen;
    for (const NearestCase& each : all) {
        if (nearest.size() == count) break;
        if (seen.insert(each.state).second) nearest.push_back(each);
    }
    return nearest;
}

}  // namespace entente

#include "simulated_table.hpp"

#include <fmt/format.h>

#include "entente/base/random_stream.hpp"
#include "entente/numerics/logistic_regression.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/realignment/hazard/predictor.hpp"

namespace entente {

HazardTable simulated_table(const SimulatedPanel& panel) {
    HazardTable table;
    std::size_t polyarchy = 0;
    for (const Predictor& each : predictors()) {
        if (each.name == log_years_since_name || each.name == had_event_name) continue;
        if (std::string_view(each.name) == "polyarchy") polyarchy = table.predictors.size();
        table.predictors.emplace_back(each.name);
    }
    const auto num_years = static_cast<std::size_t>(panel.last_year - panel.first_year + 1);
    table.values = Array2<double>(panel.num_states * num_years, table.predictors.size());
    for (std::size_t n = 0; n < panel.num_states; ++n) {
        table.states.push_back(fmt::format("S{:02}", n));
        RandomStream stream({.seed = panel.seed, .entity = static_cast<std::uint32_t>(n)});
        const double level = normal_draw(stream);
        for (int year = panel.first_year; year <= panel.last_year; ++year) {
            const std::size_t row = table.rows.size();
            table.rows.push_back({n, year, n % 2 == 0, n % 4 == 0});
            for (double& value : table.values.row(row)) value = normal_draw(stream);
            table.values(row, polyarchy) = level;
            const double chance = logistic(logit(panel.rate) + panel.effect * level);
            if (stream.uniform() < chance && year < panel.last_year) {
                table.events.push_back({n, year + 1, year + 1 + panel.years_to_see});
            }
        }
    }
    return table;
}

}  // namespace entente

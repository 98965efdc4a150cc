#include "entente/scenario/retaliation.hpp"

#include "entente/scenario/grammar.hpp"
#include "entente/scenario/measure_cells.hpp"

namespace entente::detail {

void retaliate(const World& world, const Scenario& scenario, Problems& problems, Shock& shock) {
    const Retaliation& answer = scenario.retaliation;
    if (answer.rule == RetaliationRule::none || is_chosen(answer.rule)) return;
    // Stands in for the measure whose codes are looked up, with the places of the retaliation.
    const Measure places{.line = answer.line, .values = answer.values, .file = answer.file};
    const MeasureTask task{world, scenario, places, problems};
    const std::vector<bool> by = chosen_countries(task, "by", answer.by);
    const std::vector<bool> against = chosen_countries(task, "against", answer.against);
    if (shock.tariff_rate.empty()) return;
    const Array3<double> raised = shock.tariff_rate;
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            if (i == n || !by[n] || !against[i]) continue;
            for (std::size_t s = 0; s < world.num_sectors(); ++s) {
                // What i added on goods of n comes back on goods of i.
                const double points = raised(n, i, s) - world.tariff_rate()(n, i, s);
                if (points > 0.0) shock.tariff_rate(i, n, s) += answer.factor * points;
            }
        }
    }
}

}  // namespace entente::detail

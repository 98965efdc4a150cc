#include "entente/scenario/subsidies.hpp"

#include <fmt/format.h>

#include "entente/base/number_text.hpp"
#include "entente/scenario/change.hpp"

namespace entente::detail {

void apply_subsidy(const MeasureTask& task, Shock& shock) {
    const World& world = task.world;
    const std::vector<bool> by = chosen_countries(task, "by", task.measure.by);
    const Array2<double> sectors = chosen_sectors(task);
    const auto change = parse_change(MeasureKind::subsidy, task.measure.change);
    if (!change) {
        task.report({.kind = ProblemKind::bad_change,
                     .column = "change",
                     .value = task.measure.change,
                     .expected = std::string(forms_of_change(MeasureKind::subsidy))});
        return;
    }
    if (shock.output_subsidy.empty()) {
        shock.output_subsidy = Array2<double>(world.num_countries(), world.num_sectors());
    }
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            if (!by[i] || !(sectors(i, s) > 0.0)) continue;
            double& subsidy = shock.output_subsidy(i, s);
            subsidy = changed_rate(subsidy, *change);
            if (subsidy >= 0.0 && subsidy <= max_subsidy) continue;
            task.report({.kind = ProblemKind::value_out_of_range,
                         .column = "change",
                         .where = fmt::format("{}, {}", world.countries()[i], world.sectors()[s]),
                         .value = shortest_text(subsidy),
                         .expected = fmt::format("a subsidy from 0 to {} of the price",
                                                 shortest_text(max_subsidy))});
        }
    }
}

}  // namespace entente::detail

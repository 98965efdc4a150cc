#include "entente/report/exposure/welfare_gradient.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::detail {
namespace {

// A table for people is no list of two hundred thousand flows.
constexpr std::size_t most_shown = 25;

Table table_of(const WelfareGradient& gradient, std::size_t count) {
    Table table{.columns = {{.name = "welfare_of", .title = "Welfare of", .spare = 1},
                            {.name = "sector", .title = "Sector"},
                            {.name = "origin", .title = "Seller"},
                            {.name = "destination", .title = "Buyer"},
                            {.name = "welfare_per_tariff_point_pct",
                             .title = "1 point of duty",
                             .unit = "% of income",
                             .decimals = 5},
                            {.name = "welfare_per_cost_percent_pct",
                             .title = "1% of trade cost",
                             .unit = "% of income",
                             .decimals = 5}},
                .rows = {}};
    for (std::size_t k = 0; k < std::min(count, gradient.slopes.size()); ++k) {
        const WelfareSlope& slope = gradient.slopes[k];
        table.rows.push_back({text_cell(gradient.code), text_cell(slope.sector),
                              text_cell(slope.origin), text_cell(slope.destination),
                              number_cell(slope.per_tariff_point),
                              number_cell(slope.per_cost_percent)});
    }
    return table;
}

}  // namespace

Table welfare_gradient_table(const WelfareGradient& gradient) {
    return table_of(gradient, gradient.slopes.size());
}

Table steepest_table(const WelfareGradient& gradient) {
    return table_of(gradient, most_shown);
}

std::vector<std::string> welfare_gradient_legend(const WelfareGradient& gradient) {
    std::vector<std::string> lines{fmt::format(
        "Change of real income of {} for one more point of duty the buyer puts on the flow, and "
        "for "
        "one percent more cost of trading it, everything else adjusting: slopes at the solution, "
        "for small changes.",
        gradient.code)};
    if (gradient.slopes.size() > most_shown) {
        lines.push_back(fmt::format("The {} steepest of {} flows; CSV and JSON have all.",
                                    most_shown, gradient.slopes.size()));
    }
    if (!gradient.is_converged) {
        lines.push_back(fmt::format("Warning: the linear system was solved to {:.1e} only.",
                                    gradient.residual));
    }
    return lines;
}

}  // namespace entente::detail

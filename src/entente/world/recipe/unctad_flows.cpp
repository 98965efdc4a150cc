#include "entente/world/recipe/unctad_flows.hpp"

namespace entente::detail {

UnctadFlows unctad_flows(const Frame& frame, const Raw2023& raw) {
    constexpr std::size_t num_sections = 10;
    constexpr double thousands_per_million = 1e3;
    const std::size_t num_countries = frame.num_countries();
    UnctadFlows flows{.by_section = Array3<double>(num_countries, num_countries, num_sections),
                      .total = Array2<double>(num_countries, num_countries)};
    for (const UnctadTrade& row : raw.unctad_trade_matrix) {
        const std::size_t i = frame.country_or_rest(row.exporter);
        const std::size_t n = frame.country_or_rest(row.importer);
        const double value = row.value / thousands_per_million;
        if (row.section == "All") {
            flows.total(i, n) += value;
        } else if (row.section.size() == 1 && row.section[0] >= '0' && row.section[0] <= '9') {
            flows.by_section(i, n, static_cast<std::size_t>(row.section[0] - '0')) += value;
        }
    }
    return flows;
}

}  // namespace entente::detail

#include "entente/world/recipe/wiod_flows.hpp"

#include <algorithm>

namespace entente::detail {

WiodFlows wiod_flows(const Frame& frame, const Raw2023& raw) {
    WiodFlows flows{
        .flow = Array3<double>(frame.num_wiod(), frame.num_wiod(), frame.wiod_sectors.size())};
    for (const WiodSale& row : raw.wiod_sales) {
        const std::size_t w = frame.wiod_countries.at(row.exporter);
        const std::size_t v = frame.wiod_countries.at(row.importer);
        const std::size_t c = frame.wiod_sectors.at(row.sector);
        flows.flow(w, v, c) += std::max(row.intermediate, 0.0) + std::max(row.final_use, 0.0);
        flows.clipped += std::max(-row.intermediate, 0.0) + std::max(-row.final_use, 0.0);
    }
    return flows;
}

}  // namespace entente::detail

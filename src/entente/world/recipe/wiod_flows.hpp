#pragma once

#include "entente/world/recipe/raw_2023.hpp"

namespace entente::detail {

struct WiodFlows {
    /// [w, v, place among WIOD sectors] what w sells to v, own sales included; million USD.
    Array3<double> flow;
    /// Negative mass set to zero, million USD.
    double clipped = 0.0;
};

/// Sales in the year of WIOD. Intermediate and final sales are each clipped at zero before they are
/// added: summed first, falling inventories would wipe out the domestic sales of whole sectors.
WiodFlows wiod_flows(const Frame& frame, const Raw2023& raw);

}  // namespace entente::detail

#pragma once

// Tariffs of the United States by partner at each date of policy since 2025, and the legal actions.

#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/base/date.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

struct UsTariffs {
    /// Days on which rates changed, rising. Those after the layer's as-of day are announced.
    std::vector<Date> dates;
    /// Alpha-3 codes; EU27 as one.
    Axis partners;
    /// [date, partner] added since the end of 2024, weighted by imports of 2024; parts of one.
    Array2<double> added_rate;
    /// [partner] rate of 2024, most-favoured-nation and Section 301; parts of one.
    std::vector<double> rate_2024;
    /// [partner] imports of 2024, million USD.
    std::vector<double> imports_2024;
};

struct UsTariffAction {
    Date date{};
    std::string authority;
    std::string reference;
    std::string description;
};

/// @param layer  of layout "us-tariffs"; @throws ShapeError if it is another.
UsTariffs read_us_tariffs(const Layer& layer);
/// By date.
std::vector<UsTariffAction> read_us_tariff_actions(const Layer& layer);

}  // namespace entente

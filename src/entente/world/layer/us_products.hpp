#pragma once

// Imports of the United States by exporter and product: how much of a sector's trade a product of
// the Harmonized System is.

#include <map>
#include <string>
#include <utility>

#include "entente/world/layer/layer.hpp"

namespace entente {

struct UsProducts {
    /// Million USD, imports for consumption of 2024, by exporter (alpha-3 code; EU27 as one) and
    /// sector, then by product of six digits. A heading or chapter is the sum of its products.
    std::map<std::pair<std::string, std::string>, std::map<std::string, double>> imports;

    /// Of the products that begin with these digits, over all sectors; 0 if nothing came.
    double imports_of(const std::string& exporter, const std::string& digits) const;
};

/// @param layer  of layout "us-products"; @throws ShapeError if it is another.
UsProducts read_us_products(const Layer& layer);

}  // namespace entente

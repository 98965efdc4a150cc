#include "entente/world/layer/us_products.hpp"

namespace entente {

double UsProducts::imports_of(const std::string& exporter, const std::string& digits) const {
    double sum = 0.0;
    for (const auto& [where, amounts] : imports) {
        if (where.first != exporter) continue;
        for (const auto& [product, amount] : amounts) {
            if (product.starts_with(digits)) sum += amount;
        }
    }
    return sum;
}

UsProducts read_us_products(const Layer& layer) {
    UsProducts products;
    const LayerTable& table = layer.table("products");
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        products.imports[{table["exporter"].text(row), table["sector"].text(row)}]
                        [table["product"].text(row)] += table["imports"].number(row);
    }
    return products;
}

}  // namespace entente

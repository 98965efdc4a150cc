#include "entente/world/recipe/thin_sales.hpp"

namespace entente::detail {

void raise_thin_sales(double lowest_share, std::size_t first_sector, std::size_t end_sector,
                      const Array3<double>& tariff, Array3<double>& flow, Array2<char>& raised) {
    const std::size_t num_countries = flow.shape()[0];
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t s = first_sector; s < end_sector; ++s) {
            double imports = 0.0;
            for (std::size_t i = 0; i < num_countries; ++i) {
                if (i != n) imports += flow(i, n, s) * (1.0 + tariff(i, n, s));
            }
            const double lowest = lowest_share / (1.0 - lowest_share) * imports;
            if (flow(n, n, s) >= lowest) continue;
            flow(n, n, s) = lowest;
            raised(n, s) = 1;
        }
    }
}

}  // namespace entente::detail

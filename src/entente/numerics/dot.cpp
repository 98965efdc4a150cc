#include "entente/numerics/dot.hpp"

#include <array>

namespace entente {

double dot(std::span<const double> a, std::span<const double> b) {
    std::array<double, 4> part{};
    const std::size_t even = a.size() / 4 * 4;
    for (std::size_t k = 0; k < even; k += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) part[lane] += a[k + lane] * b[k + lane];
    }
    double sum = (part[0] + part[1]) + (part[2] + part[3]);
    for (std::size_t k = even; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
}

}  // namespace entente

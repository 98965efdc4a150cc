#include "entente/numerics/random_draws.hpp"

#include <cmath>

#include "entente/numerics/normal.hpp"

namespace entente {

double normal_draw(RandomStream& stream) {
    return normal_quantile(stream.uniform());
}

double gamma_draw(RandomStream& stream, double shape) {
    if (shape < 1.0) {
        const double boost = std::pow(stream.uniform(), 1.0 / shape);
        return boost * gamma_draw(stream, shape + 1.0);
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    while (true) {
        const double x = normal_draw(stream);
        const double root = 1.0 + c * x;
        if (root <= 0.0) continue;
        const double v = root * root * root;
        const double u = stream.uniform();
        if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
}

void dirichlet_draw(RandomStream& stream, double concentration, std::span<double> shares) {
    double total = 0.0;
    for (double& share : shares) {
        share = gamma_draw(stream, concentration);
        total += share;
    }
    for (double& share : shares) share /= total;
}

}  // namespace entente

#include "entente/measures/hedging/trade_intensity.hpp"

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"

namespace entente {

TradeTie trade_tie(const Array2<double>& flow, std::size_t i, std::span<const std::size_t> power) {
    const std::size_t num_countries = flow.rows();
    const auto is_member = [&](std::size_t n) {
        return std::find(power.begin(), power.end(), n) != power.end();
    };
    if (flow.columns() != num_countries || i >= num_countries || is_member(i) ||
        std::any_of(power.begin(), power.end(), [&](auto n) { return n >= num_countries; })) {
        throw ShapeError(
            "A trade tie needs a square matrix, a country on it and a power of others.");
    }
    TradeTie tie;
    for (std::size_t a = 0; a < num_countries; ++a) {
        for (std::size_t b = 0; b < num_countries; ++b) {
            if (a == b) continue;
            const double x = flow(a, b);
            tie.world_exports += x;
            if (a == i || b == i) tie.total += x;
            if (is_member(a) == is_member(b)) continue;
            tie.power_total += x;
            if (a == i || b == i) tie.with_power += x;
        }
    }
    return tie;
}

std::optional<double> raw_intensity(const TradeTie& tie) {
    const double power_elsewhere = tie.power_total - tie.with_power;
    const double trade_elsewhere = 2.0 * tie.world_exports - 2.0 * tie.total;
    if (!(tie.with_power > 0.0 && power_elsewhere > 0.0 && trade_elsewhere > 0.0)) return {};
    return std::log(tie.share()) - std::log(power_elsewhere / trade_elsewhere);
}

}  // namespace entente

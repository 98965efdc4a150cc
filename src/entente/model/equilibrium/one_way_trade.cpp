#include "entente/model/equilibrium/one_way_trade.hpp"

#include "entente/base/error.hpp"

namespace entente {
namespace {

bool sells(const Baseline& baseline, const Shock& shock, std::size_t i, std::size_t n) {
    for (std::size_t s = 0; s < baseline.num_sectors(); ++s) {
        const double factor = shock.share_factor.empty() ? 1.0 : shock.share_factor(i, n, s);
        if (baseline.trade_share(i, n, s) * factor > 0.0 && baseline.expenditure(n, s) > 0.0) {
            return true;
        }
    }
    return false;
}

/// [i, n] whether i sells to n, directly or through others.
Array2<unsigned char> reach(const Array2<unsigned char>& direct) {
    Array2<unsigned char> reached = direct;
    const std::size_t size = direct.rows();
    for (std::size_t m = 0; m < size; ++m) {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t n = 0; n < size && reached(i, m) != 0; ++n) {
                if (reached(m, n) != 0) reached(i, n) = 1;
            }
        }
    }
    return reached;
}

}  // namespace

std::optional<OneWayTrade> find_one_way_trade(const Baseline& baseline, const Shock& shock) {
    if (!shock.share_factor.empty() && shock.share_factor.shape() != baseline.trade_share.shape()) {
        throw ShapeError("A shock does not fit the world it is applied to.");
    }
    const std::size_t size = baseline.num_countries();
    Array2<unsigned char> direct(size, size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t n = 0; n < size; ++n) {
            direct(i, n) = i != n && sells(baseline, shock, i, n) ? 1 : 0;
        }
    }
    const Array2<unsigned char> reached = reach(direct);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t n = 0; n < size; ++n) {
            if (direct(i, n) != 0 && reached(n, i) == 0) {
                return OneWayTrade{baseline.countries[i], baseline.countries[n]};
            }
        }
    }
    return std::nullopt;
}

}  // namespace entente

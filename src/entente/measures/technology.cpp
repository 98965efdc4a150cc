#include "entente/measures/technology.hpp"

#include <array>

#include "entente/base/error.hpp"

namespace entente::detail {

void require_fit(const World& world, const TradeState& state, std::size_t n) {
    const std::array<std::size_t, 3> axes{world.num_countries(), world.num_countries(),
                                          world.num_sectors()};
    if (state.trade_flow.shape() != axes || state.trade_share.shape() != axes ||
        state.tariff_rate.shape() != axes || state.value_added.size() != axes[0]) {
        throw ShapeError("The axes of a trade state are not those of its world.");
    }
    if (n >= axes[0]) throw ShapeError("A country is not in the world.");
}

}  // namespace entente::detail

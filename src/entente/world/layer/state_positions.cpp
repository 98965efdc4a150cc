#include "entente/world/layer/state_positions.hpp"

namespace entente {

StatePositions read_state_positions(const Layer& layer) {
    StatePositions positions;
    const LayerTable& origin = layer.table("origin");
    if (origin.num_rows() > 0) positions.votes_hash = origin["votes_hash"].text(0);
    const LayerTable& table = layer.table("positions");
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        positions.rows.push_back({.state = table["iso3"].text(row),
                                  .year = static_cast<int>(table["year"].number(row)),
                                  .smoothed = table["smoothed"].number(row),
                                  .smoothed_error = table["smoothed_error"].number(row),
                                  .filtered = table["filtered"].number(row),
                                  .yearly = table["yearly"].number(row),
                                  .votes_cast = static_cast<int>(table["votes_cast"].number(row))});
    }
    return positions;
}

}  // namespace entente

#include "entente/study/policy/simpler_worlds.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

/// Checks of the world as published say nothing about one with less in it.
WorldData without_references(const World& world) {
    WorldData data = world.data();
    data.reference_values.clear();
    return data;
}

WorldData without_technology(WorldData data, std::size_t num_sectors) {
    const std::size_t num_countries = data.countries.size();
    data.value_added_share = Array2<double>(num_countries, num_sectors, 1.0);
    data.technology_quality = Array2<Quality>(num_countries, num_sectors);
    data.input_share = {};
    // Derived from spending when the world is built.
    data.consumption_share = {};
    return data;
}

}  // namespace

World with_trade_elasticity(const World& world, const std::string& sector, double theta) {
    WorldData data = without_references(world);
    data.sectors[world.sectors().at(sector)].trade_elasticity = theta;
    return World(std::move(data));
}

World with_one_elasticity(const World& world, double theta) {
    WorldData data = without_references(world);
    for (Sector& sector : data.sectors) sector.trade_elasticity = theta;
    return World(std::move(data));
}

World without_inputs(const World& world) {
    return World(without_technology(without_references(world), world.num_sectors()));
}

World with_one_sector(const World& world, double theta) {
    const std::size_t num_countries = world.num_countries();
    WorldData data = without_technology(without_references(world), 1);
    data.sectors = {{.code = "ALL", .name = "All sectors", .trade_elasticity = theta}};
    data.alternative_tariffs.clear();
    data.trade_flow = Array3<double>(num_countries, num_countries, 1);
    data.tariff_rate = data.trade_flow;
    data.trade_quality = Array3<Quality>(num_countries, num_countries, 1);
    data.gross_output = Array2<double>(num_countries, 1);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            double& flow = data.trade_flow(i, n, 0);
            double revenue = 0.0;
            for (std::size_t s = 0; s < world.num_sectors(); ++s) {
                flow += world.trade_flow()(i, n, s);
                revenue += world.trade_flow()(i, n, s) * world.tariff_rate()(i, n, s);
                data.trade_quality(i, n, 0) =
                    std::max(data.trade_quality(i, n, 0), world.trade_quality()(i, n, s));
            }
            if (flow > 0.0) data.tariff_rate(i, n, 0) = revenue / flow;
            data.gross_output(i, 0) += flow;
        }
    }
    return World(std::move(data));
}

}  // namespace entente::detail

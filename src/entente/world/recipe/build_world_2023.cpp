#include "entente/world/recipe/builders.hpp"
#include "entente/world/recipe/making_2023.hpp"
#include "entente/world/recipe/quality_2023.hpp"
#include "entente/world/recipe/rounding.hpp"
#include "entente/world/recipe/thin_sales.hpp"

namespace entente::detail {
namespace {

void set_domestic(const Array2<double>& sales, std::size_t first_sector, Array3<double>& flow) {
    for (std::size_t n = 0; n < sales.rows(); ++n) {
        for (std::size_t k = 0; k < sales.columns(); ++k)
            flow(n, n, first_sector + k) = sales(n, k);
    }
}

void set_services(const Frame& frame, const Array3<double>& services, Array3<double>& flow) {
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            std::ranges::copy(services.row(i, n), flow.row(i, n).subspan(frame.num_goods).begin());
        }
    }
}

void scale_domestic_goods(const Frame& frame, const std::vector<double>& factor,
                          Array3<double>& flow) {
    for (std::size_t n = 0; n < factor.size(); ++n) {
        for (std::size_t s = 0; s < frame.num_goods; ++s) flow(n, n, s) *= factor[n];
    }
}

/// Million USD to whole dollars, which keeps the bundled tables small.
void round_to_dollars(Array3<double>& flow) {
    for (double& value : flow.values()) value = rounded(value, six_decimals);
}

Making2023 make(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                Problems& problems) {
    const double thin = recipe.assumed("domestic_share_lowest");
    Making2023 made;
    // What the sources say, on common axes.
    made.elasticities = sector_elasticities(recipe, frame, raw);
    made.gdp = gdp_figures(recipe, frame, raw, problems);
    made.levels = tariff_levels(recipe, frame, raw, problems);
    made.wiod = wiod_flows(frame, raw);
    made.us_imports = us_import_mix(recipe, frame, raw);
    made.splits = sector_splits(recipe, frame, raw, made.us_imports);
    made.wiod_by_sector = flows_by_sector(frame, made.wiod, made.splits);
    const UnctadFlows unctad = unctad_flows(frame, raw);
    problems.throw_if_any();

    // Goods: pair totals times their mix, tariffs, domestic sales.
    made.mix = goods_mix(recipe, frame, made.wiod_by_sector, made.us_imports, unctad);
    made.totals = pair_totals(recipe, frame, raw, made.gdp, unctad, problems);
    made.flow = goods_across_borders(frame, made.totals, made.mix);
    made.tariff = tariff_rates(recipe, frame, raw, made.levels, made.us_imports, made.flow);
    set_domestic(
        domestic_goods(recipe, frame, raw, made.wiod_by_sector, made.gdp, made.totals, made.flow),
        0, made.flow);
    made.raised = Array2<char>(frame.num_countries(), frame.num_sectors());
    raise_thin_sales(thin, 0, frame.num_goods, made.tariff, made.flow, made.raised);

    // Services: across borders, then at home so that value added is GDP.
    made.services = services_trade(recipe, frame, made.wiod_by_sector, made.gdp, made.flow);
    set_services(frame, made.services.flow, made.flow);
    made.prior = technology(recipe, frame, raw, made.wiod_by_sector, made.splits);
    made.domestic = domestic_services(recipe, frame, made.wiod_by_sector, made.prior, made.gdp,
                                      made.flow, problems);
    problems.throw_if_any();
    scale_domestic_goods(frame, made.domestic.goods_factor, made.flow);
    set_domestic(made.domestic.sales, frame.num_goods, made.flow);
    raise_thin_sales(thin, 0, frame.num_sectors(), made.tariff, made.flow, made.raised);

    // Accounts that add up.
    round_to_dollars(made.flow);
    made.accounts = balance_accounts(recipe.assumed("final_demand_lowest"), made.prior, made.flow,
                                     made.tariff, made.gdp.base);
    return made;
}

Array2<double> output_of(const Array3<double>& flow) {
    const auto [num_origins, num_destinations, num_sectors] = flow.shape();
    Array2<double> output(num_origins, num_sectors);
    for (std::size_t i = 0; i < num_origins; ++i) {
        for (std::size_t n = 0; n < num_destinations; ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) output(i, s) += flow(i, n, s);
        }
    }
    return output;
}

WorldData assemble(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                   const Making2023& made) {
    WorldData data = start_world(recipe.head);
    for (const RecipeEconomy& economy : recipe.economies) {
        data.countries.push_back({economy.code, economy.name});
    }
    for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
        const RecipeSector& sector = recipe.sectors[s];
        data.sectors.push_back({.code = sector.code,
                                .name = sector.name,
                                .kind = sector.kind,
                                .trade_elasticity = made.elasticities[s].value,
                                .trade_elasticity_se = made.elasticities[s].standard_error,
                                .isic = sector.isic});
    }
    data.trade_flow = made.flow;
    data.tariff_rate = made.tariff;
    data.trade_quality = trade_quality(recipe, frame, made.raised);
    data.gross_output = output_of(made.flow);
    data.value_added_share = made.accounts.technology.value_added_share;
    data.technology_quality = technology_quality(frame);
    data.input_share = made.accounts.technology.input_share;
    data.memberships = raw.memberships;
    data.parameters = parameters_2023(recipe, frame, made.levels);
    data.reference_values = reference_values_2023(recipe, frame, raw, made);
    return data;
}

}  // namespace

WorldData build_world_2023(const RecipeTable& table, const std::filesystem::path& recipe_folder,
                           const std::filesystem::path& raw_folder, Problems& problems) {
    const World2023Recipe recipe = read_world_2023_recipe(table, recipe_folder, raw_folder);
    problems.throw_if_any();
    const Frame frame = make_frame(recipe, table);
    problems.throw_if_any();
    const Raw2023 raw = read_raw_2023(recipe, frame, problems);
    problems.throw_if_any();
    const Making2023 made = make(recipe, frame, raw, problems);
    problems.throw_if_any();
    if (!made.services.converged || !made.accounts.converged) {
        table.report(ProblemKind::value_out_of_range,
                     made.services.converged ? "final_demand_lowest" : "closure_factor_scale", {},
                     "a choice for which the closure and the balancing come to an end");
        problems.throw_if_any();
    }
    return assemble(recipe, frame, raw, made);
}

}  // namespace entente::detail

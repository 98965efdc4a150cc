#include <algorithm>
#include <cmath>
#include <string>

#include "entente/numerics/ras.hpp"
#include "entente/source/wiod_sales.hpp"
#include "entente/source/wiod_table.hpp"
#include "entente/world/recipe/builders.hpp"
#include "entente/world/recipe/history_recipe.hpp"
#include "entente/world/recipe/rounding.hpp"
#include "entente/world/recipe/thin_sales.hpp"

namespace entente::detail {
namespace {

// Below this the least part of output is wages; the publisher's rounding leaves smaller ones.
constexpr double least_value_added = 0.05;
constexpr double most_value_added = 0.98;
// Lets every used input reach every sector that buys any, or some sums could not be met.
constexpr double trace = 1e-7;

struct HistoryFlows {
    /// [n, s] use of s as an input in n, million USD.
    Array2<double> input_use;
    /// Negative sales set to zero, million USD.
    double clipped = 0.0;
    std::size_t num_raised = 0;
};

std::size_t sector_place(const HistoryRecipe& recipe, const std::string& wiod) {
    return recipe.sector_of[recipe.wiod_sectors.at(wiod)];
}

/// Intermediate and final sales are each clipped at zero before they are added, as in world-2023.
HistoryFlows take_flows(const HistoryRecipe& recipe, const std::vector<WiodSale>& sales,
                        WorldData& data) {
    const std::size_t num_countries = data.countries.size();
    const std::size_t num_sectors = data.sectors.size();
    HistoryFlows flows{.input_use = Array2<double>(num_countries, num_sectors)};
    data.trade_flow = Array3<double>(num_countries, num_countries, num_sectors);
    data.tariff_rate = data.trade_flow;
    data.trade_quality = Array3<Quality>(num_countries, num_countries, num_sectors);
    for (const WiodSale& row : sales) {
        const std::size_t i = recipe.country_codes.at(row.exporter);
        const std::size_t n = recipe.country_codes.at(row.importer);
        const std::size_t s = sector_place(recipe, row.sector);
        const double inputs = std::max(row.intermediate, 0.0);
        data.trade_flow(i, n, s) += inputs + std::max(row.final_use, 0.0);
        flows.input_use(n, s) += inputs;
        flows.clipped += std::max(-row.intermediate, 0.0) + std::max(-row.final_use, 0.0);
    }
    Array2<char> raised(num_countries, num_sectors);
    raise_thin_sales(recipe.lowest_domestic_share, 0, num_sectors, data.tariff_rate,
                     data.trade_flow, raised);
    data.gross_output = Array2<double>(num_countries, num_sectors);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            data.trade_flow(i, i, s) = rounded(data.trade_flow(i, i, s), six_decimals);
            if (raised(i, s) != 0) data.trade_quality(i, i, s) = Quality::estimated;
            flows.num_raised += raised(i, s) != 0;
            for (std::size_t n = 0; n < num_countries; ++n) {
                data.gross_output(i, s) += data.trade_flow(i, n, s);
            }
        }
    }
    return flows;
}

/// [n] what sector r of n buys of s in the year of the full table, [s, r]; million USD.
std::vector<Array2<double>> purchases(const HistoryRecipe& recipe, const WiodTable& table) {
    const std::size_t num_sectors = recipe.sectors.size();
    std::vector<Array2<double>> bought(recipe.countries.size(),
                                       Array2<double>(num_sectors, num_sectors));
    for (const WiodInput& row : table.inputs) {
        const std::size_t n = recipe.country_codes.at(row.country);
        bought[n](sector_place(recipe, row.input_sector), sector_place(recipe, row.using_sector)) +=
            std::max(row.value, 0.0);
    }
    return bought;
}

/// [n, r] part of output that is value added, in the year of the full table.
Array2<double> value_added_shares(const HistoryRecipe& recipe, const WiodTable& table) {
    Array2<double> output(recipe.countries.size(), recipe.sectors.size());
    Array2<double> value_added = output;
    for (const WiodOutput& row : table.output) {
        const std::size_t n = recipe.country_codes.at(row.country);
        output(n, sector_place(recipe, row.sector)) += row.gross_output;
        value_added(n, sector_place(recipe, row.sector)) += row.value_added;
    }
    for (std::size_t n = 0; n < output.rows(); ++n) {
        for (std::size_t r = 0; r < output.columns(); ++r) {
            const double share = output(n, r) > 0.0 ? value_added(n, r) / output(n, r) : 1.0;
            value_added(n, r) = std::clamp(share, least_value_added, most_value_added);
        }
    }
    return value_added;
}

/// Scales columns to a sum, none above the most that inputs may be of its output.
void scale_to(double sum, std::size_t n, const Array2<double>& output,
              std::vector<double>& columns) {
    // Each round spreads what the capped columns could not take; few are ever capped.
    constexpr int most_rounds = 200;
    for (int round = 0; round < most_rounds; ++round) {
        double present = 0.0;
        for (const double column : columns) present += column;
        if (!(present > 0.0) || std::abs(present / sum - 1.0) < 1e-14) return;
        for (std::size_t r = 0; r < columns.size(); ++r) {
            const double most = (1.0 - least_value_added) * output(n, r);
            columns[r] = std::min(columns[r] * sum / present, most);
        }
    }
}

/// Shares of a column, to six decimals and with the sum one.
void put_shares(const Array2<double>& inputs, std::size_t n, std::size_t r, WorldData& data) {
    const std::size_t num_sectors = data.sectors.size();
    double sum = 0.0;
    for (std::size_t s = 0; s < num_sectors; ++s) sum += inputs(s, r);
    if (!(sum > 0.0)) return;
    std::size_t largest = 0;
    double rest = 1.0;
    for (std::size_t s = 0; s < num_sectors; ++s) {
        data.input_share(n, s, r) = rounded(inputs(s, r) / sum, six_decimals);
        rest -= data.input_share(n, s, r);
        if (inputs(s, r) > inputs(largest, r)) largest = s;
    }
    data.input_share(n, largest, r) =
        rounded(data.input_share(n, largest, r) + rest, nine_decimals);
}

/// [eq:history-inputs]  Z[n] = RAS( Z0[n]; rows: use of s in n, columns: k (1 - gamma0) Y )
///
/// The pattern of the full table, scaled to what the country uses of each input in the year itself;
/// k makes the sums agree. Where both are of one year it moves next to nothing.
void add_technology(const HistoryRecipe& recipe, const WiodTable& table, const HistoryFlows& flows,
                    WorldData& data, Problems& problems) {
    const std::size_t num_countries = data.countries.size();
    const std::size_t num_sectors = data.sectors.size();
    const Array2<double> prior_share = value_added_shares(recipe, table);
    std::vector<Array2<double>> prior = purchases(recipe, table);
    data.value_added_share = Array2<double>(num_countries, num_sectors, 1.0);
    data.input_share = Array3<double>(num_countries, num_sectors, num_sectors);
    data.technology_quality = Array2<Quality>(
        num_countries, num_sectors,
        recipe.technology_year == data.base_year ? Quality::observed : Quality::scaled);
    for (std::size_t n = 0; n < num_countries; ++n) {
        std::vector<double> rows(num_sectors), columns(num_sectors);
        double used = 0.0;
        for (std::size_t s = 0; s < num_sectors; ++s) {
            rows[s] = flows.input_use(n, s);
            columns[s] = (1.0 - prior_share(n, s)) * data.gross_output(n, s);
            used += rows[s];
        }
        scale_to(used, n, data.gross_output, columns);
        for (std::size_t s = 0; s < num_sectors; ++s) {
            for (std::size_t r = 0; r < num_sectors; ++r) {
                prior[n](s, r) += trace * rows[s] * columns[r] / used;
            }
        }
        const RasResult balanced = ras(prior[n], rows, columns, {.tolerance = 1e-12});
        if (!balanced.converged) {
            problems.add({.kind = ProblemKind::value_out_of_range,
                          .file = recipe.table.string(),
                          .value = data.countries[n].code,
                          .expected = "inputs that can be scaled to those of the year"});
            continue;
        }
        for (std::size_t r = 0; r < num_sectors; ++r) {
            if (!(columns[r] > 0.0)) continue;
            data.value_added_share(n, r) =
                rounded(1.0 - columns[r] / data.gross_output(n, r), six_decimals);
            put_shares(balanced.matrix, n, r, data);
        }
    }
}

void add_records(const HistoryFlows& flows, WorldData& data) {
    const auto record = [&](const char* check, double value, const char* unit) {
        data.reference_values.push_back({.check = check,
                                         .subject = "ALL",
                                         .value = value,
                                         .unit = unit,
                                         .tolerance = {},
                                         .source = "computed by the recipe"});
    };
    record("recorded_negative_sales_set_to_zero", flows.clipped, data.unit.c_str());
    record("recorded_domestic_sales_raised", static_cast<double>(flows.num_raised), "cells");
}

}  // namespace

WorldData build_history(const RecipeTable& table, const std::filesystem::path& recipe_folder,
                        const std::filesystem::path& raw, Problems& problems) {
    const HistoryRecipe recipe = read_history_recipe(table, recipe_folder, raw, problems);
    const std::vector<WiodSale> sales = read_wiod_sales(recipe.sales, problems);
    const WiodTable full = read_wiod_table(recipe.table, problems);
    problems.throw_if_any();
    WorldData data = start_world(recipe.head);
    data.countries = recipe.countries;
    data.sectors = recipe.sectors;
    const HistoryFlows flows = take_flows(recipe, sales, data);
    add_technology(recipe, full, flows, data, problems);
    problems.throw_if_any();
    add_records(flows, data);
    return data;
}

}  // namespace entente::detail

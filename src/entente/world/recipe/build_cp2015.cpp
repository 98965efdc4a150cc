#include <algorithm>

#include "entente/source/cp2015_matrix.hpp"
#include "entente/world/recipe/builders.hpp"

namespace entente::detail {
namespace {

struct Cp2015Recipe {
    RecipeHead head;
    std::vector<Country> countries;
    std::vector<Sector> sectors;
    std::size_t num_goods = 0;
    double services_theta = 0.0;
    std::string alternative_label;
    std::filesystem::path imports, tariffs, alternative_tariffs, gross_output, value_added_share,
        input_share, trade_elasticity;
};

/// As published; axes as read_cp2015_matrix states.
struct Cp2015Tables {
    Array2<double> imports, tariffs, alternative_tariffs, gross_output, value_added_share,
        input_share, trade_elasticity;
};

Cp2015Recipe read_recipe(const RecipeTable& table, const std::filesystem::path& raw) {
    Cp2015Recipe recipe;
    recipe.head = read_recipe_head(table);
    for (const RecipeTable& entry : table.tables("country")) {
        recipe.countries.push_back({entry.text("code"), entry.text("name")});
    }
    for (const RecipeTable& entry : table.tables("sector")) {
        const std::string kind = entry.text("kind");
        if (kind != "goods" && kind != "services") {
            entry.report(ProblemKind::value_out_of_range, "kind", kind, "goods or services");
        }
        recipe.sectors.push_back(
            {.code = entry.text("code"),
             .name = entry.text("name"),
             .kind = kind == "goods" ? SectorKind::goods : SectorKind::services});
        recipe.num_goods += kind == "goods";
    }
    recipe.services_theta = assumed(recipe.head, table, "trade_elasticity_services");
    recipe.alternative_label = table.text("alternative_tariffs_label");
    const RecipeTable files = table.table("files");
    recipe.imports = raw / files.text("imports");
    recipe.tariffs = raw / files.text("tariffs");
    recipe.alternative_tariffs = raw / files.text("alternative_tariffs");
    recipe.gross_output = raw / files.text("gross_output");
    recipe.value_added_share = raw / files.text("value_added_share");
    recipe.input_share = raw / files.text("input_share");
    recipe.trade_elasticity = raw / files.text("trade_elasticity");
    return recipe;
}

Cp2015Tables read_tables(const Cp2015Recipe& recipe, Problems& problems) {
    const std::size_t num_countries = recipe.countries.size();
    const std::size_t num_sectors = recipe.sectors.size();
    const std::size_t num_goods = recipe.num_goods;
    const auto read = [&](const std::filesystem::path& file, std::size_t rows,
                          std::size_t columns) {
        return read_cp2015_matrix(file, rows, columns, problems);
    };
    return {.imports = read(recipe.imports, num_goods * num_countries, num_countries),
            .tariffs = read(recipe.tariffs, num_goods * num_countries, num_countries),
            .alternative_tariffs =
                read(recipe.alternative_tariffs, num_goods * num_countries, num_countries),
            .gross_output = read(recipe.gross_output, num_sectors, num_countries),
            .value_added_share = read(recipe.value_added_share, num_sectors, num_countries),
            .input_share = read(recipe.input_share, num_countries * num_sectors, num_sectors),
            .trade_elasticity = read(recipe.trade_elasticity, num_goods, 1)};
}

/// [sector and importer, exporter] to [origin, destination, sector]; services stay zero.
Array3<double> by_origin(const Array2<double>& published, std::size_t num_countries,
                         std::size_t num_sectors, double units_per_one) {
    Array3<double> turned(num_countries, num_countries, num_sectors);
    for (std::size_t row = 0; row < published.rows(); ++row) {
        const std::size_t s = row / num_countries;
        const std::size_t n = row % num_countries;
        for (std::size_t i = 0; i < num_countries; ++i) {
            if (i != n) turned(i, n, s) = published(row, i) / units_per_one;
        }
    }
    return turned;
}

// [eq:cp2015-domestic-sales]  X[n,n,s] = max(GO[n,s], exports[n,s]) - exports[n,s]
// Source: the authors' programs; recorded output falls short of exports in 26 cells.
void add_domestic_sales(const Array2<double>& gross_output_usd, WorldData& data) {
    constexpr double usd_per_thousand = 1000.0;
    for (std::size_t n = 0; n < data.countries.size(); ++n) {
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            double exports = 0.0;
            for (std::size_t m = 0; m < data.countries.size(); ++m) {
                exports += data.trade_flow(n, m, s);
            }
            const double recorded = gross_output_usd(s, n) / usd_per_thousand;
            data.trade_flow(n, n, s) = std::max(recorded, exports) - exports;
            for (std::size_t m = 0; m < data.countries.size(); ++m) {
                data.gross_output(n, s) += data.trade_flow(n, m, s);
            }
        }
    }
}

/// The one negative share is set to zero; then columns are divided by their sum, which removes the
/// rounding of the printed digits. Columns of empty sectors are zero and stay so.
void add_input_shares(const Array2<double>& published, WorldData& data) {
    const std::size_t num_sectors = data.sectors.size();
    for (std::size_t n = 0; n < data.countries.size(); ++n) {
        for (std::size_t r = 0; r < num_sectors; ++r) {
            double sum = 0.0;
            for (std::size_t s = 0; s < num_sectors; ++s) {
                data.input_share(n, s, r) = std::max(published(n * num_sectors + s, r), 0.0);
                sum += data.input_share(n, s, r);
            }
            if (sum == 0.0) continue;
            for (std::size_t s = 0; s < num_sectors; ++s) data.input_share(n, s, r) /= sum;
        }
    }
}

WorldData assemble(const Cp2015Recipe& recipe, const Cp2015Tables& tables) {
    const std::size_t num_countries = recipe.countries.size();
    const std::size_t num_sectors = recipe.sectors.size();
    constexpr double percent = 100.0;
    WorldData data = start_world(recipe.head);
    data.countries = recipe.countries;
    data.sectors = recipe.sectors;
    for (std::size_t s = 0; s < num_sectors; ++s) {
        data.sectors[s].trade_elasticity =
            s < recipe.num_goods ? tables.trade_elasticity(s, 0) : recipe.services_theta;
    }
    data.trade_flow = by_origin(tables.imports, num_countries, num_sectors, 1.0);
    data.tariff_rate = by_origin(tables.tariffs, num_countries, num_sectors, percent);
    data.alternative_tariffs[recipe.alternative_label] =
        by_origin(tables.alternative_tariffs, num_countries, num_sectors, percent);
    data.trade_quality = Array3<Quality>(num_countries, num_countries, num_sectors);
    data.technology_quality = Array2<Quality>(num_countries, num_sectors);
    data.gross_output = Array2<double>(num_countries, num_sectors);
    add_domestic_sales(tables.gross_output, data);
    data.value_added_share = Array2<double>(num_countries, num_sectors);
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            data.value_added_share(n, s) = tables.value_added_share(s, n);
        }
    }
    data.input_share = Array3<double>(num_countries, num_sectors, num_sectors);
    add_input_shares(tables.input_share, data);
    return data;
}

}  // namespace

WorldData build_cp2015(const RecipeTable& table, const std::filesystem::path& raw,
                       Problems& problems) {
    const Cp2015Recipe recipe = read_recipe(table, raw);
    table.report_unknown_keys();
    const Cp2015Tables tables = read_tables(recipe, problems);
    problems.throw_if_any();
    return assemble(recipe, tables);
}

}  // namespace entente::detail

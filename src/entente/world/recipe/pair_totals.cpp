#include "entente/world/recipe/pair_totals.hpp"

#include <algorithm>

namespace entente::detail {
namespace {

PairTotals baci_totals(const Frame& frame, const Raw2023& raw) {
    constexpr double thousands_per_million = 1e3;
    const std::size_t num_countries = frame.num_countries();
    PairTotals totals{.total = Array2<double>(num_countries, num_countries),
                      .import_factor = std::vector<double>(num_countries, 1.0)};
    for (const BaciTotal& row : raw.baci_totals) {
        const std::size_t i = frame.country_or_rest(row.exporter);
        const std::size_t n = frame.country_or_rest(row.importer);
        totals.total(i, n) += row.value / thousands_per_million;
    }
    totals.within_rest = totals.total(frame.rest(), frame.rest());
    totals.total(frame.rest(), frame.rest()) = 0.0;
    return totals;
}

/// US imports from a partner in the base year, million USD.
double census_total(const World2023Recipe& recipe, const Raw2023& raw, const std::string& code,
                    Problems& problems) {
    constexpr double usd_per_million = 1e6;
    const auto name = std::ranges::find(recipe.census.partners, code,
                                        &std::pair<std::string, std::string>::first);
    double total = 0.0;
    for (const CensusImportsNaics3& row : raw.us_imports_naics3) {
        if (name == recipe.census.partners.end()) break;
        if (row.year == recipe.head.base_year && row.partner == name->second) total += row.imports;
    }
    if (total <= 0.0) {
        problems.add({.kind = ProblemKind::missing_row,
                      .file = recipe.files.us_imports_naics3.string(),
                      .where = code,
                      .expected = "US imports of " + std::to_string(recipe.head.base_year)});
    }
    return total / usd_per_million;
}

// [eq:untraded]  X[t,n] = X18[t,n] g[n],  g[n] = clip( sum_i X[i,n] / sum_i X18[i,n] )
//
// t: the economy BACI lacks; i: the other economies with totals of 2018. Its imports likewise, by
// the growth of the seller's exports.
void add_untraded(const World2023Recipe& recipe, const Frame& frame, const Array2<double>& of_2018,
                  const UnctadFlows& unctad, PairTotals& totals) {
    const std::size_t t = frame.countries.at(recipe.untraded_economy);
    const double lowest = recipe.assumed("taiwan_growth_lowest");
    const double highest = recipe.assumed("taiwan_growth_highest");
    const double elsewhere = recipe.assumed("taiwan_growth_elsewhere");
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (n == t) continue;
        if (!frame.in_icio(n)) {
            totals.total(t, n) = unctad.total(t, n) * elsewhere;
            totals.total(n, t) = unctad.total(n, t) * elsewhere;
            continue;
        }
        double imports = 0.0, imports_2018 = 0.0, exports = 0.0, exports_2018 = 0.0;
        for (std::size_t i = 0; i < frame.num_countries(); ++i) {
            if (i == n || i == t || !frame.in_icio(i)) continue;
            imports += totals.total(i, n);
            imports_2018 += of_2018(i, n);
            exports += totals.total(n, i);
            exports_2018 += of_2018(n, i);
        }
        totals.total(t, n) = of_2018(t, n) * std::clamp(imports / imports_2018, lowest, highest);
        totals.total(n, t) = of_2018(n, t) * std::clamp(exports / exports_2018, lowest, highest);
    }
}

// [eq:hub]  f[n] = ( exports[n] - b18[n] GDP[n] ) / imports[n]
//
// b18: goods balance over GDP in 2018. The hubs are taken in the order of the recipe, each after
// the imports of those before it are scaled.
void scale_hubs(const World2023Recipe& recipe, const Frame& frame, const Array2<double>& of_2018,
                const GdpFigures& gdp, PairTotals& totals) {
    for (const std::string& code : recipe.hubs) {
        const std::size_t n = frame.countries.at(code);
        double balance_2018 = 0.0, exports = 0.0, imports = 0.0;
        for (std::size_t m = 0; m < frame.num_countries(); ++m) {
            balance_2018 += of_2018(n, m) - of_2018(m, n);
            exports += totals.total(n, m);
            imports += totals.total(m, n);
        }
        const double target = balance_2018 / gdp.goods_level_year[n] * gdp.base[n];
        totals.import_factor[n] = (exports - target) / imports;
        for (std::size_t i = 0; i < frame.num_countries(); ++i) {
            totals.total(i, n) *= totals.import_factor[n];
        }
    }
}

}  // namespace

Array2<double> goods_totals_2018(const Frame& frame, const Raw2023& raw) {
    Array2<double> totals(frame.num_countries(), frame.num_countries());
    for (const IcioGoodsTotal& row : raw.icio_goods_totals) {
        const auto i = frame.countries.find(row.exporter);
        const auto n = frame.countries.find(row.importer);
        if (i && n) totals(*i, *n) += row.value;
    }
    return totals;
}

PairTotals pair_totals(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                       const GdpFigures& gdp, const UnctadFlows& unctad, Problems& problems) {
    const Array2<double> of_2018 = goods_totals_2018(frame, raw);
    PairTotals totals = baci_totals(frame, raw);
    add_untraded(recipe, frame, of_2018, unctad, totals);
    // BACI and the Census differ in valuation: the ratio they have for the comparison economy.
    const std::size_t us = frame.countries.at(us_code);
    const std::size_t t = frame.countries.at(recipe.untraded_economy);
    const std::size_t c = frame.countries.at(recipe.comparison_economy);
    totals.total(t, us) = census_total(recipe, raw, recipe.untraded_economy, problems) *
                          totals.total(c, us) /
                          census_total(recipe, raw, recipe.comparison_economy, problems);
    scale_hubs(recipe, frame, of_2018, gdp, totals);
    return totals;
}

}  // namespace entente::detail

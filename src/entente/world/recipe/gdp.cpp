#include "entente/world/recipe/gdp.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/world/recipe/rounding.hpp"

namespace entente::detail {
namespace {

constexpr double usd_per_million = 1e6;

std::map<std::string, double> world_bank_year(const Raw2023& raw, int year) {
    std::map<std::string, double> values;
    for (const WorldBankGdp& row : raw.gdp) {
        if (row.year == year) values[row.country] = row.value / usd_per_million;
    }
    return values;
}

std::vector<double> base_year(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                              Problems& problems) {
    auto published = world_bank_year(raw, recipe.head.base_year);
    std::vector<double> gdp(frame.num_countries());
    double listed = 0.0;
    for (std::size_t n = 0; n < frame.rest(); ++n) {
        const std::string& code = frame.countries[n];
        if (code == recipe.untraded_economy) {
            gdp[n] = recipe.assumed("gdp_taiwan");
            continue;
        }
        const auto latest = std::ranges::find(raw.latest_gdp, code, &LatestGdp::country);
        if (published.contains(code)) {
            gdp[n] = published[code];
        } else if (latest != raw.latest_gdp.end()) {
            gdp[n] = latest->value / usd_per_million;
        } else {
            problems.add({.kind = ProblemKind::missing_row,
                          .file = recipe.files.gdp.string(),
                          .where = code,
                          .expected = "GDP of " + std::to_string(recipe.head.base_year)});
        }
        listed += gdp[n];
    }
    gdp[frame.rest()] = published["WLD"] - listed;
    if (!(gdp[frame.rest()] > 0.0)) {
        problems.add({.kind = ProblemKind::missing_row,
                      .file = recipe.files.gdp.string(),
                      .where = "WLD",
                      .expected = "a world total above the sum of the economies"});
    }
    return gdp;
}

}  // namespace

GdpFigures gdp_figures(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                       Problems& problems) {
    GdpFigures figures{.base = base_year(recipe, frame, raw, problems),
                       .goods_level_year = std::vector<double>(frame.num_countries()),
                       .wiod = std::vector<double>(frame.num_wiod()),
                       .growth = std::vector<double>(frame.num_wiod())};
    for (const WiodOutput& row : raw.wiod_output) {
        if (const auto w = frame.wiod_countries.find(row.country)) {
            figures.wiod[*w] += row.value_added;
        }
    }
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        figures.growth[frame.wiod_of[n]] += figures.base[n] / figures.wiod[frame.wiod_of[n]];
    }
    const auto published = world_bank_year(raw, recipe.goods_level_year);
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (!frame.in_icio(n)) continue;
        const std::string& code = frame.countries[n];
        if (code == recipe.untraded_economy) {
            const double start = figures.wiod[frame.wiod_of[n]];
            const double passed = recipe.goods_level_year - recipe.wiod_year;
            const double all = recipe.head.base_year - recipe.wiod_year;
            figures.goods_level_year[n] =
                start * rounded(std::pow(figures.base[n] / start, passed / all), nine_decimals);
        } else if (const auto found = published.find(code); found != published.end()) {
            figures.goods_level_year[n] = found->second;
        } else {
            problems.add({.kind = ProblemKind::missing_row,
                          .file = recipe.files.gdp.string(),
                          .where = code,
                          .expected = "GDP of " + std::to_string(recipe.goods_level_year)});
        }
    }
    return figures;
}

}  // namespace entente::detail

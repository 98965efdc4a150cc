#include "entente/world/recipe/domestic_goods.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/world/recipe/rounding.hpp"

namespace entente::detail {
namespace {

void scale_to_one(std::span<double> values) {
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) value /= total;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

/// [n] domestic sales of goods, million USD.
std::vector<double> domestic_levels(const World2023Recipe& recipe, const Frame& frame,
                                    const Raw2023& raw, const GdpFigures& gdp, double within_rest) {
    const Array2<double> of_2018 = goods_totals_2018(frame, raw);
    std::vector<double> level(frame.num_countries());
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (frame.in_icio(n)) level[n] = of_2018(n, n) * gdp.base[n] / gdp.goods_level_year[n];
    }
    std::vector<double> reference;
    for (const std::string& code : recipe.domestic_level_reference) {
        const std::size_t n = frame.countries.at(code);
        reference.push_back(level[n] / gdp.base[n]);
    }
    const double typical = median(std::move(reference));
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (frame.in_icio(n)) continue;
        const bool is_low = std::ranges::find(recipe.low_domestic_level, frame.countries[n]) !=
                            recipe.low_domestic_level.end();
        const double factor = is_low ? recipe.assumed("domestic_level_low_factor") : 1.0;
        level[n] = typical * gdp.base[n] * factor;
    }
    level[frame.rest()] += within_rest;
    return level;
}

/// [w, goods s] shares of what w sells at home, and abroad.
struct WiodShares {
    Array2<double> domestic, exports;
};

WiodShares wiod_shares(const Frame& frame, const Array3<double>& wiod_by_sector) {
    const std::size_t num_wiod = frame.num_wiod();
    WiodShares shares{.domestic = Array2<double>(num_wiod, frame.num_goods),
                      .exports = Array2<double>(num_wiod, frame.num_goods)};
    for (std::size_t w = 0; w < num_wiod; ++w) {
        for (std::size_t v = 0; v < num_wiod; ++v) {
            Array2<double>& filled = w == v ? shares.domestic : shares.exports;
            for (std::size_t s = 0; s < frame.num_goods; ++s) {
                filled(w, s) += wiod_by_sector(w, v, s);
            }
        }
        scale_to_one(shares.domestic.row(w));
        scale_to_one(shares.exports.row(w));
    }
    return shares;
}

// [eq:domestic-mix]  d[n,s] ~ dp[n,s] clip( x[n,s] / xp[n,s] )^power
//
// dp, xp: the proxies' shares of sector s in domestic sales and in exports; x: n's share in
// exports.
void borrow_mix(const World2023Recipe& recipe, const Frame& frame, const WiodShares& wiod,
                std::size_t n, const Array3<double>& flow, std::span<double> mix) {
    std::vector<double> own(frame.num_goods);
    for (std::size_t m = 0; m < frame.num_countries(); ++m) {
        for (std::size_t s = 0; m != n && s < frame.num_goods; ++s) own[s] += flow(n, m, s);
    }
    scale_to_one(own);
    const double power = recipe.assumed("domestic_mix_power");
    const double lowest = recipe.assumed("domestic_mix_lowest");
    const double highest = recipe.assumed("domestic_mix_highest");
    for (std::size_t s = 0; s < frame.num_goods; ++s) {
        double domestic = 0.0;
        double exports = 0.0;
        for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
            domestic += frame.proxy(n, w) * wiod.domestic(w, s);
            exports += frame.proxy(n, w) * wiod.exports(w, s);
        }
        const double tilt = exports > 0.0 ? std::pow(own[s] / exports, power) : 1.0;
        mix[s] = domestic * rounded(std::clamp(tilt, lowest, highest), nine_decimals);
    }
    scale_to_one(mix);
}

}  // namespace

Array3<double> goods_across_borders(const Frame& frame, const PairTotals& totals,
                                    const GoodsMix& mix) {
    Array3<double> flow(frame.num_countries(), frame.num_countries(), frame.num_sectors());
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            for (std::size_t s = 0; s < frame.num_goods; ++s) {
                flow(i, n, s) = totals.total(i, n) * mix.share(i, n, s);
            }
        }
    }
    return flow;
}

Array2<double> domestic_goods(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                              const Array3<double>& wiod_by_sector, const GdpFigures& gdp,
                              const PairTotals& totals, const Array3<double>& flow) {
    const std::vector<double> level = domestic_levels(recipe, frame, raw, gdp, totals.within_rest);
    const WiodShares wiod = wiod_shares(frame, wiod_by_sector);
    Array2<double> sales(frame.num_countries(), frame.num_goods);
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (frame.in_wiod(n)) {
            std::ranges::copy(wiod.domestic.row(frame.wiod_of[n]), sales.row(n).begin());
        } else {
            borrow_mix(recipe, frame, wiod, n, flow, sales.row(n));
        }
        for (double& value : sales.row(n)) value *= level[n];
    }
    return sales;
}

}  // namespace entente::detail

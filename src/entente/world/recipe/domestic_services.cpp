#include "entente/world/recipe/domestic_services.hpp"

#include <fmt/format.h>

#include <numeric>

namespace entente::detail {
namespace {

double sum_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// [n, services s] shares of domestic services.
Array2<double> services_mix(const Frame& frame, const Array3<double>& wiod_by_sector) {
    const std::size_t num_services = frame.num_sectors() - frame.num_goods;
    Array2<double> mix(frame.num_countries(), num_services);
    for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
        const auto own = wiod_by_sector.row(w, w).subspan(frame.num_goods);
        const double total = sum_of(own);
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            for (std::size_t k = 0; k < num_services; ++k) {
                mix(n, k) += frame.proxy(n, w) * own[k] / total;
            }
        }
    }
    return mix;
}

/// Value added in one country of what is sold of goods at home, of goods in all, and of services
/// abroad.
struct ValueAdded {
    double domestic_goods = 0.0, goods = 0.0, services_abroad = 0.0;
};

ValueAdded value_added(const Frame& frame, const Technology& made, const Array3<double>& flow,
                       std::size_t n) {
    ValueAdded sums;
    for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
        double sales = 0.0;
        for (std::size_t m = 0; m < frame.num_countries(); ++m) sales += flow(n, m, s);
        const double share = made.value_added_share(n, s);
        if (frame.is_goods(s)) {
            sums.goods += share * sales;
            sums.domestic_goods += share * flow(n, n, s);
        } else {
            sums.services_abroad += share * (sales - flow(n, n, s));
        }
    }
    return sums;
}

}  // namespace

DomesticServices domestic_services(const World2023Recipe& recipe, const Frame& frame,
                                   const Array3<double>& wiod_by_sector, const Technology& made,
                                   const GdpFigures& gdp, const Array3<double>& flow,
                                   Problems& problems) {
    const double lowest_share = recipe.assumed("services_share_lowest");
    DomesticServices result{.sales = services_mix(frame, wiod_by_sector),
                            .goods_factor = std::vector<double>(frame.num_countries(), 1.0),
                            .over_wiod = std::vector<double>(frame.num_wiod())};
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        const ValueAdded sums = value_added(frame, made, flow, n);
        double services = gdp.base[n] - sums.goods;
        const double lowest = lowest_share * gdp.base[n];
        if (services < lowest) {
            const double taken_out = lowest - services;
            result.goods_factor[n] = 1.0 - taken_out / sums.domestic_goods;
            services = lowest;
        }
        double per_unit = 0.0;
        for (std::size_t k = 0; k < result.sales.columns(); ++k) {
            per_unit += made.value_added_share(n, frame.num_goods + k) * result.sales(n, k);
        }
        const double level = (services - sums.services_abroad) / per_unit;
        if (!(level > 0.0) || !(result.goods_factor[n] >= 0.0)) {
            problems.add({.kind = ProblemKind::value_out_of_range,
                          .where = frame.countries[n],
                          .value = fmt::format("{:.0f}", level),
                          .expected = "GDP large enough for the value added of its trade"});
        }
        for (double& sales : result.sales.row(n)) sales *= level;
        if (!frame.in_wiod(n)) continue;
        const std::size_t w = frame.wiod_of[n];
        const auto own = wiod_by_sector.row(w, w).subspan(frame.num_goods);
        result.over_wiod[w] = level / (sum_of(own) * gdp.growth[w]);
    }
    return result;
}

}  // namespace entente::detail

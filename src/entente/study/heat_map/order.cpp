#include "entente/study/heat_map/order.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"

namespace entente::detail {
namespace {

constexpr std::size_t by_name = 0;
constexpr std::size_t by_code = 1;

double score(const HeatMapRow& row, ScoreInterval HedgingFigures::*part) {
    return row.hedging.figures ? ((*row.hedging.figures).*part).median
                               : std::numeric_limits<double>::quiet_NaN();
}

/// The figure behind each order, in the order of names(); the first two are words.
double figure(const HeatMapRow& row, std::size_t order) {
    const auto& [a, b] = row.ties;
    const std::array figures{0.0,
                             0.0,
                             a.exposure,
                             b.exposure,
                             a.trade_share,
                             b.trade_share,
                             a.reverse_exposure,
                             b.reverse_exposure,
                             row.effective_partners,
                             row.estimated_share,
                             score(row, &HedgingFigures::score),
                             score(row, &HedgingFigures::position),
                             score(row, &HedgingFigures::activity)};
    return figures.at(order);
}

}  // namespace

std::vector<std::string> RowOrder::names(const std::array<Pole, 2>& poles) {
    const std::string a = column_key(poles[0]);
    const std::string b = column_key(poles[1]);
    return {"name",
            "iso3",
            "exposure_" + a,
            "exposure_" + b,
            "trade_share_" + a,
            "trade_share_" + b,
            a + "_exposure_to_country",
            b + "_exposure_to_country",
            "effective_partners",
            "estimated_share",
            "hedging_activity",
            "position",
            "activity"};
}

RowOrder::RowOrder(const std::array<Pole, 2>& poles, const std::string& name) {
    const std::vector<std::string> known = names(poles);
    std::string wanted = name.empty() ? known[2] : name;
    if (wanted.ends_with("_pct")) wanted.resize(wanted.size() - 4);
    const auto found = std::ranges::find(known, wanted);
    if (found == known.end()) {
        throw OptionError(fmt::format("sort cannot be {}. It is one of {}.{}", name,
                                      fmt::join(known, ", "), did_you_mean(wanted, known)));
    }
    order_ = static_cast<std::size_t>(found - known.begin());
}

void RowOrder::apply(std::vector<HeatMapRow>& rows) const {
    std::ranges::sort(rows, [this](const HeatMapRow& one, const HeatMapRow& two) {
        if (order_ == by_name && one.name != two.name) return one.name < two.name;
        if (order_ != by_name && order_ != by_code) {
            const double a = figure(one, order_);
            const double b = figure(two, order_);
            if (std::isnan(a) != std::isnan(b)) return std::isnan(b);
            if (a != b && !std::isnan(a)) return a > b;
        }
        return one.code < two.code;
    });
}

}  // namespace entente::detail

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/rank_correlation.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/heat_map/losses.hpp"
#include "entente/study/heat_map/selection.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/study/hedging/validation.hpp"

namespace entente {
namespace {

using detail::LossesByPole;
using detail::Power;

// Losses this close, relative to the closed form, are counted as close.
constexpr double a_fifth = 0.2;

std::optional<RatioSummary> summary(const std::vector<LossComparisonRow>& rows, std::size_t pole) {
    std::vector<double> ge;
    std::vector<double> closed_form;
    std::vector<double> ratios;
    std::vector<std::string> codes;
    for (const LossComparisonRow& row : rows) {
        const LossComparison& loss = row.poles[pole];
        if (!std::isfinite(loss.ratio())) continue;
        ge.push_back(loss.ge);
        closed_form.push_back(loss.closed_form);
        ratios.push_back(loss.ratio());
        codes.push_back(row.code);
    }
    if (ratios.empty()) return std::nullopt;
    const auto [low, high] = std::ranges::minmax_element(ratios);
    return RatioSummary{.median = median(ratios),
                        .low = *low,
                        .low_code = codes[static_cast<std::size_t>(low - ratios.begin())],
                        .high = *high,
                        .high_code = codes[static_cast<std::size_t>(high - ratios.begin())],
                        .num_close = static_cast<std::size_t>(std::ranges::count_if(
                            ratios, [](double ratio) { return std::abs(ratio - 1.0) < a_fifth; })),
                        .rank_correlation = rank_correlation(ge, closed_form)};
}

/// Losses that could not be computed come last.
double order_of(const LossComparisonRow& row) {
    const double loss = row.poles[0].ge;
    return std::isnan(loss) ? -std::numeric_limits<double>::infinity() : loss;
}

}  // namespace

HeatMapValidation validate_heat_map(const World& long_run, const HeatMapOptions& options,
                                    const LayerSet& layers) {
    const World world = at_horizon(long_run, horizon_named(options.horizon, options.profile));
    const detail::HedgingColumnOptions choices = detail::hedging_options(options);
    const std::vector<Power> powers = detail::two_powers(world, options.poles);
    const std::vector<std::size_t> shown = detail::shown_countries(world, powers, options);
    std::vector<std::vector<std::size_t>> rows;
    for (const std::size_t n : shown) rows.push_back({n});
    const detail::Losses closed(world);
    const auto losses = [&](ExposureMethod method) {
        return detail::losses_by_pole(world, closed, powers, rows, method, options.threads);
    };
    const LossesByPole ge = losses(ExposureMethod::ge);
    const LossesByPole closed_form = losses(ExposureMethod::closed_form);

    HeatMapValidation validation{.world = detail::stamp(long_run),
                                 .poles = {powers[0].pole, powers[1].pole}};
    for (std::size_t k = 0; k < shown.size(); ++k) {
        LossComparisonRow row{
            .code = world.countries()[shown[k]], .name = world.country_name(shown[k]), .poles = {}};
        for (std::size_t p = 0; p < 2; ++p) {
            row.poles[p] = {.ge = ge[p][k].countries, .closed_form = closed_form[p][k].countries};
        }
        validation.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(validation.rows, std::ranges::greater{}, order_of);
    for (std::size_t p = 0; p < 2; ++p) validation.summaries[p] = summary(validation.rows, p);
    const detail::HedgingColumn column(detail::load_with_trade(layers, options.trade), choices);
    validation.hedging_missing = column.missing();
    if (column.legend()) {
        validation.hedging =
            validate_hedging(column.layers().for_hedging(), choices.draws, choices.poles);
    }
    return validation;
}

}  // namespace entente

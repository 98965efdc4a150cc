#include "entente/study/heat_map/us_plus_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/measures/hedging/trade_intensity.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/study/hedging/trade_publisher.hpp"

namespace entente::detail {
namespace {

std::optional<double> intensity(const TradeVintage& vintage, std::size_t i, std::size_t pole) {
    return raw_intensity({.with_power = vintage.with(i, pole),
                          .total = vintage.total(i),
                          .power_total = vintage.total(pole),
                          .world_exports = vintage.world_exports});
}

Observation observation(const TradeVintage& vintage, double value) {
    return {.series = {publisher_name(vintage.publisher), vintage.concept_text},
            .year = vintage.year,
            .value = value};
}

/// The words for people.
std::string word(PlusClass klass) {
    constexpr std::array<std::string_view, num_plus_classes> words{
        "US-plus", "decoupling", "deepening", "contracting", "indeterminate"};
    return std::string(words[static_cast<std::size_t>(klass)]);
}

/// Noise of a change between publishers, measured where two of goods publish the same year.
const double noise_between_publishers = HedgingNoise{}.trade_change;

GrowthFigures growth_of(const TradeVintage& then, const TradeVintage& now, std::size_t i,
                        std::size_t pole, double money_then, double money_now) {
    const auto start = [&](double value) { return observation(then, value * money_then); };
    const auto end = [&](double value) { return observation(now, value * money_now); };
    const GrowthAccount account =
        growth_account(start(then.with(i, pole)), end(now.with(i, pole)), start(then.total(i)),
                       end(now.total(i)), start(then.world_exports), end(now.world_exports));
    return {.publisher = publisher_name(now.publisher),
            .period = fmt::format("{} to {}", then.year, now.year),
            .anchor_share = account.anchor_share,
            .share_change = account.share_change,
            .anchor_growth = account.anchor_growth,
            .rest_growth = account.rest_growth,
            .total_growth = account.total_growth,
            .world_growth = account.world_growth,
            .from_anchor = account.from_anchor,
            .from_rest = account.from_rest};
}

}  // namespace

UsPlusColumn::UsPlusColumn(const LoadedLayers& layers, const PerPole<std::string>& poles) {
    require_different_poles(poles[anchor_pole], poles[rival_pole]);
    rival_ = poles[rival_pole];
    if (!layers.totals || !layers.us_prices) return;
    const TradeVintage* now = layers.totals->find("baci", 2023);
    if (now == nullptr) return;
    end_ = fmt::format("{} ({})", now->year, publisher_name(now->publisher));
    for (const auto& [publisher, year] : {std::pair{"icio", 2018}, std::pair{"campos", 2019}}) {
        const TradeVintage* then = layers.totals->find(publisher, year);
        if (then == nullptr) continue;
        add_windows(*then, *now, *layers.totals, *layers.us_prices, poles[anchor_pole]);
    }
    level_starts();
}

void UsPlusColumn::add_windows(const TradeVintage& then, const TradeVintage& now,
                               const TradeTotals& totals, const UsPrices& prices,
                               const std::string& anchor) {
    const auto pole = totals.economies.find(anchor);
    const auto money_then = constant_money(then, prices);
    const auto money_now = constant_money(now, prices);
    if (!pole || !money_then || !money_now) return;
    const double sd = noise_between_publishers;
    const auto change = [&](double start, double end) {
        return log_change_across_publishers(observation(then, start * *money_then),
                                            observation(now, end * *money_now), sd)
            .value;
    };
    for (std::size_t i = 0; i < totals.economies.size(); ++i) {
        if (i == *pole) continue;
        const auto a_then = intensity(then, i, *pole);
        const auto a_now = intensity(now, i, *pole);
        if (!a_then || !a_now || std::isnan(*a_then + *a_now)) continue;
        // [eq:keep]
        const double log_keep = change(then.with(i, *pole), now.with(i, *pole)) -
                                0.5 * change(then.world_exports, now.world_exports);
        const double reliance =
            difference_across_publishers(observation(then, *a_then), observation(now, *a_now), sd)
                .value;
        windows_[totals.economies[i]].push_back({.publisher = publisher_name(then.publisher),
                                                 .start_year = then.year,
                                                 .log_keep = log_keep,
                                                 .reliance_change = reliance,
                                                 .intensity_then = *a_then,
                                                 .intensity_now = *a_now,
                                                 .with_then = then.with(i, *pole),
                                                 .with_now = now.with(i, *pole),
                                                 .unit_then = then.unit,
                                                 .unit_now = now.unit});
    }
}

/// [eq:level-starts]  The start of an economy covered by both is known twice; the median gap is the
/// publishers' and not the economies'. The last start stays, because it covers about as much of
/// world trade as the end does, and the first one much less.
void UsPlusColumn::level_starts() {
    std::vector<double> keep_gaps;
    std::vector<double> reliance_gaps;
    for (const auto& [code, windows] : windows_) {
        if (windows.size() < 2) continue;
        keep_gaps.push_back(windows.front().log_keep - windows.back().log_keep);
        reliance_gaps.push_back(windows.front().reliance_change - windows.back().reliance_change);
    }
    if (keep_gaps.empty()) return;
    int last_start = 0;
    for (const auto& [code, windows] : windows_) {
        last_start = std::max(last_start, windows.back().start_year);
    }
    const double keep_gap = median(keep_gaps);
    const double reliance_gap = median(reliance_gaps);
    for (auto& [code, windows] : windows_) {
        for (Window& window : windows) {
            if (window.start_year == last_start) continue;
            window.log_keep -= keep_gap;
            window.reliance_change -= reliance_gap;
            window.keep_gap = keep_gap;
            window.reliance_gap = reliance_gap;
        }
    }
}

std::optional<UsPlusFigures> UsPlusColumn::figures(const std::string& code) const {
    if (code == rival_) return {};
    const auto at = windows_.find(code);
    if (at == windows_.end()) return {};
    const std::vector<Window>& windows = at->second;
    const auto count = static_cast<double>(windows.size());
    std::array<double, num_plus_classes> probabilities{};
    double log_keep = 0.0;
    double reliance_change = 0.0;
    std::vector<std::string> years;
    std::vector<std::string> publishers;
    for (const Window& window : windows) {
        const PlusResult result = classify(window);
        for (std::size_t k = 0; k < num_plus_classes; ++k) {
            probabilities[k] += result.probabilities[k] / count;
        }
        log_keep += window.log_keep / count;
        reliance_change += window.reliance_change / count;
        years.push_back(fmt::format("{}", window.start_year));
        publishers.push_back(window.publisher);
    }
    const auto likeliest = std::max_element(probabilities.begin(), probabilities.end());
    return UsPlusFigures{
        .class_name = word(static_cast<PlusClass>(likeliest - probabilities.begin())),
        .class_probability = *likeliest,
        .keep = std::min(1.0, std::exp(log_keep)),
        .reliance_change = 100.0 * reliance_change,
        .period =
            fmt::format("{} ({}) to {}", fmt::join(years, "/"), fmt::join(publishers, ", "), end_)};
}

std::vector<UsPlusColumn::Window> UsPlusColumn::windows(const std::string& code) const {
    const auto at = windows_.find(code);
    if (code == rival_ || at == windows_.end()) return {};
    return at->second;
}

PlusResult UsPlusColumn::classify(const Window& window) {
    return us_plus(NoisyPlusInput{.log_keep = window.log_keep,
                                  .reliance_change = window.reliance_change,
                                  .noise_sd = noise_between_publishers});
}

std::optional<UsPlusFigures> us_plus_figures(const LoadedLayers& layers,
                                             const PerPole<std::string>& poles,
                                             const std::string& code) {
    return UsPlusColumn(layers, poles).figures(code);
}

std::vector<GrowthFigures> growth_figures(const LoadedLayers& layers,
                                          const PerPole<std::string>& poles,
                                          const std::string& code) {
    struct Years {
        std::string_view publisher;
        int then;
        int now;
    };
    std::vector<GrowthFigures> all;
    if (!layers.totals || !layers.us_prices) return all;
    const TradeTotals& totals = *layers.totals;
    const auto i = totals.economies.find(code);
    const auto pole = totals.economies.find(poles[anchor_pole]);
    if (!i || !pole || *i == *pole) return all;
    std::vector<Years> windows{{"unctad", 2005, 2015}, {"itpde", 2011, 2016}};
    const std::vector<int> own = totals.years(own_trade_publisher);
    if (own.size() > 1) windows.push_back({own_trade_publisher, own.front(), own.back()});
    for (const Years& years : windows) {
        const TradeVintage* then = totals.find(years.publisher, years.then);
        const TradeVintage* now = totals.find(years.publisher, years.now);
        if (then == nullptr || now == nullptr) continue;
        const auto money_then = constant_money(*then, *layers.us_prices);
        const auto money_now = constant_money(*now, *layers.us_prices);
        // Not a number, which an uncovered economy is, fails too.
        const bool is_known = then->with(*i, *pole) > 0.0 && now->with(*i, *pole) > 0.0 &&
                              then->total(*i) > 0.0 && now->total(*i) > 0.0;
        if (!money_then || !money_now || !is_known) continue;
        all.push_back(growth_of(*then, *now, *i, *pole, *money_then, *money_now));
    }
    return all;
}

}  // namespace entente::detail

#include "entente/study/hedging/trade.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/measures/hedging/trade_intensity.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/study/hedging/trade_publisher.hpp"

namespace entente::detail {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// What the regression knows of an economy in a year; nothing without GDP or trade.
std::optional<IntensityObservation> observation(const TradeVintage& vintage,
                                                const TradeTotals& totals,
                                                const Geography& geography, std::size_t i,
                                                std::size_t pole) {
    const std::string& code = totals.economies[i];
    const auto here = geography.economies.find(code);
    const std::size_t there = geography.economies.at(totals.economies[pole]);
    const double share = vintage.with(i, pole) / vintage.total(i);
    if (i == pole || !here || !(share > 0.0)) return {};
    const auto gdp = geography.gdp_of(code, vintage.year);
    if (!gdp || !(*gdp > 0.0)) return {};
    const Date midyear = std::chrono::year(vintage.year) / std::chrono::July / 1;
    return IntensityObservation{.year = vintage.year,
                                .log_share = std::log(share),
                                .log_gdp = std::log(*gdp),
                                .log_distance = std::log(geography.distance(*here, there)),
                                .is_contiguous = geography.share_border(*here, there),
                                .has_common_language = geography.share_language(*here, there),
                                .is_eu_member = geography.is_member("EU", code, midyear)};
}

/// ln s less what size, distance and kinship give, without the effect of the year.
double without_slopes(const IntensityObservation& row, const IntensityFit& fit) {
    return row.log_share - fit.log_gdp * row.log_gdp - fit.log_distance * row.log_distance -
           (row.is_contiguous ? fit.contiguity : 0.0) -
           (row.has_common_language ? fit.common_language : 0.0) -
           (row.is_eu_member ? fit.eu_membership : 0.0);
}

std::vector<const TradeVintage*> vintages(const TradeTotals& totals, std::string_view category,
                                          const std::vector<std::pair<std::string, int>>& wanted) {
    std::vector<const TradeVintage*> found;
    for (const auto& [publisher, year] : wanted) {
        if (const TradeVintage* one = totals.find(publisher, year, category)) found.push_back(one);
    }
    return found;
}

/// A user's years first; a year they hold is theirs and not another publisher's.
std::vector<const TradeVintage*> with_own(const TradeTotals& totals, std::string_view category,
                                          const std::vector<std::pair<std::string, int>>& bundled) {
    const std::vector<int> own = totals.years(own_trade_publisher, category);
    std::vector<std::pair<std::string, int>> wanted;
    for (const int year : own) wanted.emplace_back(own_trade_publisher, year);
    for (const auto& one : bundled) {
        if (std::ranges::find(own, one.second) == own.end()) wanted.push_back(one);
    }
    return vintages(totals, category, wanted);
}

std::vector<double> known(const std::vector<double>& values) {
    std::vector<double> numbers;
    for (const double x : values) {
        if (!std::isnan(x)) numbers.push_back(x);
    }
    return numbers;
}

}  // namespace

TradeLens::TradeLens(const TradeTotals& totals, const Geography& geography,
                     const PerPole<std::string>& poles, std::vector<const TradeVintage*> pooled,
                     std::vector<const TradeVintage*> further)
    : totals_(&totals), geography_(&geography) {
    for (std::size_t g = 0; g < poles.size(); ++g) poles_[g] = totals.economies.at(poles[g]);
    for (const TradeVintage* vintage : pooled) add_vintage(*vintage, true);
    for (const TradeVintage* vintage : further) add_vintage(*vintage, false);
    for (std::size_t g = 0; g < poles.size(); ++g) {
        fit_residuals(g);
        set_scales(g);
    }
}

void TradeLens::add_vintage(const TradeVintage& figures, bool is_pooled) {
    const std::size_t count = totals_->economies.size();
    Vintage vintage{.figures = &figures, .is_pooled = is_pooled, .raw = {}, .residual = {}};
    for (std::size_t g = 0; g < poles_.size(); ++g) {
        vintage.raw[g].assign(count, nan);
        vintage.residual[g].assign(count, nan);
        for (std::size_t i = 0; i < count; ++i) {
            if (i == poles_[g]) continue;
            const auto a = raw_intensity({.with_power = figures.with(i, poles_[g]),
                                          .total = figures.total(i),
                                          .power_total = figures.total(poles_[g]),
                                          .world_exports = figures.world_exports});
            if (a) vintage.raw[g][i] = *a;
        }
    }
    vintages_.push_back(std::move(vintage));
}

void TradeLens::fit_residuals(std::size_t pole) {
    std::vector<IntensityObservation> rows;
    std::vector<double*> places;
    for (Vintage& vintage : vintages_) {
        if (!vintage.is_pooled) continue;
        for (std::size_t i = 0; i < totals_->economies.size(); ++i) {
            const auto row = observation(*vintage.figures, *totals_, *geography_, i, poles_[pole]);
            if (!row) continue;
            rows.push_back(*row);
            places.push_back(&vintage.residual[pole][i]);
        }
    }
    fits_[pole] = fit_intensity(rows);
    for (std::size_t k = 0; k < places.size(); ++k) *places[k] = fits_[pole].residuals[k];

    // A vintage outside the regression has no effect of its year: the median takes its place.
    for (Vintage& vintage : vintages_) {
        if (vintage.is_pooled) continue;
        std::vector<double>& residual = vintage.residual[pole];
        for (std::size_t i = 0; i < residual.size(); ++i) {
            const auto row = observation(*vintage.figures, *totals_, *geography_, i, poles_[pole]);
            if (row) residual[i] = without_slopes(*row, fits_[pole]);
        }
        const double effect = median(known(residual));
        for (double& r : residual) r -= effect;
    }
}

void TradeLens::set_scales(std::size_t pole) {
    std::vector<double> raw;
    std::vector<double> residual;
    for (const Vintage& vintage : vintages_) {
        if (!vintage.is_pooled) continue;
        for (std::size_t i = 0; i < totals_->economies.size(); ++i) {
            if (!totals_->in_panel[i] || i == poles_[anchor_pole] || i == poles_[rival_pole]) {
                continue;
            }
            raw.push_back(vintage.raw[pole][i]);
            residual.push_back(vintage.residual[pole][i]);
        }
    }
    raw_scale_[pole] = robust_scale(known(raw));
    residual_scale_[pole] = robust_scale(known(residual));
}

bool TradeLens::covers(const Vintage& vintage, std::size_t i) const {
    for (std::size_t g = 0; g < poles_.size(); ++g) {
        if (std::isnan(vintage.raw[g][i] + vintage.residual[g][i])) return false;
    }
    return true;
}

const TradeLens::Vintage* TradeLens::last(std::size_t i, int year) const {
    const Vintage* best = nullptr;
    for (const Vintage& vintage : vintages_) {
        if (vintage.figures->year > year) continue;
        // Pooled vintages stand first, so that goods win over goods and services of the same year.
        if (covers(vintage, i) &&
            (best == nullptr || vintage.figures->year > best->figures->year)) {
            best = &vintage;
        }
    }
    return best;
}

PerPole<IntensityReading> TradeLens::reading_of(const Vintage& vintage, std::size_t i) const {
    PerPole<IntensityReading> readings{};
    for (std::size_t g = 0; g < poles_.size(); ++g) {
        readings[g] = {.raw = {raw_scale_[g].z(vintage.raw[g][i]), 1.0 / raw_scale_[g].width},
                       .residual = {residual_scale_[g].z(vintage.residual[g][i]),
                                    1.0 / residual_scale_[g].width}};
    }
    return readings;
}

std::optional<PerPole<IntensityReading>> TradeLens::reading(std::size_t i, int year) const {
    const Vintage* vintage = last(i, year);
    if (vintage == nullptr) return {};
    return reading_of(*vintage, i);
}

std::vector<TradeLens::DatedReading> TradeLens::readings(std::size_t i) const {
    std::vector<DatedReading> all;
    for (const Vintage& vintage : vintages_) {
        if (covers(vintage, i)) all.push_back({vintage.figures, reading_of(vintage, i)});
    }
    std::ranges::stable_sort(all, {}, [](const DatedReading& one) { return one.vintage->year; });
    return all;
}

std::string TradeLens::as_of(std::size_t i, int year) const {
    const Vintage* vintage = last(i, year);
    if (vintage == nullptr) return {};
    return fmt::format("{}, {}", vintage->figures->year,
                       publisher_name(vintage->figures->publisher));
}

std::optional<Observation> TradeLens::intensity(std::size_t i, std::size_t pole,
                                                std::string_view publisher, int year) const {
    for (const Vintage& vintage : vintages_) {
        const TradeVintage& figures = *vintage.figures;
        if (figures.publisher != publisher || figures.year != year) continue;
        if (std::isnan(vintage.raw[pole][i])) return {};
        return Observation{.series = {figures.publisher, figures.concept_text},
                           .year = year,
                           .value = vintage.raw[pole][i]};
    }
    return {};
}

std::vector<double> TradeLens::change_of_all(const Vintage& then, const Vintage& now) const {
    std::vector<double> changes;
    for (std::size_t i = 0; i < totals_->economies.size(); ++i) {
        if (!totals_->in_panel[i] || i == poles_[anchor_pole]) continue;
        changes.push_back(now.raw[rival_pole][i] - then.raw[rival_pole][i]);
    }
    return known(changes);
}

void TradeLens::add_change(std::vector<StandardValue>& changes, std::size_t i, const Vintage& then,
                           const Vintage& now) const {
    const double change = now.raw[rival_pole][i] - then.raw[rival_pole][i];
    if (std::isnan(change)) return;
    const RobustScale scale = robust_scale(change_of_all(then, now));
    changes.push_back({scale.z(change), 1.0 / scale.width});
}

/// With the last vintage a goods one: its changes from every goods vintage 4 to 8 years before: of
/// its own publisher if there are any, else whoever published it, because each is centred on its
/// own median and drawn with the noise between publishers. Without any such: five years of the
/// further publisher up to that year.
std::vector<StandardValue> TradeLens::changes(std::size_t i, int year) const {
    constexpr int shortest = 4;
    constexpr int longest = 8;
    constexpr int span = 5;
    std::vector<StandardValue> changes;
    const Vintage* now = last(i, year);
    if (now == nullptr) return changes;
    const auto is_start = [&](const Vintage& then) {
        const int gap = now->figures->year - then.figures->year;
        return now->is_pooled && then.is_pooled && gap >= shortest && gap <= longest;
    };
    const auto is_of_series = [&](const Vintage& then) {
        return is_comparable(*then.figures, *now->figures);
    };
    const bool has_own_start = std::ranges::any_of(vintages_, [&](const Vintage& then) {
        return is_start(then) && is_of_series(then) && covers(then, i);
    });
    for (const Vintage& then : vintages_) {
        if (!is_start(then) || (has_own_start && !is_of_series(then))) continue;
        if (changes.size() < most_trade_changes) add_change(changes, i, then, *now);
    }
    if (!changes.empty()) return changes;
    const Vintage* end = nullptr;
    for (const Vintage& vintage : vintages_) {
        if (vintage.is_pooled || vintage.figures->year > year) continue;
        if (end == nullptr || vintage.figures->year > end->figures->year) end = &vintage;
    }
    for (const Vintage& then : vintages_) {
        if (end == nullptr || !is_comparable(*then.figures, *end->figures)) continue;
        if (end->figures->year - then.figures->year == span) add_change(changes, i, then, *end);
    }
    return changes;
}

TradeLens goods_lens(const TradeTotals& totals, const Geography& geography,
                     const PerPole<std::string>& poles) {
    std::vector<std::pair<std::string, int>> services;
    for (const int year : totals.years("itpde")) services.emplace_back("itpde", year);
    return {
        totals, geography, poles,
        with_own(
            totals, "all",
            {{"unctad", 2005}, {"unctad", 2015}, {"icio", 2018}, {"campos", 2019}, {"baci", 2023}}),
        vintages(totals, "all", services)};
}

TradeLens technology_lens(const TradeTotals& totals, const Geography& geography,
                          const PerPole<std::string>& poles) {
    return {totals,
            geography,
            poles,
            with_own(totals, "technology", {{"unctad", 2005}, {"unctad", 2015}}),
            {}};
}

TradeLens energy_lens(const TradeTotals& totals, const Geography& geography,
                      const PerPole<std::string>& poles) {
    return {totals,
            geography,
            poles,
            with_own(totals, "energy", {{"unctad", 2005}, {"unctad", 2015}}),
            {}};
}

}  // namespace entente::detail

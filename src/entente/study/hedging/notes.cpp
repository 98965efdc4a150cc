#include "entente/study/hedging/notes.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <set>

#include "entente/study/hedging/trade_publisher.hpp"

namespace entente::detail {
namespace {

constexpr std::string_view united_states = "USA";

constexpr int position_year = 2023;
constexpr int movement_start = 2005;
constexpr int movement_end = 2015;
constexpr int votes_window = 5;
constexpr int votes_end = 2023;
constexpr int act_years = 5;

std::string short_month(std::chrono::month month) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string(names[static_cast<unsigned>(month) - 1]);
}

/// One digit after the point below 10%: publishers differ by more than that above.
std::string percent(double share) {
    constexpr double one_digit_below = 0.0995;
    return share < one_digit_below ? fmt::format("{:.1f}%", 100.0 * share)
                                   : fmt::format("{:.0f}%", 100.0 * share);
}

/// "+38%", "-7%", "0%".
std::string change_percent(double change) {
    const double rounded = std::round(100.0 * change);
    return rounded == 0.0 ? "0%" : fmt::format("{:+.0f}%", rounded);
}

/// "2014-18".
std::string window(int first, int last) {
    return fmt::format("{}-{:02}", first, last % 100);
}

std::string count_word(std::size_t count) {
    return count == 0 ? "none" : fmt::format("{}", count);
}

/// First day of the first whole month of the last years before a day.
Date first_day_of_window(const Date& as_of) {
    using std::chrono::days;
    using std::chrono::months;
    using std::chrono::sys_days;
    const auto since =
        std::chrono::year_month(as_of.year(), as_of.month()) - months(12 * act_years);
    const Date same_day = since / as_of.day();
    // 29 February has no such day in most years: the month then ends before it.
    const Date start = same_day.ok() ? Date(sys_days(same_day) + days(1))
                                     : Date((since + months(1)) / std::chrono::day(1));
    if (start.day() == std::chrono::day(1)) return start;
    return (std::chrono::year_month(start.year(), start.month()) + months(1)) / std::chrono::day(1);
}

/// Imports of one partner in the same months of two years.
struct ImportsOfMonths {
    double before = 0.0;
    double now = 0.0;

    double growth() const { return now / before - 1.0; }
    bool is_positive() const { return before > 0.0 && now > 0.0; }
};

struct MonthRange {
    /// Positions on the months of the layer.
    std::vector<std::size_t> before;
    std::vector<std::size_t> now;
    int year = 0;
    int last_month = 0;
};

/// January to the last month of the table, and the same months a year earlier.
std::optional<MonthRange> last_months(const Axis& months) {
    if (months.size() == 0) return {};
    const std::string& last = months[months.size() - 1];
    MonthRange range;
    range.year = std::stoi(last.substr(0, 4));
    range.last_month = std::stoi(last.substr(5, 2));
    for (int month = 1; month <= range.last_month; ++month) {
        const auto now = months.find(fmt::format("{}-{:02}", range.year, month));
        const auto before = months.find(fmt::format("{}-{:02}", range.year - 1, month));
        if (!now || !before) return {};
        range.now.push_back(*now);
        range.before.push_back(*before);
    }
    return range;
}

/// All imports, or those of an industry.
template <class Value>
ImportsOfMonths sum_of(const MonthRange& range, Value&& value) {
    ImportsOfMonths sum;
    for (const std::size_t m : range.before) sum.before += value(m);
    for (const std::size_t m : range.now) sum.now += value(m);
    return sum;
}

/// ", +6% without primary metals" where one of two industries moves the figure by more than the
/// cut: primary metals are largely gold in transit, chemicals largely medicines moved ahead of
/// tariffs (the publisher has no finer industry, and the reading is ours). The larger effect
/// speaks.
std::string without_industry(const UsImports& table, std::size_t partner, const MonthRange& range,
                             const ImportsOfMonths& all) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> industries{
        {{"331", "primary metals"}, {"325", "chemicals and medicines"}}};
    std::string words;
    double largest = largest_industry_effect;
    for (const auto& [code, name] : industries) {
        const auto r = table.industries.find(code);
        if (!r) continue;
        const ImportsOfMonths industry =
            sum_of(range, [&](std::size_t m) { return table.imports(partner, m, *r); });
        const ImportsOfMonths rest{all.before - industry.before, all.now - industry.now};
        if (!rest.is_positive()) continue;
        const double effect = std::abs(rest.growth() - all.growth());
        if (effect <= largest) continue;
        largest = effect;
        words = fmt::format(", {} without {}", change_percent(rest.growth()), name);
    }
    return words;
}

}  // namespace

HedgingNotes::HedgingNotes(const LoadedLayers& layers, const PerPole<std::string>& poles)
    : layers_(&layers), poles_(poles) {
    require_different_poles(poles[anchor_pole], poles[rival_pole]);
    if (layers.votes) votes_.emplace(*layers.votes, poles, std::vector<std::string>{});
}

std::vector<std::string> HedgingNotes::clauses(const std::string& code) const {
    std::vector<std::string> found;
    if (code == poles_[anchor_pole] || code == poles_[rival_pole]) return found;
    for (auto& clause : {position(code), movement(code), votes(code), acts(code), us_imports(code),
                         technology(code)}) {
        if (clause) found.push_back(*clause);
    }
    return found;
}

std::optional<double> HedgingNotes::share(const TradeVintage& vintage, const std::string& code,
                                          std::size_t pole) const {
    const auto i = layers_->totals->economies.find(code);
    const auto g = layers_->totals->economies.find(poles_[pole]);
    if (!i || !g || *i == *g) return {};
    const double share = vintage.with(*i, *g) / vintage.total(*i);
    if (!std::isfinite(share)) return {};
    return share;
}

std::string HedgingNotes::name(const std::string& code) const {
    if (code == united_states) return "the US";
    if (layers_->geography) {
        if (const auto i = layers_->geography->economies.find(code)) {
            return layers_->geography->names[*i];
        }
    }
    return code;
}

std::optional<std::string> HedgingNotes::position(const std::string& code) const {
    if (!layers_->totals) return {};
    const TradeVintage* vintage = layers_->totals->find("baci", position_year);
    if (vintage == nullptr) return {};
    const auto rival = share(*vintage, code, rival_pole);
    const auto anchor = share(*vintage, code, anchor_pole);
    if (!rival || !anchor) return {};
    return fmt::format("{} {} and {} {} of goods trade ({}, {})", name(poles_[rival_pole]),
                       percent(*rival), name(poles_[anchor_pole]), percent(*anchor), vintage->year,
                       publisher_name(vintage->publisher));
}

/// Only where the rival's share moved by five points or more: shares of one year differ between
/// publishers by 1.2 to 1.7 points, so that much is three times what a count can be off by.
std::optional<std::string> HedgingNotes::movement(const std::string& code) const {
    if (!layers_->totals) return {};
    const TradeVintage* then = layers_->totals->find("unctad", movement_start);
    const TradeVintage* now = layers_->totals->find("unctad", movement_end);
    if (then == nullptr || now == nullptr || !is_comparable(*then, *now)) return {};
    const auto before = share(*then, code, rival_pole);
    const auto after = share(*now, code, rival_pole);
    if (!before || !after || std::abs(*after - *before) < smallest_share_move) return {};
    return fmt::format("{} {} to {} of goods trade in {} ({})", name(poles_[rival_pole]),
                       percent(*before), percent(*after), window(then->year, now->year),
                       publisher_name(now->publisher));
}

/// Only where kappa moved by a tenth or more, three times the noise of such a change (.035, an
/// assumption of the draws).
std::optional<std::string> HedgingNotes::votes(const std::string& code) const {
    if (!votes_) return {};
    const auto before = votes_->kappa(code, votes_end - votes_window);
    const auto after = votes_->kappa(code, votes_end);
    if (!before || !after) return {};
    const double then = (*before)[rival_pole];
    const double now = (*after)[rival_pole];
    if (std::abs(now - then) < smallest_kappa_move) return {};
    const int middle = votes_end - votes_window;
    return fmt::format("UN-vote kappa with {} {:.2f} ({}) to {:.2f} ({})", name(poles_[rival_pole]),
                       then, window(middle - votes_window + 1, middle), now,
                       window(middle + 1, votes_end));
}

ActCounts count_acts(const SignalsLedger& ledger, const std::string& code,
                     const std::string& rival) {
    ActCounts counts{.since = first_day_of_window(ledger.as_of)};
    for (const Signal& signal : ledger.signals) {
        if (signal.actor != code || signal.is_from_article) continue;
        // The first day decides: "2021" may lie before the window and is left out.
        if (signal.first_day < counts.since || signal.first_day > ledger.as_of) continue;
        if (signal.counterpart != rival) {
            ++counts.elsewhere;
        } else if (signal.direction < 0) {
            ++counts.away;
        } else {
            ++counts.toward;
            counts.years_toward.insert(static_cast<int>(signal.first_day.year()));
        }
    }
    return counts;
}

std::string ActCounts::since_words() const {
    return fmt::format("{} {}", short_month(since.month()), static_cast<int>(since.year()));
}

std::optional<std::string> HedgingNotes::acts(const std::string& code) const {
    if (!layers_->signals) return {};
    const ActCounts counts = count_acts(*layers_->signals, code, poles_[rival_pole]);
    if (counts.all() == 0) return {};
    std::string when;
    if (counts.toward > 1 && counts.years_toward.size() == 1) {
        when = fmt::format(" ({} {})", counts.toward == 2 ? "both" : "all",
                           *counts.years_toward.begin());
    }
    return fmt::format("{} dated act{} since {}: {} toward {}{}, {} away, {} elsewhere",
                       counts.all(), counts.all() == 1 ? "" : "s", counts.since_words(),
                       count_word(counts.toward), name(poles_[rival_pole]), when,
                       count_word(counts.away), count_word(counts.elsewhere));
}

std::optional<std::string> HedgingNotes::technology(const std::string& code) const {
    if (!layers_->totals) return {};
    const auto years = layers_->totals->years("unctad", "technology");
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        const TradeVintage* vintage = layers_->totals->find("unctad", *year, "technology");
        const bool is_covered =
            share(*vintage, code, rival_pole) && share(*vintage, code, anchor_pole);
        if (is_covered) return fmt::format("Technology as of {}", *year);
    }
    return {};
}

std::optional<std::string> HedgingNotes::us_imports(const std::string& code) const {
    if (!layers_->us_imports || poles_[anchor_pole] != united_states) return {};
    const UsImports& table = *layers_->us_imports;
    const auto partner = table.partners.find(code);
    const auto range = last_months(table.months);
    if (!partner || !range) return {};
    const ImportsOfMonths all =
        sum_of(*range, [&](std::size_t m) { return table.total_imports(*partner, m); });
    if (!all.is_positive()) return {};
    const std::string last =
        short_month(std::chrono::month(static_cast<unsigned>(range->last_month)));
    const std::string months = range->last_month == 1 ? last : "Jan-" + last;
    return fmt::format("US imports from {} {}{} ({} {} on {} {}, US Census)", name(code),
                       change_percent(all.growth()), without_industry(table, *partner, *range, all),
                       months, range->year, months, range->year - 1);
}

}  // namespace entente::detail

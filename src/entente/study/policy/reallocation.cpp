#include "entente/study/policy/reallocation.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <span>

#include "entente/base/error.hpp"
#include "entente/measures/reallocation.hpp"
#include "entente/world/horizon.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/layer/trade_totals.hpp"
#include "entente/world/layer/us_imports.hpp"

namespace entente {
namespace {

constexpr int first_wiod_year = 1995;
constexpr int last_wiod_year = 2011;
constexpr std::size_t months_a_year = 12;
constexpr std::size_t num_placebos = 9999;
constexpr std::size_t placebo_seed = 1;
/// Years of the windows that trends are compared over.
constexpr std::size_t window_years = 5;

/// Imports of one country.
struct Imports {
    /// [partner, period], partners that do not overlap and together are all.
    Array2<double> values;
    /// A name a period.
    std::vector<std::string> periods;
};

ReallocationSeries series_of(const std::string& source, const std::string& trade,
                             const Imports& imports, std::size_t periods_a_year) {
    ReallocationSeries series{.source = source, .trade = trade};
    series.periods.assign(imports.periods.begin() + static_cast<std::ptrdiff_t>(periods_a_year),
                          imports.periods.end());
    series.speed = reallocation_speed(imports.values, periods_a_year);
    // Sums of a year, compared with those of the year before, share data over two years.
    series.lags = periods_a_year > 1 ? 2 * periods_a_year - 1 : usual_lags(series.speed.size());
    const Trend line = trend(series.speed, series.lags);
    const auto periods = static_cast<double>(periods_a_year);
    series.slope = line.slope * periods;
    series.standard_error = line.standard_error * periods;
    series.p_value = line.p_value;
    const std::span<const double> all(series.speed);
    const Trend before = trend(all.first(all.size() - periods_a_year), series.lags);
    series.slope_before_last_year = before.slope * periods;
    series.p_value_before_last_year = before.p_value;
    const PlaceboRank orders =
        permuted_order_rank(series.speed, periods_a_year, num_placebos, placebo_seed);
    series.placebo_share = orders.share_at_least;
    series.num_placebos = orders.num_placebos;
    series.window_years = window_years;
    const PlaceboRank windows = last_window_rank(series.speed, window_years * periods_a_year);
    series.window_share = windows.share_at_least;
    series.num_windows = windows.num_placebos;
    return series;
}

std::optional<Imports> wiod_imports(const WorldCatalog& worlds, const std::string& country) {
    constexpr std::size_t num_years = last_wiod_year - first_wiod_year + 1;
    Imports imports;
    for (std::size_t t = 0; t < num_years; ++t) {
        const int year = first_wiod_year + static_cast<int>(t);
        const World world = worlds.open(fmt::format("history-{}", year));
        const auto n = world.countries().find(country);
        if (!n) return std::nullopt;
        if (t == 0) imports.values = Array2<double>(world.num_countries(), num_years);
        for (std::size_t i = 0; i < world.num_countries(); ++i) {
            for (std::size_t s = 0; i != *n && s < world.num_sectors(); ++s) {
                imports.values(i, t) += world.trade_flow()(i, *n, s);
            }
        }
        imports.periods.push_back(std::to_string(year));
    }
    return imports;
}

std::optional<Imports> itpde_imports(const WorldCatalog& worlds, const std::string& country) {
    const TradeTotals totals = read_trade_totals(open_layer(worlds, "totals"));
    const auto n = totals.economies.find(country);
    const std::vector<int> years = totals.years("itpde");
    if (!n || years.empty()) return std::nullopt;
    const std::size_t num_partners = totals.economies.size();
    // The last row is everybody whose pairs are not listed in every year.
    Imports imports{.values = Array2<double>(num_partners + 1, years.size()), .periods = {}};
    for (std::size_t t = 0; t < years.size(); ++t) {
        const double total = totals.find("itpde", years[t])->total_imports[*n];
        if (std::isnan(total)) return std::nullopt;
        imports.values(num_partners, t) = total;
        imports.periods.push_back(std::to_string(years[t]));
    }
    for (std::size_t i = 0; i < num_partners; ++i) {
        bool is_covered = true;
        for (const int year : years) {
            is_covered = is_covered && !std::isnan(totals.find("itpde", year)->trade(i, *n));
        }
        for (std::size_t t = 0; is_covered && t < years.size(); ++t) {
            imports.values(i, t) = totals.find("itpde", years[t])->trade(i, *n);
            imports.values(num_partners, t) -= imports.values(i, t);
        }
    }
    return imports;
}

bool is_union(const std::string& partner) {
    return partner == "EU27" || partner == "USMCA" || partner == "WLD";
}

/// Sums of twelve months.
Imports us_imports(const WorldCatalog& worlds) {
    const UsImports layer = read_us_imports(open_layer(worlds, "us-trade"));
    const std::size_t num_months = layer.months.size();
    const std::size_t world = layer.partners.at("WLD");
    Array2<double> monthly(layer.partners.size(), num_months);
    for (std::size_t t = 0; t < num_months; ++t) {
        // All who are not listed take the row of the world.
        monthly(world, t) = layer.total_imports(world, t);
        for (std::size_t i = 0; i < layer.partners.size(); ++i) {
            if (is_union(layer.partners[i])) continue;
            monthly(i, t) = layer.total_imports(i, t);
            monthly(world, t) -= monthly(i, t);
        }
    }
    Imports imports{.values = rolling_sums(monthly, months_a_year), .periods = {}};
    for (std::size_t t = months_a_year - 1; t < num_months; ++t) {
        imports.periods.push_back(layer.months[t]);
    }
    return imports;
}

// [eq:implied-renewal]  zeta = 1 - exp(-delta),  delta = ln 20 / T
double renewal(HorizonProfile profile) {
    return 1.0 - std::exp(-std::log(20.0) / elasticity_path(profile).years_to_95);
}

}  // namespace

Reallocation measure_reallocation(const WorldCatalog& worlds, const ReallocationOptions& options) {
    Reallocation found{.country = options.country,
                       .renewal_standard = renewal(HorizonProfile::standard),
                       .renewal_slow = renewal(HorizonProfile::slow),
                       .has_periods = options.periods};
    const auto is_asked = [&](const char* source) {
        return options.source == "all" || options.source == source;
    };
    const auto add = [&](const char* source, const char* trade,
                         const std::optional<Imports>& imports, std::size_t periods_a_year) {
        if (imports) {
            found.series.push_back(series_of(source, trade, *imports, periods_a_year));
        } else {
            found.missing.push_back(
                fmt::format("{} has no imports of {} in every period.", source, options.country));
        }
    };
    if (is_asked("wiod")) {
        add("wiod", "goods and services in basic prices, 40 partners and the rest of the world",
            wiod_imports(worlds, options.country), 1);
    }
    if (is_asked("itpde")) {
        add("itpde",
            "goods and services of the International Trade and Production Database, partners "
            "listed in every year and all others as one",
            itpde_imports(worlds, options.country), 1);
    }
    if (is_asked("us-trade")) {
        add("us-trade",
            "goods imports for consumption, partners the layer lists and all others as one; sums "
            "of twelve months",
            options.country == "USA" ? std::optional(us_imports(worlds)) : std::nullopt,
            months_a_year);
    }
    if (found.series.empty()) {
        throw OptionError(fmt::format(
            "No source asked for has imports of {} in every period. Countries go by codes such as "
            "DEU; us-trade knows the imports of the USA alone.",
            options.country));
    }
    return found;
}

}  // namespace entente

#include "entente/world/reference_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "entente/world/final_demand.hpp"

namespace entente::detail {
namespace {

enum class Measured { money, share };

/// Positions on the axis of countries of the codes in a subject.
using Subject = std::vector<std::size_t>;

bool is_kind(const World& world, std::size_t s, SectorKind kind) {
    return world.data().sectors[s].kind == kind;
}

/// Sum over the sectors of a kind of term(s).
template <class Term>
double sum_over(const World& world, SectorKind kind, Term term) {
    double sum = 0.0;
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        if (is_kind(world, s, kind)) sum += term(s);
    }
    return sum;
}

double gdp(const World&, const TradeState& state, const Subject& subject) {
    return state.value_added[subject[0]];
}

double goods_flow(const World& world, const TradeState& state, const Subject& subject) {
    return sum_over(world, SectorKind::goods,
                    [&](std::size_t s) { return state.trade_flow(subject[0], subject[1], s); });
}

double services_exports_world(const World& world, const TradeState& state, const Subject&) {
    double sum = 0.0;
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            if (i == n) continue;
            sum += sum_over(world, SectorKind::services,
                            [&](std::size_t s) { return state.trade_flow(i, n, s); });
        }
    }
    return sum;
}

double balance_share(const World&, const TradeState& state, const Subject& subject) {
    return -state.trade_deficit[subject[0]] / state.value_added[subject[0]];
}

double mean_absolute_balance_share(const World& world, const TradeState& state, const Subject&) {
    double sum = 0.0;
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        sum += std::abs(balance_share(world, state, {n}));
    }
    return sum / static_cast<double>(world.num_countries());
}

double services_share(const World& world, const TradeState& state, const Subject& subject) {
    const std::size_t n = subject[0];
    const double services = sum_over(world, SectorKind::services, [&](std::size_t s) {
        return world.value_added_share()(n, s) * state.gross_output(n, s);
    });
    return services / state.value_added[n];
}

double final_demand_share(const World& world, const TradeState& state, const Subject& subject) {
    const Array2<double> demand = final_demand(world.data());
    double sum = 0.0;
    for (const double cell : demand.row(subject[0])) sum += cell;
    return sum / state.value_added[subject[0]];
}

double estimated_trade_share(const World& world, const TradeState& state, const Subject& subject) {
    const std::size_t n = subject[0];
    double all = 0.0;
    double estimated = 0.0;
    const auto add = [&](std::size_t origin, std::size_t destination, std::size_t s) {
        const double flow = state.trade_flow(origin, destination, s);
        all += flow;
        if (world.trade_quality()(origin, destination, s) == Quality::estimated) estimated += flow;
        return flow;
    };
    for (std::size_t m = 0; m < world.num_countries(); ++m) {
        if (m == n) continue;
        sum_over(world, SectorKind::goods, [&](std::size_t s) { return add(m, n, s); });
        sum_over(world, SectorKind::goods, [&](std::size_t s) { return add(n, m, s); });
    }
    return estimated / all;
}

double tariff_mean(const World& world, const TradeState& state, const Subject& subject) {
    const std::size_t n = subject[0];
    const std::size_t i = subject[1];
    const double imports = sum_over(world, SectorKind::goods,
                                    [&](std::size_t s) { return state.trade_flow(i, n, s); });
    const double duty = sum_over(world, SectorKind::goods, [&](std::size_t s) {
        return state.trade_flow(i, n, s) * state.tariff_rate(i, n, s);
    });
    return duty / imports;
}

/// One thing a reference value may ask for.
struct Known {
    std::string_view name;
    std::size_t num_codes;
    Measured measured;
    double (*value)(const World&, const TradeState&, const Subject&);
};

constexpr std::array known_checks{
    Known{"gdp", 1, Measured::money, gdp},
    Known{"goods_flow", 2, Measured::money, goods_flow},
    Known{"services_exports_world", 0, Measured::money, services_exports_world},
    Known{"balance_share", 1, Measured::share, balance_share},
    Known{"mean_absolute_balance_share", 0, Measured::share, mean_absolute_balance_share},
    Known{"services_share", 1, Measured::share, services_share},
    Known{"final_demand_share", 1, Measured::share, final_demand_share},
    Known{"estimated_trade_share", 1, Measured::share, estimated_trade_share},
    Known{"tariff_mean", 2, Measured::share, tariff_mean},
};

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> found;
    std::size_t start = 0;
    while ((start = text.find_first_not_of(' ', start)) != std::string::npos) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        found.push_back(text.substr(start, end - start));
        start = end;
    }
    return found;
}

CheckResult not_made(CheckResult result, const std::string& reason) {
    result.check = fmt::format("{}: {}", result.check, reason);
    result.value = std::numeric_limits<double>::quiet_NaN();
    result.status = CheckStatus::failed;
    return result;
}

CheckResult judge(CheckResult result) {
    if (!std::isfinite(result.value)) return not_made(result, "the world has no such trade");
    if (result.tolerance) {
        result.status = std::abs(result.value - *result.reference) <= *result.tolerance
                            ? CheckStatus::passed
                            : CheckStatus::failed;
    }
    return result;
}

CheckResult check_one(const World& world, const TradeState& state,
                      const ReferenceValue& reference) {
    CheckResult result{.check = reference.check,
                       .subject = reference.subject,
                       .value = reference.value,
                       .unit = reference.unit,
                       .source = reference.source};
    if (reference.check.starts_with("recorded_")) return result;
    result.reference = reference.value;
    result.tolerance = reference.tolerance;
    const auto known = std::ranges::find(known_checks, reference.check, &Known::name);
    if (known == known_checks.end()) return not_made(result, "no such check is known");
    const std::vector<std::string> codes = words(reference.subject);
    if (codes.size() != known->num_codes) {
        return not_made(result,
                        fmt::format("the subject must be {} country codes", known->num_codes));
    }
    Subject subject;
    for (const std::string& code : codes) {
        const auto position = world.countries().find(code);
        if (!position) return not_made(result, fmt::format("the world has no country {}", code));
        subject.push_back(*position);
    }
    if (known->measured == Measured::money && reference.unit != world.unit()) {
        return not_made(result,
                        fmt::format("the unit must be that of the world, {}", world.unit()));
    }
    const bool in_percent = known->measured == Measured::share && reference.unit == "percent";
    result.value = known->value(world, state, subject) * (in_percent ? 100.0 : 1.0);
    return judge(std::move(result));
}

}  // namespace

std::vector<CheckResult> check_reference_values(const World& world, const TradeState& state) {
    std::vector<CheckResult> results;
    for (const ReferenceValue& reference : world.data().reference_values) {
        results.push_back(check_one(world, state, reference));
    }
    return results;
}

}  // namespace entente::detail

#include "entente/realignment/base_rates.hpp"

#include <optional>
#include <set>

namespace entente {
namespace {

constexpr double coverage = 0.9;
constexpr std::array<std::string_view, num_rate_events> event_words{
    "E1", "E2", "E3", "E4", "E5", "E2 to E5", "grade 2", "grade 3", "headline"};

std::optional<std::size_t> period_of(int year) {
    for (std::size_t p = 0; p < rate_periods.size(); ++p) {
        if (year >= rate_periods[p].first && year <= rate_periods[p].last) return p;
    }
    return std::nullopt;
}

bool is_in(RateClass klass, bool is_partner, bool is_treaty_ally) {
    if (klass == RateClass::partners) return is_partner;
    return klass == RateClass::all_states || is_treaty_ally;
}

bool counts_as(RateEvent kind, const RiskEvent& event) {
    switch (kind) {
        case RateEvent::headline:
            return true;
        case RateEvent::e2_to_e5:
            return event.rule != EventRule::vote_shift;
        case RateEvent::grade_2:
            return event.grade == 2;
        case RateEvent::grade_3:
            return event.grade == 3;
        default:
            return static_cast<std::size_t>(kind) == static_cast<std::size_t>(event.rule);
    }
}

BaseRate rate_of(RateClass klass, RateEvent kind, const Panel& panel, const RiskEvents& events) {
    BaseRate rate{.klass = klass, .event = kind};
    for (const PanelRow& row : panel.rows) {
        const auto period = period_of(row.year);
        if (!period) continue;
        const PanelRow* before = panel.find(row.state, row.year - 1);
        const PanelRow& at_risk = before == nullptr ? row : *before;
        if (!is_in(klass, at_risk.is_partner, at_risk.is_treaty_ally)) continue;
        rate.years[*period] += 1;
    }
    std::set<std::pair<std::string, int>> seen;
    for (const RiskEvent& event : events.events) {
        const auto period = period_of(event.year);
        if (!period || !counts_as(kind, event)) continue;
        if (!is_in(klass, event.is_partner, event.is_treaty_ally)) continue;
        if (seen.emplace(event.state, event.year).second) rate.counts[*period] += 1;
    }
    for (std::size_t p = 0; p < rate_periods.size(); ++p) {
        rate.total += rate.counts[p];
        rate.total_years += rate.years[p];
    }
    rate.rate = poisson_interval(rate.total, static_cast<double>(rate.total_years), coverage);
    return rate;
}

}  // namespace

std::string_view rate_event_word(RateEvent event) {
    return event_words[static_cast<std::size_t>(event)];
}

std::string_view rate_class_word(RateClass klass) {
    if (klass == RateClass::partners) return "partners";
    return klass == RateClass::treaty_allies ? "treaty allies" : "all states";
}

std::vector<BaseRate> base_rates(const Panel& panel, const RiskEvents& events) {
    std::vector<BaseRate> rates;
    for (const RateClass klass :
         {RateClass::partners, RateClass::treaty_allies, RateClass::all_states}) {
        for (std::size_t kind = 0; kind < num_rate_events; ++kind) {
            rates.push_back(rate_of(klass, static_cast<RateEvent>(kind), panel, events));
        }
    }
    return rates;
}

std::vector<PactRate> pact_rates(const StatePanel& states) {
    std::vector<PactRate> rates{{.years = {1945, 1989}},
                                {.years = {1990, 2018}},
                                {.years = {1945, 2018}, .is_usa = true},
                                {.years = {1990, 2018}, .is_usa = true}};
    for (PactRate& rate : rates) {
        for (const PactTotals& totals : states.pact_totals) {
            const auto& ends = rate.is_usa ? totals.usa_ends : totals.ends;
            if (totals.year < rate.years.first || totals.year > rate.years.last || !ends) continue;
            rate.pair_years +=
                static_cast<std::size_t>(rate.is_usa ? totals.usa_pacts : totals.pacts);
            rate.ends += static_cast<std::size_t>(*ends);
        }
        rate.rate = poisson_interval(rate.ends, static_cast<double>(rate.pair_years), coverage);
    }
    return rates;
}

}  // namespace entente

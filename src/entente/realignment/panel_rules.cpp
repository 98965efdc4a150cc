#include "entente/realignment/panel_rules.hpp"

#include <vector>

#include "entente/numerics/order_statistics.hpp"

namespace entente {

bool is_war_deployment(const StatePanel& states, const std::string& state, int year) {
    const auto first = states.war_with_usa.lower_bound({state, year - war_years});
    return first != states.war_with_usa.end() && first->first.first == state &&
           first->first.second <= year;
}

bool is_unwilling_host(std::string_view state) {
    return state == "CUB" || state == "SYR";
}

double median_troops(const SecurityTies& ties, std::string_view state, int year) {
    std::vector<double> troops;
    for (int y = year - 4; y <= year; ++y) troops.push_back(ties.troops_in(state, y));
    return median(std::move(troops));
}

bool is_treaty_ally(const StatePanel& states, const std::string& state, int cow, int year) {
    constexpr int canada = 20;
    constexpr int first_outside_america = 200;
    return states.obligations_with("USA", state, year).defence &&
           (cow == canada || cow >= first_outside_america);
}

bool is_partner(const StatePanel& states, const SecurityTies& ties, const std::string& state,
                int year) {
    if (states.obligations_with("USA", state, year).defence) return true;
    if (is_unwilling_host(state)) return false;
    return median_troops(ties, state, year) >= partner_troops &&
           !is_war_deployment(states, state, year);
}

bool has_rival_pact(const StatePanel& states, const std::string& state, int year) {
    return states.obligations_with("RUS", state, year).defence ||
           states.obligations_with("CHN", state, year).defence;
}

}  // namespace entente

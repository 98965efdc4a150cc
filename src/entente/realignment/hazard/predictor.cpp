#include "entente/realignment/hazard/predictor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using enum DriverBlock;

constexpr std::array<Predictor, 23> all_predictors{{
    {"log_years_since", "ln(1 + years since the last event, or since entry)", duration, ""},
    {"had_event", "1 if an event happened before", duration, ""},
    {"theta_relative", "UN position less the median state's, mean of three years", alignment,
     "votes"},
    {"theta_drift", "three-year move of the UN position beyond what all states did", alignment,
     "votes"},
    {"theta_volatility", "ln of the spread of yearly moves over ten years", alignment, "votes"},
    {"us_obligation", "1 with a US defence obligation", alignment, ""},
    {"treaty_ally", "1 for a US treaty ally other than by the Rio Treaty alone", alignment, ""},
    {"log_troops", "ln(1 + US troops in the country)", alignment, ""},
    {"rival_tie", "1 with a security obligation to or from Russia or China", alignment, ""},
    {"polyarchy", "electoral democracy, 0 to 1", regime, "democracy"},
    {"polyarchy_change", "size of its change over three years", regime, "democracy"},
    {"log_gdp_per_head", "ln of GDP per head", regime, "income"},
    {"intrastate_war", "1 with a war inside the country", conflict, ""},
    {"rivalries", "number of rival states", conflict, ""},
    {"distance_to_rival", "UN position less the rival power's", conflict, "votes"},
    {"log_capability", "ln of the share of world capabilities", conflict, "capability"},
    {"trade_share_us", "share of the US in trade", trade, "trade"},
    {"trade_share_china", "share of China in trade", trade, "trade"},
    {"trade_share_russia", "share of Russia in trade", trade, "trade"},
    {"chinese_finance", "ln(1 + Chinese finance over five years)", trade, "finance"},
    {"us_isolation_change", "three-year change of the distance of the US from the median state",
     policy, ""},
    {"troop_trend", "change of ln troops over five years", policy, ""},
    {"new_party", "1 if another party took the White House", policy, ""},
}};

constexpr std::array<std::size_t, 6> predictors_up_to{2, 9, 13, 16, 20, 23};

}  // namespace

std::span<const Predictor> predictors() {
    return all_predictors;
}

const Predictor& predictor(std::string_view name) {
    const auto* found = std::find_if(all_predictors.begin(), all_predictors.end(),
                                     [&](const Predictor& each) { return each.name == name; });
    if (found == all_predictors.end()) {
        throw ShapeError(fmt::format("There is no predictor {}.", name));
    }
    return *found;
}

std::vector<std::string_view> predictors_of(Specification specification) {
    std::vector<std::string_view> names;
    for (std::size_t k = 0; k < predictors_up_to[static_cast<std::size_t>(specification)]; ++k) {
        names.emplace_back(all_predictors[k].name);
    }
    return names;
}

}  // namespace entente

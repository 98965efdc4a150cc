#include "entente/ensemble/regime_walk.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "entente/base/error.hpp"

namespace entente {
namespace {

std::vector<std::string> names_of(const std::vector<PolicyRegime>& regimes) {
    std::vector<std::string> names;
    for (const PolicyRegime& regime : regimes) names.push_back(regime.name);
    return names;
}

std::size_t position(const std::vector<std::string>& list, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(list, name) - list.begin());
}

bool has_chances(const Scenario& scenario) {
    return !scenario.regimes.front().next.empty();
}

RegimeChain chain_of_scenario(const std::vector<PolicyRegime>& regimes) {
    const std::vector<std::string> names = names_of(regimes);
    Array2<double> next(names.size(), names.size());
    for (std::size_t r = 0; r < names.size(); ++r) {
        for (std::size_t q = 0; q < names.size(); ++q) next(r, q) = regimes[r].next.at(names[q]);
    }
    return {names, next};
}

/// Regimes of the file may stand in another order than those of the history.
RegimeChain chain_of_history(const std::vector<std::string>& names,
                             const TransitionEstimate& transitions) {
    const std::vector<std::string> known = regime_names();
    if (!std::ranges::is_permutation(names, known)) {
        throw OptionError(fmt::format(
            "The history of tariffs knows the regimes {}; the scenario has {}. Give every "
            "regime its chances under next, or use those names.",
            fmt::join(known, ", "), fmt::join(names, ", ")));
    }
    Array2<double> next(names.size(), names.size());
    for (std::size_t r = 0; r < names.size(); ++r) {
        for (std::size_t q = 0; q < names.size(); ++q) {
            next(r, q) = transitions.mean(position(known, names[r]), position(known, names[q]));
        }
    }
    return {names, next};
}

}  // namespace

int first_policy_year(const Scenario& scenario, int base_year) {
    const int from = scenario.path ? scenario.path->from.value_or(base_year + 1) : base_year + 1;
    if (from > base_year) return from;
    throw OptionError(
        fmt::format("Policies apply from {} on, but the world is of {}; choose a year after it.",
                    from, base_year));
}

RegimeWalk::RegimeWalk(const Scenario& scenario, const RegimePast& past)
    : past_(has_chances(scenario) ? std::nullopt : std::optional(past)),
      chain_(past_ ? chain_of_history(names_of(scenario.regimes), past.transitions)
                   : chain_of_scenario(scenario.regimes)) {
    const std::string named = scenario.path ? scenario.path->regime : std::string{};
    first_regime_ = named.empty() ? past.last : named;
    const std::vector<std::string>& names = chain_.names();
    if (std::ranges::find(names, first_regime_) != names.end()) return;
    throw OptionError(fmt::format(
        "The first regime is {}, which the scenario does not have; set regime in [path] to one "
        "of {}.",
        first_regime_, fmt::join(names, ", ")));
}

std::vector<std::size_t> RegimeWalk::regimes(const SamplePoint& point,
                                             std::size_t num_years) const {
    RandomStream luck = stream(point, SamplePurpose::regime, 0);
    const RegimeChain drawn = past_ ? past_->transitions.draw(luck) : chain_;
    std::vector<std::size_t> walk;
    std::size_t now = position(drawn.names(), first_regime_);
    for (std::size_t t = 0; t < num_years; ++t) {
        if (t > 0) now = drawn.after(now, luck.uniform());
        walk.push_back(position(chain_.names(), drawn.names()[now]));
    }
    return walk;
}

}  // namespace entente

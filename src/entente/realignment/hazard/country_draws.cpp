#include "entente/realignment/hazard/country_draws.hpp"

#include <map>

#include "entente/base/random_stream.hpp"

namespace entente::detail {
namespace {

constexpr std::uint32_t resampling_purpose = 0x7265;

}  // namespace

std::vector<ChosenCases> cases_by_country(const Backtest& backtest, const ChosenCases& cases) {
    std::map<std::size_t, ChosenCases> countries;
    for (const std::size_t k : cases) countries[backtest.cases[k].state].push_back(k);
    std::vector<ChosenCases> result;
    for (auto& [state, members] : countries) result.push_back(std::move(members));
    return result;
}

ChosenCases drawn_countries(const std::vector<ChosenCases>& countries, std::uint64_t seed,
                            std::uint32_t draw) {
    RandomStream stream({.seed = seed, .draw = draw, .purpose = resampling_purpose});
    ChosenCases chosen;
    for (std::size_t k = 0; k < countries.size(); ++k) {
        const auto drawn =
            static_cast<std::size_t>(stream.uniform() * static_cast<double>(countries.size()));
        chosen.insert(chosen.end(), countries[drawn].begin(), countries[drawn].end());
    }
    return chosen;
}

}  // namespace entente::detail

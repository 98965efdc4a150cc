#pragma once

// A made-up world of states for the panel of realignment risk: simple enough to reason about.

#include <algorithm>
#include <string>
#include <vector>

#include "entente/realignment/panel.hpp"

namespace entente::testing {

/// Forty states S00 to S39 and the three powers, 1950 to 2020, with positions that do not move but
/// for a small wave of each state. The United States stand at 3, Russia and China at -2, the others
/// between -1 and 2.
struct RiskWorld {
    StatePanel states;
    SecurityTies ties;
    Positions positions;

    static constexpr int first_year = 1950;
    static constexpr int last_year = 2020;
    static constexpr std::size_t num_states = 40;

    static std::string code(std::size_t state) {
        return state < 10 ? "S0" + std::to_string(state) : "S" + std::to_string(state);
    }

    RiskWorld() {
        std::vector<std::string> codes{"USA", "RUS", "CHN"};
        for (std::size_t s = 0; s < num_states; ++s) codes.push_back(code(s));
        positions.states = Axis(codes);
        for (int year = first_year; year <= last_year; ++year) positions.years.push_back(year);
        positions.yearly = Array2<double>(codes.size(), positions.years.size());
        positions.votes_cast = Array2<int>(codes.size(), positions.years.size(), 50);
        for (std::size_t s = 0; s < codes.size(); ++s) {
            states.spans.push_back({.state = codes[s],
                                    .cow = static_cast<int>(300 + s),
                                    .first_year = 1900,
                                    .max_population = 10.0});
            for (std::size_t t = 0; t < positions.years.size(); ++t) {
                positions.yearly(s, t) = level(s) + wave(s, t);
            }
        }
        positions.filtered = positions.yearly;
        positions.smoothed = positions.yearly;
        states.last_years = {{"obligations", 2018},
                             {"conflicts", 2020},
                             {"rivalries", 2020},
                             {"irregular_leaders", 2015},
                             {"rival_troops", 2012}};
    }

    PanelSources sources() const { return {states, ties, positions}; }
    void set_troops(const std::string& state, int first, int last, int persons) {
        for (int year = first; year <= last; ++year) ties.troops.push_back({state, year, persons});
        std::ranges::sort(ties.troops, {}, [](const TroopsYear& row) {
            return std::pair<std::string_view, int>(row.state, row.year);
        });
    }
    void set_obligation(const std::string& state, const std::string& power, int first, int last,
                        PowerObligations kinds) {
        for (int year = first; year <= last; ++year) {
            states.obligations[{{state, year}, power}] = kinds;
        }
    }

  private:
    static double level(std::size_t s) {
        if (s == 0) return 3.0;
        if (s < 3) return -2.0;
        return -1.0 + 3.0 * static_cast<double>(s - 3) / static_cast<double>(num_states);
    }
    /// Up and down in turn, half of the states against the other half: every change of a mean of
    /// three years has the same size, so that none stands out.
    static double wave(std::size_t s, std::size_t t) { return (s / 2 + t) % 2 == 0 ? 0.1 : -0.1; }
};

}  // namespace entente::testing

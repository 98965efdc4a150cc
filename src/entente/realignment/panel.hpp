#pragma once

// The country-year panel behind realignment risk: one row a state and year, each variable with
// whether it was observed that year. docs/theory/realignment.md.

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "entente/realignment/positions.hpp"
#include "entente/world/layer/security_ties.hpp"
#include "entente/world/layer/state_panel.hpp"

namespace entente {

enum class PanelVariable {
    /// Position in the General Assembly from votes up to the end of the year (filtered).
    position,
    us_troops,
    /// Treaty of defence with the United States, 1 or 0.
    us_obligation,
    /// Defence, neutrality or consultation with Russia or China, 1 or 0.
    rival_tie,
    /// Electoral democracy, 0 to 1.
    polyarchy,
    intrastate_war,
    rivalries,
    /// USD a head at constant prices.
    gdp_per_head,
    log_capability,
    irregular_leader,
    share_usa,
    share_chn,
    share_rus,
    /// Chinese official finance of the last five years, million USD of 2021.
    china_finance,
};
constexpr std::size_t num_panel_variables = 14;

/// Name in files, such as "us_troops".
std::string_view panel_variable_name(PanelVariable variable);
/// Heading for people.
std::string_view panel_variable_title(PanelVariable variable);

/// One cell.
struct PanelValue {
    /// NaN = not known.
    double value = std::numeric_limits<double>::quiet_NaN();
    /// Repeated from an earlier year, or read between two years.
    bool carried = false;
    /// Rests on a later year (linear between two trade years): a backtest must not use it.
    bool looks_ahead = false;

    bool is_known() const { return value == value; }
};

/// One state in one year.
struct PanelRow {
    std::string state;
    int year = 0;
    /// Number in the Correlates of War project.
    int cow = 0;
    /// Years since the state joined the system of states.
    int age = 0;
    /// [D] see panel_rules.hpp
    bool is_partner = false;
    bool is_treaty_ally = false;
    /// American troops are there because of a war.
    bool is_war_deployment = false;
    std::array<PanelValue, num_panel_variables> values{};

    const PanelValue& operator[](PanelVariable variable) const {
        return values[static_cast<std::size_t>(variable)];
    }
    PanelValue& operator[](PanelVariable variable) {
        return values[static_cast<std::size_t>(variable)];
    }
};

/// Something of a state that the panel does not hold, by name and years.
struct PanelGap {
    std::string state;
    /// A variable's name, or what was left out.
    std::string what;
    int first_year = 0;
    int last_year = 0;
    std::string reason;
};

struct Panel {
    int first_year = 0;
    int last_year = 0;
    /// By state, then year. Outside it: the three powers, states with a defence treaty with Russia
    /// or China that year, and states that never had a million people.
    std::vector<PanelRow> rows;
    /// States and years that were left out, and why.
    std::vector<PanelGap> left_out;

    /// Null if the state is not in the panel that year.
    const PanelRow* find(std::string_view state, int year) const;
};

/// What a panel is made from. The tables must outlive the call only.
struct PanelSources {
    const StatePanel& states;
    const SecurityTies& ties;
    const Positions& positions;
};

struct PanelOptions {
    int first_year = 1950;
    int last_year = 2024;
    /// Smaller states light up by absence [D].
    double min_population_millions = 1.0;
};

/// Assembles the panel. A row at year t rests on data of t and before, but for cells marked
/// `looks_ahead` and the population rule, which knows the largest population of a state.
///
/// @throws DataError naming every state whose spans of membership overlap by more than the year in
///         which one number follows another.
Panel make_panel(const PanelSources& sources, const PanelOptions& options = {});

/// Years inside the panel in which a variable of a state is not known, runs of years joined.
std::vector<PanelGap> panel_holes(const Panel& panel);

}  // namespace entente

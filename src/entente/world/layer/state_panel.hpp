#pragma once

// Histories of states since 1950, as the layer `panel` holds them: what realignment risk rests on.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/world/layer/layer.hpp"

namespace entente {

/// A span of years in which a state belonged to the system of states.
struct StateSpan {
    std::string state;
    /// Number in the Correlates of War project; American states lie below 200.
    int cow = 0;
    int first_year = 0;
    /// Empty = still a member.
    std::optional<int> last_year{};
    /// Largest since 1945, million persons.
    double max_population = 0.0;
};

/// Obligations of a state with one power in a year, whoever owes them to whom.
struct PowerObligations {
    bool defence = false;
    bool neutrality = false;
    bool consultation = false;
    bool non_aggression = false;
    /// After the last year observed: repeated from it, or added by us.
    bool carried = false;

    /// Defence, neutrality or consultation: non-aggression alone is no tie.
    bool is_tie() const { return defence || neutrality || consultation; }
};

/// Shares of a state's exports plus imports, parts of one; NaN where the publisher lacks the power.
struct TradeShareYear {
    double usa = 0.0;
    double chn = 0.0;
    double rus = 0.0;
    std::string publisher{};
};

/// Pairs of states with a defence obligation, and those without one in the next year.
struct PactTotals {
    int year = 0;
    int pacts = 0;
    int usa_pacts = 0;
    /// Empty in the last year.
    std::optional<int> ends{};
    std::optional<int> usa_ends{};
};

/// A change in the data that a rule would take for an event.
struct EventArtefact {
    /// WLD = every state.
    std::string state;
    int year = 0;
    /// "E2" to "E5"
    std::string rule;
    std::string reason;
    std::string source;
};

/// A turn away from the United States that people name, whether a rule finds it or not.
struct NamedCase {
    std::string state;
    int year = 0;
    std::string text;
    std::string source;
};

using StateYear = std::pair<std::string, int>;
template <class Value>
using ByStateYear = std::map<StateYear, Value>;

struct StatePanel {
    std::vector<StateSpan> spans;
    /// [state, year, power]
    std::map<std::pair<StateYear, std::string>, PowerObligations> obligations;
    /// 0 to 1 (V-Dem).
    ByStateYear<double> polyarchy;
    /// Government in an armed conflict within the state.
    ByStateYear<bool> intrastate;
    /// In an armed conflict beside or against the United States.
    ByStateYear<bool> war_with_usa;
    ByStateYear<int> rivalries;
    /// USD a head at constant prices.
    ByStateYear<double> gdp_per_head;
    ByStateYear<double> log_capability;
    /// A leader came to power irregularly.
    ByStateYear<bool> irregular_leader;
    /// [state, year, power] 100 or more troops of a rival power.
    std::map<std::pair<StateYear, std::string>, bool> rival_troops;
    ByStateYear<TradeShareYear> trade_shares;
    /// Million USD of 2021.
    ByStateYear<double> china_finance;
    /// Last year that a table knows of, by its name: "obligations", "conflicts", "rivalries",
    /// "irregular_leaders", "rival_troops".
    std::map<std::string, int, std::less<>> last_years;
    std::vector<PactTotals> pact_totals;
    std::vector<EventArtefact> artefacts;
    std::vector<NamedCase> named_cases;

    /// All false without a row.
    PowerObligations obligations_with(std::string_view power, const std::string& state,
                                      int year) const;
    /// Last year that a table knows of; 0 if the layer does not say.
    int last_year_of(std::string_view table) const;
};

/// @param layer  of layout "panel"; @throws ShapeError if it is another.
StatePanel read_state_panel(const Layer& layer);

}  // namespace entente

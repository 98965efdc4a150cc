#include "entente/realignment/panel_values.hpp"

#include <algorithm>
#include <cmath>

namespace entente::detail {
namespace {

/// How long the last position stands for the years after it.
constexpr int position_years_ahead = 1;

/// A flag or count whose table holds no row for none: known up to the last year of the table, then
/// carried on.
template <class Value>
PanelValue counted(const ByStateYear<Value>& values, const PanelRow& row, int last_year) {
    const auto found = values.find({row.state, std::min(row.year, last_year)});
    return {.value = found == values.end() ? 0.0 : static_cast<double>(found->second),
            .carried = row.year > last_year};
}

/// The value of the year, or the last one before it.
PanelValue carried_on(const ByStateYear<double>& values, const PanelRow& row) {
    const auto after = values.upper_bound({row.state, row.year});
    if (after == values.begin()) return {};
    const auto& [key, value] = *std::prev(after);
    if (key.first != row.state) return {};
    return {.value = value, .carried = key.second != row.year};
}

}  // namespace

PanelValues::PanelValues(const PanelSources& sources) : sources_(sources) {
    const StatePanel& states = sources.states;
    for (const auto& [key, row] : states.trade_shares) {
        const std::array<double, 3> shares{row.usa, row.chn, row.rus};
        for (std::size_t p = 0; p < shares.size(); ++p) {
            if (!std::isnan(shares[p])) shares_[p][key.first][key.second] = shares[p];
        }
    }
    last_pact_ = states.last_year_of("obligations");
    last_conflict_ = states.last_year_of("conflicts");
    last_rivalry_ = states.last_year_of("rivalries");
    last_leader_ = states.last_year_of("irregular_leaders");
    for (const auto& [key, amount] : states.china_finance) {
        last_finance_ = std::max(last_finance_, key.second);
    }
    first_finance_ = last_finance_;
    for (const auto& [key, amount] : states.china_finance) {
        first_finance_ = std::min(first_finance_, key.second);
    }
}

PanelValue PanelValues::position(const PanelRow& row) const {
    const Positions& positions = sources_.positions;
    const auto state = positions.states.find(row.state);
    if (!state || positions.years.empty()) return {};
    // A session that is not over yet is no year: the position before it stands.
    const int known = std::min(row.year, positions.years.back());
    if (row.year - known > position_years_ahead) return {};
    const auto year = std::ranges::lower_bound(positions.years, known);
    if (*year != known) return {};
    const auto column = static_cast<std::size_t>(year - positions.years.begin());
    return {.value = positions.filtered(*state, column), .carried = known != row.year};
}

/// The sum of five years, of which years before the publisher's first one count as nothing known.
PanelValue PanelValues::finance(const PanelRow& row) const {
    constexpr int years = 5;
    if (last_finance_ == 0 || row.year < first_finance_ || row.year > last_finance_) return {};
    double sum = 0.0;
    for (int year = row.year - years + 1; year <= row.year; ++year) {
        const auto found = sources_.states.china_finance.find({row.state, year});
        if (found != sources_.states.china_finance.end()) sum += found->second;
    }
    return {.value = sum};
}

void PanelValues::fill(PanelRow& row) const {
    const StatePanel& states = sources_.states;
    using V = PanelVariable;
    const auto usa = states.obligations_with("USA", row.state, row.year);
    const auto rus = states.obligations_with("RUS", row.state, row.year);
    const auto chn = states.obligations_with("CHN", row.state, row.year);
    row[V::position] = position(row);
    row[V::us_troops] = {.value =
                             static_cast<double>(sources_.ties.troops_in(row.state, row.year))};
    row[V::us_obligation] = {.value = usa.defence ? 1.0 : 0.0, .carried = row.year > last_pact_};
    row[V::rival_tie] = {.value = rus.is_tie() || chn.is_tie() ? 1.0 : 0.0,
                         .carried = row.year > last_pact_};
    row[V::polyarchy] = carried_on(states.polyarchy, row);
    row[V::intrastate_war] = counted(states.intrastate, row, last_conflict_);
    row[V::rivalries] = counted(states.rivalries, row, last_rivalry_);
    row[V::gdp_per_head] = carried_on(states.gdp_per_head, row);
    row[V::log_capability] = carried_on(states.log_capability, row);
    if (row.year <= last_leader_) {
        row[V::irregular_leader] = counted(states.irregular_leader, row, last_leader_);
    }
    const std::array<V, 3> shares{V::share_usa, V::share_chn, V::share_rus};
    for (std::size_t p = 0; p < shares.size(); ++p) {
        const auto found = shares_[p].find(row.state);
        if (found != shares_[p].end()) row[shares[p]] = share_in(found->second, row.year);
    }
    row[V::china_finance] = finance(row);
}

}  // namespace entente::detail

#include "entente/world/layer/state_panel.hpp"

#include <cmath>

namespace entente {
namespace {

/// Cells of one table by the state and year of their row.
class Rows {
  public:
    Rows(const Layer& layer, std::string_view table) : table_(layer.table(table)) {}

    std::size_t size() const { return table_.num_rows(); }
    double number(std::size_t row, const char* column) const { return table_[column].number(row); }
    int integer(std::size_t row, const char* column) const {
        return static_cast<int>(number(row, column));
    }
    std::optional<int> optional_integer(std::size_t row, const char* column) const {
        const double value = number(row, column);
        return std::isnan(value) ? std::nullopt : std::optional(static_cast<int>(value));
    }
    bool is_one(std::size_t row, const char* column) const { return number(row, column) != 0.0; }
    const std::string& text(std::size_t row, const char* column) const {
        return table_[column].text(row);
    }
    StateYear key(std::size_t row) const { return {text(row, "iso3"), integer(row, "year")}; }

  private:
    const LayerTable& table_;
};

template <class Value>
void fill_numbers(const Rows& rows, const char* column, ByStateYear<Value>& values) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double value = rows.number(row, column);
        if (!std::isnan(value)) values[rows.key(row)] = static_cast<Value>(value);
    }
}

void fill_flags(const Rows& rows, const char* column, ByStateYear<bool>& values) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.is_one(row, column)) values[rows.key(row)] = true;
    }
}

void read_spans(const Rows& rows, StatePanel& panel) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        panel.spans.push_back({.state = rows.text(row, "iso3"),
                               .cow = rows.integer(row, "cow"),
                               .first_year = rows.integer(row, "first_year"),
                               .last_year = rows.optional_integer(row, "last_year"),
                               .max_population = rows.number(row, "max_population")});
    }
}

void read_obligations(const Rows& rows, StatePanel& panel) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        panel.obligations[{rows.key(row), rows.text(row, "power")}] = {
            .defence = rows.is_one(row, "defence"),
            .neutrality = rows.is_one(row, "neutrality"),
            .consultation = rows.is_one(row, "consultation"),
            .non_aggression = rows.is_one(row, "non_aggression"),
            .carried = rows.text(row, "basis") != "observed"};
    }
}

void read_presence(const Layer& layer, StatePanel& panel) {
    const Rows leaders(layer, "irregular_leaders");
    for (std::size_t row = 0; row < leaders.size(); ++row) {
        panel.irregular_leader[leaders.key(row)] = true;
    }
    const Rows troops(layer, "rival_troops");
    for (std::size_t row = 0; row < troops.size(); ++row) {
        panel.rival_troops[{troops.key(row), troops.text(row, "power")}] = true;
    }
}

void read_trade_shares(const Rows& rows, StatePanel& panel) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        panel.trade_shares[rows.key(row)] = {.usa = rows.number(row, "usa"),
                                             .chn = rows.number(row, "chn"),
                                             .rus = rows.number(row, "rus"),
                                             .publisher = rows.text(row, "publisher")};
    }
}

void read_periods(const Rows& rows, StatePanel& panel) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        panel.last_years[rows.text(row, "table")] = rows.integer(row, "last_year");
    }
}

void read_pact_totals(const Rows& rows, StatePanel& panel) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        panel.pact_totals.push_back({.year = rows.integer(row, "year"),
                                     .pacts = rows.integer(row, "pacts"),
                                     .usa_pacts = rows.integer(row, "usa_pacts"),
                                     .ends = rows.optional_integer(row, "ends"),
                                     .usa_ends = rows.optional_integer(row, "usa_ends")});
    }
}

void read_lists(const Layer& layer, StatePanel& panel) {
    const Rows artefacts(layer, "artefacts");
    for (std::size_t row = 0; row < artefacts.size(); ++row) {
        panel.artefacts.push_back({.state = artefacts.text(row, "iso3"),
                                   .year = artefacts.integer(row, "year"),
                                   .rule = artefacts.text(row, "rule"),
                                   .reason = artefacts.text(row, "reason"),
                                   .source = artefacts.text(row, "source")});
    }
    const Rows cases(layer, "named_cases");
    for (std::size_t row = 0; row < cases.size(); ++row) {
        panel.named_cases.push_back({.state = cases.text(row, "iso3"),
                                     .year = cases.integer(row, "year"),
                                     .text = cases.text(row, "text"),
                                     .source = cases.text(row, "source")});
    }
}

}  // namespace

PowerObligations StatePanel::obligations_with(std::string_view power, const std::string& state,
                                              int year) const {
    const auto found = obligations.find({{state, year}, std::string(power)});
    return found == obligations.end() ? PowerObligations{} : found->second;
}

int StatePanel::last_year_of(std::string_view table) const {
    const auto found = last_years.find(table);
    return found == last_years.end() ? 0 : found->second;
}

StatePanel read_state_panel(const Layer& layer) {
    StatePanel panel;
    read_spans({layer, "states"}, panel);
    read_obligations({layer, "obligations"}, panel);
    fill_numbers({layer, "democracy"}, "polyarchy", panel.polyarchy);
    fill_flags({layer, "conflicts"}, "intrastate", panel.intrastate);
    fill_flags({layer, "conflicts"}, "with_usa", panel.war_with_usa);
    fill_numbers({layer, "rivalries"}, "rivalries", panel.rivalries);
    fill_numbers({layer, "economies"}, "gdp_per_head", panel.gdp_per_head);
    fill_numbers({layer, "economies"}, "log_capability", panel.log_capability);
    read_presence(layer, panel);
    read_trade_shares({layer, "trade_shares"}, panel);
    fill_numbers({layer, "china_finance"}, "amount", panel.china_finance);
    read_periods({layer, "periods"}, panel);
    read_pact_totals({layer, "pact_totals"}, panel);
    read_lists(layer, panel);
    return panel;
}

}  // namespace entente

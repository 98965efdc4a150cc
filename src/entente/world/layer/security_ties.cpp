#include "entente/world/layer/security_ties.hpp"

#include <algorithm>

namespace entente {
namespace {

/// Rows by state and year; null if there is none.
template <class Row>
const Row* find_row(const std::vector<Row>& rows, std::string_view state, int year) {
    const auto key = [](const Row& row) {
        return std::pair<std::string_view, int>(row.state, row.year);
    };
    const auto found = std::ranges::lower_bound(rows, std::pair(state, year), {}, key);
    return found == rows.end() || key(*found) != std::pair(state, year) ? nullptr : &*found;
}

template <class Row>
void sort_rows(std::vector<Row>& rows) {
    std::ranges::sort(rows, {}, [](const Row& row) {
        return std::pair<std::string_view, int>(row.state, row.year);
    });
}

}  // namespace

const SecurityYear* SecurityTies::find(std::string_view state, int year) const {
    return find_row(years, state, year);
}

int SecurityTies::troops_in(std::string_view state, int year) const {
    const TroopsYear* row = find_row(troops, state, year);
    return row == nullptr ? 0 : row->active_duty;
}

SecurityTies read_security_ties(const Layer& layer) {
    SecurityTies ties;
    const LayerTable& obligations = layer.table("obligations");
    for (std::size_t row = 0; row < obligations.num_rows(); ++row) {
        const auto number = [&](const char* column) { return obligations[column].number(row); };
        ties.years.push_back({.state = obligations["iso3"].text(row),
                              .year = static_cast<int>(number("year")),
                              .defence_usa = number("defence_usa"),
                              .defence_chn = number("defence_chn"),
                              .defence_rus = number("defence_rus"),
                              .tie_chn = number("tie_chn") != 0.0,
                              .tie_rus = number("tie_rus") != 0.0,
                              .basis = obligations["basis"].text(row)});
    }
    const LayerTable& troops = layer.table("troops");
    for (std::size_t row = 0; row < troops.num_rows(); ++row) {
        ties.troops.push_back({.state = troops["iso3"].text(row),
                               .year = static_cast<int>(troops["year"].number(row)),
                               .active_duty = static_cast<int>(troops["active_duty"].number(row))});
    }
    sort_rows(ties.years);
    sort_rows(ties.troops);
    return ties;
}

}  // namespace entente

#include "entente/report/policy/responses.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::detail {
namespace {

// Lines shown of each kind; data files hold all.
constexpr std::size_t most_lines = 12;

std::string_view words_of(const std::string& regime) {
    if (regime == "in_quota") return "not filled";
    if (regime == "binding") return "binding";
    return regime == "out_of_quota" ? "exceeded" : "without trade";
}

std::string quota_line(const QuotaRow& row) {
    return fmt::format(
        "Quota on {} from {} to {}: {}, filled to {:.1f} percent; the price is that of a tariff of "
        "{:.2f} percent ({:.2f} in the quota, {:.2f} beyond it); rent {:.0f}, to the {}.",
        row.sector, row.origin, row.destination, words_of(row.regime), 100.0 * row.fill_rate,
        100.0 * row.shadow_rate, 100.0 * row.rate_in_quota, 100.0 * row.rate_out_of_quota, row.rent,
        row.rent_to);
}

std::string chosen_line(const ChosenRateRow& row) {
    return fmt::format("Tariff chosen by {}{}: {:.2f} percent{}.", row.party,
                       row.sector.empty() ? "" : " on " + row.sector, 100.0 * row.rate,
                       row.is_at_bound ? ", the bound of the search" : "");
}

std::string choice_line(const ChoiceCertificate& choice) {
    return fmt::format(
        "Choice: settled in {} rounds and {} solves. Of {} other tariffs tried, the best for who "
        "sets it ({}, {}{:.0f} {}) changes its welfare by {:+.1e} percent.",
        choice.num_rounds, choice.num_solves, choice.num_deviations, choice.party,
        choice.is_shift && choice.rate > 0.0 ? "+" : "", 100.0 * choice.rate,
        choice.is_shift ? "points" : "percent", 100.0 * choice.largest_gain);
}

template <class Row, class Line>
void add_some(const std::vector<Row>& rows, Line&& line_of, std::vector<std::string>& lines) {
    for (std::size_t k = 0; k < std::min(rows.size(), most_lines); ++k) {
        lines.push_back(line_of(rows[k]));
    }
    if (rows.size() > most_lines) {
        lines.push_back(
            fmt::format("{} more of these are in --format json.", rows.size() - most_lines));
    }
}

Table quota_table(const Solution& solution) {
    Table table{.columns = {{.name = "sector", .title = "Sector"},
                            {.name = "origin", .title = "From"},
                            {.name = "destination", .title = "To"},
                            {.name = "regime", .title = "Regime"},
                            {.name = "fill_rate_pct", .title = "Filled", .unit = "%"},
                            {.name = "rate_in_quota_pct", .title = "In quota", .unit = "%"},
                            {.name = "shadow_rate_pct", .title = "Shadow", .unit = "%"},
                            {.name = "rate_out_of_quota_pct", .title = "Beyond", .unit = "%"},
                            {.name = "rent", .title = "Rent", .unit = solution.world.unit},
                            {.name = "rent_to", .title = "Rent to"}},
                .rows = {}};
    for (const QuotaRow& row : solution.quotas) {
        table.rows.push_back(
            {text_cell(row.sector), text_cell(row.origin), text_cell(row.destination),
             text_cell(row.regime), number_cell(100.0 * row.fill_rate),
             number_cell(100.0 * row.rate_in_quota), number_cell(100.0 * row.shadow_rate),
             number_cell(100.0 * row.rate_out_of_quota), number_cell(row.rent),
             text_cell(row.rent_to)});
    }
    return table;
}

Table chosen_table(const Solution& solution) {
    Table table{.columns = {{.name = "party", .title = "Party"},
                            {.name = "sector", .title = "Sector"},
                            {.name = "rate_pct", .title = "Tariff", .unit = "%"}},
                .rows = {}};
    for (const ChosenRateRow& row : solution.chosen) {
        table.rows.push_back({text_cell(row.party),
                              row.sector.empty() ? Cell{} : text_cell(row.sector),
                              number_cell(100.0 * row.rate)});
    }
    return table;
}

}  // namespace

std::vector<std::string> response_lines(const Solution& solution) {
    std::vector<std::string> lines;
    add_some(solution.quotas, quota_line, lines);
    add_some(
        solution.subsidies,
        [](const SubsidyRow& row) {
            return fmt::format("Subsidies of {} cost {:.0f}, taken from its income.", row.country,
                               row.cost);
        },
        lines);
    add_some(solution.chosen, chosen_line, lines);
    if (solution.choice) lines.push_back(choice_line(*solution.choice));
    return lines;
}

void add_responses(const Solution& solution, JsonObject& object) {
    if (!solution.quotas.empty()) object.push_back({"quotas", quota_table(solution)});
    if (!solution.subsidies.empty()) {
        Table table{.columns = {{.name = "iso3", .title = "Code"},
                                {.name = "cost", .title = "Cost", .unit = solution.world.unit}},
                    .rows = {}};
        for (const SubsidyRow& row : solution.subsidies) {
            table.rows.push_back({text_cell(row.country), number_cell(row.cost)});
        }
        object.push_back({"subsidies", table});
    }
    if (!solution.chosen.empty()) object.push_back({"chosen_tariffs", chosen_table(solution)});
    if (!solution.choice) return;
    const ChoiceCertificate& choice = *solution.choice;
    const Table table{
        .columns = {{.name = "rounds", .title = "Rounds"},
                    {.name = "solves", .title = "Solves"},
                    {.name = "deviations", .title = "Tried"},
                    {.name = "largest_gain_pct", .title = "Largest gain", .unit = "%"},
                    {.name = "party", .title = "Party"}},
        .rows = {{number_cell(static_cast<double>(choice.num_rounds)),
                  number_cell(static_cast<double>(choice.num_solves)),
                  number_cell(static_cast<double>(choice.num_deviations)),
                  number_cell(100.0 * choice.largest_gain), text_cell(choice.party)}}};
    object.push_back({"choice", table});
}

}  // namespace entente::detail

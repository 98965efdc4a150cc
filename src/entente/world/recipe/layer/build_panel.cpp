#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "entente/source/aiddata_country_years.hpp"
#include "entente/source/archigos_leaders.hpp"
#include "entente/source/cow_capabilities.hpp"
#include "entente/source/cow_states.hpp"
#include "entente/source/foreign_troops.hpp"
#include "entente/source/state_incomes.hpp"
#include "entente/source/typed_rows.hpp"
#include "entente/source/vdem_polyarchy.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"
#include "entente/world/recipe/layer/panel_tables.hpp"

namespace entente::detail {
namespace {

constexpr int shipped_digits = 4;
const double missing = std::numeric_limits<double>::quiet_NaN();

using StateYear = std::pair<std::string, int>;

/// Also those of years before the panel: membership and size are known since 1945.
LayerTable states_table(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("states");
    CowNumbers numbers(panel.recipe, file);
    std::map<std::string, double> largest;
    for (const CowCapability& row :
         read_cow_capabilities(panel.recipe.file("capabilities"), panel.recipe.problems)) {
        double& population = largest[row.cow_code];
        population = std::max(population, row.population.value_or(0.0) / 1000.0);
    }
    // One state under two numbers, such as the Federal Republic of Germany until 1990.
    std::map<std::string, std::map<int, CowState>> spans;
    std::map<std::string, double> population;
    int last_of_list = 0;
    for (const CowState& row : read_cow_states(file, panel.recipe.problems)) {
        last_of_list = std::max(last_of_list, row.last_year);
        if (row.last_year < panel.first_year) continue;
        const auto code = numbers.code(row.cow_code);
        if (!code) continue;
        spans[*code].emplace(row.first_year, row);
        population[*code] = std::max(population[*code], largest[row.cow_code]);
    }
    LayerRows rows("panel", "states");
    for (const auto& [code, state] : spans) {
        for (const auto& [first, span] : state) {
            const double last = span.last_year == last_of_list ? missing : span.last_year;
            rows.add(code, std::stoi(span.cow_code), first, last,
                     significant(population[code], shipped_digits));
        }
    }
    return rows.sorted();
}

LayerTable democracy_table(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("democracy");
    CowNumbers numbers(panel.recipe, file);
    LayerRows rows("panel", "democracy");
    for (const VdemPolyarchy& row : read_vdem_polyarchy(file, panel.recipe.problems)) {
        if (!row.polyarchy || !panel.covers(row.year)) continue;
        if (const auto code = numbers.code(row.cow_code)) rows.add(*code, row.year, *row.polyarchy);
    }
    return rows.sorted();
}

LayerTable economies_table(const PanelRecipe& panel) {
    struct Values {
        double income = missing, capability = missing;
    };
    std::map<StateYear, Values> values;
    const auto incomes = panel.recipe.file("incomes");
    CowNumbers numbers(panel.recipe, incomes);
    for (const StateIncome& row : read_state_incomes(incomes, panel.recipe.problems)) {
        if (!row.gdp_per_head || !panel.covers(row.year)) continue;
        const auto code = numbers.code(row.cow_code);
        if (code) values[{*code, row.year}].income = significant(*row.gdp_per_head, shipped_digits);
    }
    for (const CowCapability& row :
         read_cow_capabilities(panel.recipe.file("capabilities"), panel.recipe.problems)) {
        if (row.capability.value_or(0.0) <= 0.0 || !panel.covers(row.year)) continue;
        const auto code = numbers.code(row.cow_code);
        if (!code) continue;
        values[{*code, row.year}].capability =
            significant(std::log(*row.capability), shipped_digits);
    }
    LayerRows rows("panel", "economies");
    for (const auto& [key, row] : values) {
        rows.add(key.first, key.second, row.income, row.capability);
    }
    return rows.sorted();
}

LayerTable leaders_table(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("leaders");
    GwNumbers numbers(panel.recipe, file);
    std::set<StateYear> entries;
    for (const ArchigosLeader& row : read_archigos_leaders(file, panel.recipe.problems)) {
        if (row.entry != "Irregular" || row.start_date.size() < 4) continue;
        const int year = std::stoi(row.start_date.substr(0, 4));
        if (!panel.covers(year)) continue;
        if (const auto code = numbers.code(row.gw_code)) entries.emplace(*code, year);
    }
    LayerRows rows("panel", "irregular_leaders");
    for (const auto& [code, year] : entries) rows.add(code, year);
    return rows.sorted();
}

/// Only whether troops of a rival reach a threshold: figures are not kept.
LayerTable rival_troops_table(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("foreign_troops");
    CowNumbers numbers(panel.recipe, file);
    const double threshold = panel.recipe.table.number("rival_troops");
    std::set<std::tuple<std::string, int, std::string>> present;
    for (const ForeignTroops& row : read_foreign_troops(file, panel.recipe.problems)) {
        const bool russian = row.russian.value_or(0.0) >= threshold;
        const bool chinese = row.chinese.value_or(0.0) >= threshold;
        if (!russian && !chinese) continue;
        const auto code = numbers.code(row.cow_code);
        if (!code) continue;
        if (russian) present.emplace(*code, row.year, "RUS");
        if (chinese) present.emplace(*code, row.year, "CHN");
    }
    LayerRows rows("panel", "rival_troops");
    for (const auto& [code, year, power] : present) rows.add(code, year, power);
    return rows.sorted();
}

LayerTable finance_table(const PanelRecipe& panel) {
    constexpr double usd_per_million = 1e6;
    const auto file = panel.recipe.file("china_finance");
    CowNumbers numbers(panel.recipe, file);
    LayerRows rows("panel", "china_finance");
    for (const AidDataYear& row : read_aiddata_country_years(file, panel.recipe.problems)) {
        const double amount = (row.aid + row.other + row.vague) / usd_per_million;
        const auto code = numbers.code(row.cow_code);
        if (code) rows.add(*code, row.year, significant(amount, shipped_digits));
    }
    return rows.sorted();
}

LayerTable periods_table(const PanelRecipe& panel) {
    const RecipeTable periods = panel.recipe.table.table("last_year_of");
    LayerRows rows("panel", "periods");
    for (const std::string& table : periods.keys()) rows.add(table, periods.number(table));
    return rows.sorted();
}

struct Artefact {
    std::string iso3, rule, reason, source;
    int year = 0;
};

LayerTable artefacts_table(const PanelRecipe& panel) {
    static constexpr std::array<RowField<Artefact>, 5> fields{{
        {"iso3", &Artefact::iso3},
        {"year", &Artefact::year},
        {"rule", &Artefact::rule},
        {"reason", &Artefact::reason},
        {"source", &Artefact::source},
    }};
    LayerRows rows("panel", "artefacts");
    for (const Artefact& row :
         read_rows(panel.recipe.list("artefacts"), fields, panel.recipe.problems)) {
        rows.add(row.iso3, row.year, row.rule, row.reason, row.source);
    }
    return rows.sorted();
}

LayerTable named_cases_table(const PanelRecipe& panel) {
    static constexpr std::array<RowField<Artefact>, 4> fields{{
        {"iso3", &Artefact::iso3},
        {"year", &Artefact::year},
        {"text", &Artefact::reason},
        {"source", &Artefact::source},
    }};
    LayerRows rows("panel", "named_cases");
    for (const Artefact& row :
         read_rows(panel.recipe.list("named_cases"), fields, panel.recipe.problems)) {
        rows.add(row.iso3, row.year, row.reason, row.source);
    }
    return rows.sorted();
}

}  // namespace

std::vector<LayerTable> build_panel(const LayerRecipe& recipe) {
    const PanelRecipe panel(recipe);
    return {states_table(panel),    panel_obligations(panel),  democracy_table(panel),
            panel_conflicts(panel), panel_rivalries(panel),    economies_table(panel),
            leaders_table(panel),   rival_troops_table(panel), panel_trade_shares(panel),
            finance_table(panel),   periods_table(panel),      panel_pact_totals(panel),
            artefacts_table(panel), named_cases_table(panel)};
}

}  // namespace entente::detail

#include <algorithm>
#include <vector>

#include "entente/source/tss_rivalries.hpp"
#include "entente/source/ucdp_conflicts.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"
#include "entente/world/recipe/layer/panel_tables.hpp"

namespace entente::detail {
namespace {

constexpr std::string_view usa = "2";

/// The numbers of a list separated by commas.
std::vector<std::string> numbers_in(const std::string& list) {
    std::vector<std::string> numbers;
    std::string number;
    for (const char c : list + ",") {
        if (c >= '0' && c <= '9') {
            number += c;
        } else if (!number.empty()) {
            numbers.push_back(std::move(number));
            number.clear();
        }
    }
    return numbers;
}

struct Conflict {
    int intrastate = 0, with_usa = 0;
};

/// A government fights within its own borders, alone or with help from abroad.
bool is_intrastate(const std::string& type) {
    return type == "intrastate" || type == "II";
}

}  // namespace

PanelRecipe::PanelRecipe(const LayerRecipe& layer_recipe)
    : recipe(layer_recipe),
      first_year(static_cast<int>(recipe.table.number("first_year"))),
      last_year(static_cast<int>(recipe.table.number("last_year"))) {}

GwNumbers::GwNumbers(const LayerRecipe& recipe, const std::filesystem::path& file)
    : extra_(recipe.table.text_table("gw_extra")), cow_(recipe, file) {}

std::optional<std::string> GwNumbers::code(const std::string& number) {
    const auto found = extra_.find(number);
    return found != extra_.end() ? std::optional(found->second) : cow_.code(number);
}

LayerTable panel_conflicts(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("conflicts");
    GwNumbers numbers(panel.recipe, file);
    std::map<std::pair<std::string, int>, Conflict> conflicts;
    for (const UcdpConflict& row : read_ucdp_conflicts(file, panel.recipe.problems)) {
        std::vector<std::string> parties;
        for (const std::string* side : {&row.side_a, &row.beside_a, &row.side_b, &row.beside_b}) {
            for (std::string& number : numbers_in(*side)) parties.push_back(std::move(number));
        }
        const bool with_usa = std::ranges::find(parties, usa) != parties.end();
        for (const std::string& number : parties) {
            const auto code = numbers.code(number);
            if (!code || *code == "USA" || !with_usa) continue;
            conflicts[{*code, row.year}].with_usa = 1;
        }
        if (!is_intrastate(row.type)) continue;
        for (const std::string& number : numbers_in(row.side_a)) {
            const auto code = numbers.code(number);
            if (code) conflicts[{*code, row.year}].intrastate = 1;
        }
    }
    LayerRows rows("panel", "conflicts");
    // Years before the panel count for deployments: a war stays near for ten years.
    for (const auto& [key, state] : conflicts) {
        if (key.second <= panel.last_year) {
            rows.add(key.first, key.second, state.intrastate, state.with_usa);
        }
    }
    return rows.sorted();
}

LayerTable panel_rivalries(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("rivalries");
    CowNumbers numbers(panel.recipe, file);
    std::map<std::pair<std::string, int>, int> counts;
    for (const TssRivalry& row : read_tss_rivalries(file, panel.recipe.problems)) {
        if (row.last_year < panel.first_year) continue;
        for (const std::string* number : {&row.one, &row.other}) {
            const auto code = numbers.code(*number);
            if (!code) continue;
            for (int year = std::max(row.first_year, panel.first_year); year <= row.last_year;
                 ++year) {
                ++counts[{*code, year}];
            }
        }
    }
    LayerRows rows("panel", "rivalries");
    for (const auto& [key, count] : counts) rows.add(key.first, key.second, count);
    return rows.sorted();
}

}  // namespace entente::detail

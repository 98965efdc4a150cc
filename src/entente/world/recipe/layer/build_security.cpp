#include <algorithm>
#include <array>
#include <map>

#include "entente/source/atop_obligations.hpp"
#include "entente/source/typed_rows.hpp"
#include "entente/source/us_troops.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_codes.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr std::string_view usa = "2", china = "710", russia = "365", canada = "20";

struct Obligations {
    double defence_usa = 0.0, defence_chn = 0.0, defence_rus = 0.0;
    int tie_chn = 0, tie_rus = 0;
    std::string basis = "observed";
};

/// [state, year]
using Yearly = std::map<std::pair<std::string, int>, Obligations>;

struct Addition {
    std::string iso3, power, valid_from, treaty, url;
};

/// Treaties of the United States with American states other than Canada rest on the Rio Treaty;
/// numbers of American states lie below 200.
double usa_defence(const std::string& number, double rio_weight) {
    constexpr int first_outside_america = 200;
    const bool is_american = std::stoi(number) < first_outside_america;
    return is_american && number != canada ? rio_weight : 1.0;
}

/// Obligations count whoever owes them to whom.
void add_obligation(const AtopObligation& row, std::string_view power, const std::string& number,
                    double rio_weight, Obligations& state) {
    const bool is_tie = row.defence + row.neutrality + row.consultation > 0;
    if (power == usa && row.defence > 0) {
        state.defence_usa = std::max(state.defence_usa, usa_defence(number, rio_weight));
    } else if (power == china) {
        if (row.defence > 0) state.defence_chn = 1.0;
        if (is_tie) state.tie_chn = 1;
    } else if (power == russia) {
        if (row.defence > 0) state.defence_rus = 1.0;
        if (is_tie) state.tie_rus = 1;
    }
}

bool is_any(const Obligations& state) {
    return state.defence_usa > 0.0 || state.tie_chn > 0 || state.tie_rus > 0;
}

Yearly read_observed(const LayerRecipe& recipe, int first_year) {
    Yearly yearly;
    const auto file = recipe.file("atop");
    CowNumbers numbers(recipe, file);
    const double rio_weight = recipe.table.number("rio_weight");
    for (const AtopObligation& row : read_atop_obligations(file, recipe.problems)) {
        if (row.year < first_year) continue;
        for (const std::string_view power : {usa, china, russia}) {
            for (const auto& [one, other] :
                 {std::pair{&row.state, &row.partner}, std::pair{&row.partner, &row.state}}) {
                if (*one != power) continue;
                const auto code = numbers.code(*other);
                if (code) {
                    add_obligation(row, power, *other, rio_weight, yearly[{*code, row.year}]);
                }
            }
        }
    }
    return yearly;
}

std::vector<Addition> read_additions(const LayerRecipe& recipe) {
    static constexpr std::array<RowField<Addition>, 5> fields{{
        {"iso3", &Addition::iso3},
        {"power", &Addition::power},
        {"valid_from", &Addition::valid_from},
        {"treaty", &Addition::treaty},
        {"url", &Addition::url},
    }};
    return read_rows(recipe.list("additions"), fields, recipe.problems);
}

/// Years after the last observed one repeat it, with the additions in force by their end.
void carry_on(int last_observed, int last_year, const std::vector<Addition>& additions,
              Yearly& yearly) {
    const Yearly observed = yearly;
    for (int year = last_observed + 1; year <= last_year; ++year) {
        for (const auto& [key, state] : observed) {
            if (key.second != last_observed) continue;
            Obligations carried = state;
            carried.basis = "carried";
            yearly[{key.first, year}] = carried;
        }
        for (const Addition& addition : additions) {
            if (addition.valid_from.substr(0, 4) > std::to_string(year)) continue;
            Obligations& state = yearly[{addition.iso3, year}];
            state.basis = "added";
            if (addition.power == "USA") state.defence_usa = 1.0;
            if (addition.power == "CHN") state.defence_chn = state.tie_chn = 1;
            if (addition.power == "RUS") state.defence_rus = state.tie_rus = 1;
        }
    }
}

/// Some states have a second row of zeros under another spelling: the larger one counts.
LayerTable troops_table(const LayerRecipe& recipe, int first_year) {
    std::map<std::pair<std::string, int>, double> troops;
    for (const UsTroops& row : read_us_troops(recipe.file("troops"), recipe.problems)) {
        if (row.iso3.empty() || row.iso3 == "NA" || row.year < first_year) continue;
        if (row.iso3 == "USA") continue;
        double& persons = troops[{row.iso3, row.year}];
        persons = std::max(persons, row.active_duty.value_or(0.0));
    }
    LayerRows rows("security", "troops");
    for (const auto& [key, persons] : troops) {
        if (persons > 0.0) rows.add(key.first, key.second, persons);
    }
    return rows.sorted();
}

}  // namespace

std::vector<LayerTable> build_security(const LayerRecipe& recipe) {
    const int first_year = static_cast<int>(recipe.table.number("first_year"));
    const int last_observed = static_cast<int>(recipe.table.number("last_observed_year"));
    const int last_year = static_cast<int>(recipe.table.number("last_year"));
    Yearly yearly = read_observed(recipe, first_year);
    const std::vector<Addition> additions = read_additions(recipe);
    carry_on(last_observed, last_year, additions, yearly);
    LayerRows obligations("security", "obligations");
    for (const auto& [key, state] : yearly) {
        if (!is_any(state)) continue;
        obligations.add(key.first, key.second, state.defence_usa, state.defence_chn,
                        state.defence_rus, state.tie_chn, state.tie_rus, state.basis);
    }
    LayerRows listed("security", "additions");
    for (const Addition& row : additions) {
        listed.add(row.iso3, row.power, row.valid_from, row.treaty, row.url);
    }
    return {obligations.sorted(), listed.sorted(), troops_table(recipe, first_year)};
}

}  // namespace entente::detail

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "entente/source/atop_obligations.hpp"
#include "entente/source/typed_rows.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"
#include "entente/world/recipe/layer/panel_tables.hpp"

namespace entente::detail {
namespace {

struct Power {
    std::string_view number;
    std::string_view iso3;
};
constexpr std::array<Power, 3> powers{{{"2", "USA"}, {"365", "RUS"}, {"710", "CHN"}}};

struct Kinds {
    int defence = 0, neutrality = 0, consultation = 0, non_aggression = 0;
    std::string basis = "observed";

    void add(const AtopObligation& row) {
        defence = std::max(defence, row.defence);
        neutrality = std::max(neutrality, row.neutrality);
        consultation = std::max(consultation, row.consultation);
        non_aggression = std::max(non_aggression, row.non_aggression);
    }
};

/// [state, year, power]
using ByPower = std::map<std::tuple<std::string, int, std::string>, Kinds>;

struct Accession {
    std::string iso3, power, valid_from;
};

/// Obligations count whoever owes them to whom.
ByPower read_observed(const PanelRecipe& panel) {
    const auto file = panel.recipe.file("atop");
    CowNumbers numbers(panel.recipe, file);
    ByPower kinds;
    for (const AtopObligation& row : read_atop_obligations(file, panel.recipe.problems)) {
        if (!panel.covers(row.year)) continue;
        for (const Power& power : powers) {
            for (const auto& [one, other] :
                 {std::pair{&row.state, &row.partner}, std::pair{&row.partner, &row.state}}) {
                if (*one != power.number) continue;
                const auto code = numbers.code(*other);
                if (code) kinds[{*code, row.year, std::string(power.iso3)}].add(row);
            }
        }
    }
    return kinds;
}

void carry_on(const PanelRecipe& panel, ByPower& kinds) {
    static constexpr std::array<RowField<Accession>, 3> fields{{
        {"iso3", &Accession::iso3},
        {"power", &Accession::power},
        {"valid_from", &Accession::valid_from},
    }};
    const auto accessions =
        read_rows(panel.recipe.list("additions"), fields, panel.recipe.problems);
    const int last_observed =
        static_cast<int>(panel.recipe.table.table("last_year_of").number("obligations"));
    const ByPower observed = kinds;
    for (int year = last_observed + 1; year <= panel.last_year; ++year) {
        for (const auto& [key, state] : observed) {
            if (std::get<1>(key) != last_observed) continue;
            Kinds& carried = kinds[{std::get<0>(key), year, std::get<2>(key)}];
            carried = state;
            carried.basis = "carried";
        }
        for (const Accession& accession : accessions) {
            if (accession.valid_from.substr(0, 4) > std::to_string(year)) continue;
            Kinds& state = kinds[{accession.iso3, year, accession.power}];
            state.defence = 1;
            state.basis = "added";
        }
    }
}

}  // namespace

LayerTable panel_obligations(const PanelRecipe& panel) {
    ByPower kinds = read_observed(panel);
    carry_on(panel, kinds);
    LayerRows rows("panel", "obligations");
    for (const auto& [key, state] : kinds) {
        if (std::get<0>(key) == std::get<2>(key)) continue;
        if (state.defence + state.neutrality + state.consultation + state.non_aggression == 0) {
            continue;
        }
        rows.add(std::get<0>(key), std::get<1>(key), std::get<2>(key), state.defence,
                 state.neutrality, state.consultation, state.non_aggression, state.basis);
    }
    return rows.sorted();
}

LayerTable panel_pact_totals(const PanelRecipe& panel) {
    // Each pair once: the file holds both directions.
    std::set<std::tuple<int, int, int>> pairs;
    int last = 0;
    for (const AtopObligation& row :
         read_atop_obligations(panel.recipe.file("atop"), panel.recipe.problems)) {
        last = std::max(last, row.year);
        const int one = std::stoi(row.state);
        const int other = std::stoi(row.partner);
        if (row.defence > 0 && one < other) pairs.emplace(one, other, row.year);
    }
    struct Sums {
        int pacts = 0, ends = 0, usa_pacts = 0, usa_ends = 0;
    };
    std::map<int, Sums> years;
    for (const auto& [one, other, year] : pairs) {
        const bool ends = !pairs.contains({one, other, year + 1});
        // The United States has the lowest number of all.
        const bool is_usa = one == 2;
        Sums& sums = years[year];
        sums.pacts += 1;
        sums.ends += ends ? 1 : 0;
        sums.usa_pacts += is_usa ? 1 : 0;
        sums.usa_ends += ends && is_usa ? 1 : 0;
    }
    LayerRows rows("panel", "pact_totals");
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [year, sums] : years) {
        // What follows the last year is not known.
        rows.add(year, sums.pacts, year == last ? unknown : sums.ends, sums.usa_pacts,
                 year == last ? unknown : sums.usa_ends);
    }
    return rows.sorted();
}

}  // namespace entente::detail

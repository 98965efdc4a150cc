#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <string_view>

#include "entente/source/un_roll_call_titles.hpp"
#include "entente/source/un_votes_matrix.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"
#include "entente/world/recipe/layer/repeated_resolutions.hpp"

namespace entente::detail {
namespace {

/// Positions of the states in the order of their codes.
std::vector<std::size_t> by_code(const std::vector<std::string>& states) {
    std::vector<std::size_t> order(states.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t k) { return states[k]; });
    return order;
}

int year_of(std::string_view date) {
    int year = 0;
    std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
    return year;
}

/// Titles stay in the publisher's file; the layer has numbers only.
LayerTable repeats_table(const LayerRecipe& recipe, const std::map<int, int>& year_of_number) {
    std::vector<TitledRollCall> titled;
    for (const UnRollCallTitle& row :
         read_un_roll_call_titles(recipe.file("titles"), recipe.problems)) {
        const auto year = year_of_number.find(row.number);
        if (row.is_of_a_part || year == year_of_number.end()) continue;
        titled.push_back({row.number, year->second, row.title});
    }
    LayerRows repeats("votes", "repeats");
    for (const RepeatedRollCall& row : repeated_resolutions(titled)) {
        repeats.add(row.number, row.first);
    }
    return repeats.sorted();
}

}  // namespace

std::vector<LayerTable> build_votes(const LayerRecipe& recipe) {
    const UnVotesMatrix matrix = read_un_votes_matrix(recipe.file("votes"), recipe.problems);
    const std::vector<std::size_t> order = by_code(matrix.states);
    LayerRows states("votes", "states");
    for (const std::size_t k : order) states.add(matrix.states[k]);
    LayerRows roll_calls("votes", "roll_calls");
    // The first row of a number stays: the four later ones carry numbers of roll calls of the
    // 1950s, and nothing tells which number they ought to have.
    std::map<int, int> year_of_number;
    for (const UnVoteRow& row : matrix.rows) {
        if (!year_of_number.emplace(row.number, year_of(row.date)).second) continue;
        std::string choices;
        for (const std::size_t k : order) choices += row.choices[k];
        roll_calls.add(row.number, row.date, row.issues, choices);
    }
    return {states.sorted(), roll_calls.sorted(), repeats_table(recipe, year_of_number)};
}

}  // namespace entente::detail

#include <algorithm>
#include <numeric>
#include <set>

#include "entente/source/un_votes_matrix.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

/// Positions of the states in the order of their codes.
std::vector<std::size_t> by_code(const std::vector<std::string>& states) {
    std::vector<std::size_t> order(states.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t k) { return states[k]; });
    return order;
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
    std::set<int> numbers;
    for (const UnVoteRow& row : matrix.rows) {
        if (!numbers.insert(row.number).second) continue;
        std::string choices;
        for (const std::size_t k : order) choices += row.choices[k];
        roll_calls.add(row.number, row.date, row.issues, choices);
    }
    return {states.sorted(), roll_calls.sorted()};
}

}  // namespace entente::detail

#include <set>

#include "entente/source/ideal_points.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_codes.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {

std::vector<LayerTable> build_ideal_points(const LayerRecipe& recipe) {
    constexpr int shipped_digits = 4;
    const std::filesystem::path file = recipe.file("ideal_points");
    PublisherNames names(recipe, "names", file);
    std::set<std::string> left_out;
    for (const std::string& name : recipe.table.texts("left_out")) left_out.insert(name);
    LayerRows rows("ideal-points", "ideal_points");
    for (const IdealPoint& row : read_ideal_points(file, recipe.problems)) {
        if (left_out.contains(row.name)) continue;
        if (const auto code = names.code(row.name)) {
            rows.add(*code, row.year, significant(row.value, shipped_digits));
        }
    }
    return {rows.sorted()};
}

}  // namespace entente::detail

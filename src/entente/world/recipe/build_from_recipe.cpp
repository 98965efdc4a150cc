
#include "entente/base/error.hpp"
#include "entente/world/recipe.hpp"
#include "entente/world/recipe/builders.hpp"

namespace entente {

World build_from_recipe(const std::filesystem::path& recipe, const std::filesystem::path& raw) {
    Problems problems;
    const auto table = detail::RecipeTable::read(recipe, problems);
    problems.throw_if_any();
    const std::string builder = table->text("recipe");
    if (builder == "cp2015") return World(detail::build_cp2015(*table, raw, problems));
    if (builder == "world-2023") {
        return World(detail::build_world_2023(*table, recipe.parent_path(), raw, problems));
    }
    if (builder == "history") {
        return World(detail::build_history(*table, recipe.parent_path(), raw, problems));
    }
    table->report(ProblemKind::value_out_of_range, "recipe", builder,
                  "cp2015, history or world-2023");
    problems.throw_if_any();
    throw DataError(problems.found());
}

}  // namespace entente

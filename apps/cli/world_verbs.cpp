#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_world_verbs(Program& program) {
    program.add(study_verb<WorldListOptions>("world list", "The worlds that can be named",
                                             "entente world list"));
    program.add(study_verb<WorldShowOptions>(
        "world show", "What a world holds: axes, groups, parameters, sources, hash",
        "entente world show world-2023"));
    program.add(study_verb<WorldCheckOptions>(
        "world check", "What can be proved of a world's data; exit code 3 if a check fails",
        "entente world check world-2023"));
    program.add(writing_verb<WorldImportOptions>("world import",
                                                 "Make a world file from a folder of tidy tables",
                                                 "entente world import my-data -o my.world"));
    program.add(writing_verb<WorldExportOptions>("world export",
                                                 "Write a world as a folder of tidy tables",
                                                 "entente world export world-2023 -o my-data"));
    program.add(writing_verb<WorldBuildOptions>(
        "world build", "Build a world from publishers' raw files by a recipe",
        "entente world build data/recipes/cp2015.toml --raw raw -o cp2015.world"));
}

}  // namespace entente::cli

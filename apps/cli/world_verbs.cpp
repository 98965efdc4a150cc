#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_world_verbs(Program& program) {
    program.add(study_verb<WorldListOptions>(
        "world list", "The worlds and layers that can be named", "entente world list"));
    program.add(study_verb<WorldShowOptions>(
        "world show", "What a world or layer holds: axes or tables, sources, hash",
        "entente world show world-2023"));
    program.add(study_verb<WorldCheckOptions>(
        "world check", "What can be proved of a world or layer; exit code 3 if a check fails",
        "entente world check world-2023"));
    program.add(writing_verb<WorldImportOptions>("world import",
                                                 "Make a file from the tables of a world or layer",
                                                 "entente world import my-data -o my.world"));
    program.add(writing_verb<WorldExportOptions>("world export",
                                                 "Write a world or layer as a folder of tables",
                                                 "entente world export world-2023 -o my-data"));
    program.add(writing_verb<WorldBuildOptions>(
        "world build", "Build a world or layer from publishers' raw files",
        "entente world build data/recipes/cp2015.toml --raw raw -o cp2015.world"));
}

}  // namespace entente::cli

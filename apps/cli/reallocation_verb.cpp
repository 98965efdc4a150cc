#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_reallocation_verb(Program& program) {
    program.add(study_verb<ReallocationOptions>(
        "reallocation", "How fast a country changes its suppliers, and whether the pace is rising",
        "entente reallocation --country USA --source us-trade"));
}

}  // namespace entente::cli

#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_positions_verb(Program& program) {
    program.add(study_verb<PositionTaskOptions>(
        "positions", "Where states stand between the powers, from votes in the General Assembly",
        "entente positions --country FRA,TUR,IND --year 2023"));
}

}  // namespace entente::cli

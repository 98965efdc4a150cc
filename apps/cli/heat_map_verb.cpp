#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_heat_map_verb(Program& program) {
    program.add(study_verb<HeatMapOptions>(
        "heatmap", "What every economy would lose if cut off from either of two powers",
        "entente heatmap --sort exposure_china -o heatmap.html"));
}

}  // namespace entente::cli

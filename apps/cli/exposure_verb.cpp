#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_exposure_verb(Program& program) {
    program.add(study_verb<ExposureOptions>(
        "exposure", "What each economy loses when its trade with one power stops, and the reverse",
        "entente exposure --to CHN --scope imports --countries DEU,FRA,JPN"));
}

}  // namespace entente::cli

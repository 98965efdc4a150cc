#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_scenario_verbs(Program& program) {
    program.add(study_verb<SolveTaskOptions>(
        "solve", "What a scenario does to every country, in general equilibrium",
        "entente solve scenarios/nafta-1993-2005.toml --deficits fixed"));
    program.add(study_verb<ValidateOptions>(
        "validate", "Check a scenario file against its world without solving it",
        "entente validate scenarios/nafta-1993-2005.toml"));
    program.add(study_verb<ScenarioShowOptions>(
        "scenario show", "What a scenario says, one sentence a measure, or as one short line",
        "entente scenario show scenarios/us-china-cut-off.toml --compact"));
    program.add(study_verb<VerifyOptions>(
        "verify",
        "Replay published results: ours, theirs, the difference; exit code 1 if one differs",
        "entente verify --format csv"));
}

}  // namespace entente::cli

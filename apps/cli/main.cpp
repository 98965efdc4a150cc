// The command line of entente: parse, call the study, render with report.

#include "program.hpp"
#include "terminal.hpp"
#include "verbs.hpp"

int main(int argc, char** argv) {
    using namespace entente::cli;

    Program program;
    add_heat_map_verb(program);
    add_exposure_verb(program);
    add_explain_verb(program);
    add_profile_verb(program);
    add_positions_verb(program);
    add_hedging_verbs(program);
    add_scenario_verbs(program);
    add_ensemble_verbs(program);
    add_risk_verbs(program);
    add_reallocation_verb(program);
    add_world_verbs(program);
    add_cite_verb(program);
    add_doctor_verb(program);
    add_completion_verb(program);

    install_signal_handlers();
    return program.run({argv, argv + argc});
}

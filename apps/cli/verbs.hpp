#pragma once

// One function a verb or family of verbs, each in a file of its own.

#include "program.hpp"

namespace entente::cli {

void add_heat_map_verb(Program& program);
void add_exposure_verb(Program& program);
void add_explain_verb(Program& program);
void add_profile_verb(Program& program);
void add_positions_verb(Program& program);
void add_hedging_verbs(Program& program);
void add_scenario_verbs(Program& program);
void add_ensemble_verbs(Program& program);
void add_risk_verbs(Program& program);
void add_reallocation_verb(Program& program);
void add_world_verbs(Program& program);
void add_cite_verb(Program& program);
void add_doctor_verb(Program& program);
void add_completion_verb(Program& program);

}  // namespace entente::cli

#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_risk_verbs(Program& program) {
    program.add(study_verb<RiskLandscapeOptions>(
        "risk landscape", "Camps of states, and what changing camp would cost each",
        "entente risk landscape --actors 20 --year 2023"));
    program.add(study_verb<RiskTippingOptions>(
        "risk tipping", "Where a camp gives way, in two small models with your parameters",
        "entente risk tipping --coupling 2 --penalty 1.5"));
    program.add(study_verb<RiskEarlyWarningOptions>(
        "risk early-warning", "Whether a state's votes slow down as if before a turn",
        "entente risk early-warning --country FRA"));
    program.add(study_verb<RiskNetworkOptions>(
        "risk network", "Whether a network of alliances holds, and the trade that holds it",
        "entente risk network --advantage 2"));
}

}  // namespace entente::cli

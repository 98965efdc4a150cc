#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_risk_verbs(Program& program) {
    program.add(study_verb<RiskTaskOptions>(
        "risk", "The chance of partial reversal, and how good such forecasts were",
        "entente risk --countries PHL,POL,IDN"));
    program.add(study_verb<RiskEventsOptions>(
        "risk events", "Past turns away from the United States, with the rule that caught each",
        "entente risk events --country FRA"));
    program.add(study_verb<RiskCoverageOptions>(
        "risk coverage", "How much of each variable behind the risk is known, by period",
        "entente risk coverage"));
    program.add(study_verb<RiskBaseRatesOptions>(
        "risk base-rates", "How often such turns and ends of treaties came, with intervals",
        "entente risk base-rates"));
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

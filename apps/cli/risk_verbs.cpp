#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_risk_verbs(Program& program) {
    program.add(study_verb<RiskEventsOptions>(
        "risk events", "Past turns away from the United States, with the rule that caught each",
        "entente risk events --country FRA"));
    program.add(study_verb<RiskCoverageOptions>(
        "risk coverage", "How much of each variable behind realignment risk is known, by period",
        "entente risk coverage"));
    program.add(study_verb<RiskBaseRatesOptions>(
        "risk base-rates", "How often such turns and ends of treaties came, with intervals",
        "entente risk base-rates"));
}

}  // namespace entente::cli

#include "entente/scenario/policy_under.hpp"

namespace entente {

Scenario policy_under(Scenario scenario, const PolicyRegime* regime) {
    if (regime == nullptr) return scenario;
    scenario.measures.insert(scenario.measures.end(), regime->measures.begin(),
                             regime->measures.end());
    const bool has_answer = scenario.retaliation.rule != RetaliationRule::none;
    if (!has_answer && regime->retaliation.rule != RetaliationRule::none) {
        scenario.retaliation = regime->retaliation;
    }
    return scenario;
}

}  // namespace entente

#include "entente/scenario/policy_under.hpp"

namespace entente {

Scenario policy_under(Scenario scenario, const PolicyRegime* regime) {
    if (regime == nullptr) return scenario;
    scenario.measures.insert(scenario.measures.end(), regime->measures.begin(),
                             regime->measures.end());
    if (scenario.retaliation.rule == RetaliationRule::none) {
        scenario.retaliation = regime->retaliation;
    }
    return scenario;
}

}  // namespace entente

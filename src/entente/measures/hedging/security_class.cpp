#include "entente/measures/hedging/security_class.hpp"

#include <algorithm>

namespace entente {
namespace {

double anchor_tie(const SecurityEvidence& evidence) {
    constexpr double rio_weight = 0.25;
    constexpr double presence_weight = 0.5;
    const double presence =
        evidence.troops.value_or(0.0) > troops_of_presence ? presence_weight : 0.0;
    switch (evidence.obligation) {
        case DefenceObligation::treaty:
            return 1.0;
        case DefenceObligation::rio:
            return std::max(rio_weight, presence);
        case DefenceObligation::none:
            break;
    }
    return presence;
}

double rival_tie(const SecurityEvidence& evidence, double shrinkage) {
    constexpr double small_deliveries = 50.0;
    const double toward = std::max(0.0, evidence.dealings.toward_rival);
    double tie = toward > 0.0 ? toward / (shrinkage + evidence.dealings.mass) : 0.0;
    if (evidence.arms) {
        tie =
            std::max(tie, evidence.arms->from_rival / (evidence.arms->from_all + small_deliveries));
    }
    return tie;
}

}  // namespace

SecurityAmbiguity security_ambiguity(const SecurityEvidence& evidence, double shrinkage) {
    SecurityAmbiguity result{.tie = {anchor_tie(evidence), rival_tie(evidence, shrinkage)}};
    const bool is_ally = evidence.obligation == DefenceObligation::treaty;
    const bool has_dealings = result.tie[rival_pole] > 0.0;
    const bool has_anchor = result.tie[anchor_pole] > 0.0;
    if (is_ally) {
        result.klass =
            has_dealings ? SecurityClass::ally_with_dealings : SecurityClass::ally_without_dealings;
    } else if (has_anchor && has_dealings) {
        result.klass = SecurityClass::partner_of_both;
    }
    if (has_anchor && has_dealings) {
        result.number = 100.0 * std::min(result.tie[anchor_pole], result.tie[rival_pole]);
    }
    return result;
}

SignalBalance security_dealings(std::span<const SecurityAct> acts, double as_of,
                                const SignalWeighing& options) {
    SignalBalance balance;
    for (const SecurityAct& act : acts) {
        if (act.is_from_article) continue;
        const double weight = act.magnitude * signal_decay(act.date, as_of, options);
        balance.mass += weight;
        if (act.is_toward_rival) balance.toward_rival += weight * act.direction;
    }
    return balance;
}

TieKept tie_kept(DefenceObligation obligation, std::optional<double> anchor_change) {
    if (obligation != DefenceObligation::treaty) return TieKept::no_obligation;
    if (!anchor_change) return TieKept::unknown;
    return *anchor_change >= 0.0 ? TieKept::kept : TieKept::weakened;
}

}  // namespace entente

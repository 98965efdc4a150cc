#include "entente/measures/hedging/evidence.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"

namespace entente {
namespace {

void check_case(const HedgingCase& one, const PerPole<std::vector<double>>& kappa_panel) {
    if (one.trade_changes.size() > most_trade_changes) {
        throw ShapeError(fmt::format("{} has {} changes of trade; at most {} are averaged.",
                                     one.code, one.trade_changes.size(), most_trade_changes));
    }
    if (one.kappa && (kappa_panel[anchor_pole].empty() || kappa_panel[rival_pole].empty())) {
        throw ShapeError(fmt::format(
            "{} has vote agreements, yet there is no panel to rank them in.", one.code));
    }
}

}  // namespace

void check(const HedgingEvidence& evidence) {
    for (const HedgingCase& one : evidence.cases) check_case(one, evidence.kappa_panel);
    for (const HedgingCase& one : evidence.reference_panel) check_case(one, evidence.kappa_panel);
}

}  // namespace entente

#include "entente/measures/hedging/act_effects.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"

namespace entente {
namespace {

bool is_of_bloc(const HedgingLedger& ledger, const SignalRow& row, const std::string& code) {
    if (row.channel != Channel::trade) return false;
    return std::ranges::any_of(ledger.blocs, [&](const SignalBloc& bloc) {
        return bloc.code == row.actor &&
               std::ranges::find(bloc.members, code) != bloc.members.end();
    });
}

}  // namespace

std::vector<ActEffect> act_effects(const HedgingEvidence& evidence, std::size_t position,
                                   const HedgingParameters& parameters) {
    if (position >= evidence.cases.size()) {
        throw ShapeError(
            fmt::format("Case {} of {} does not exist.", position, evidence.cases.size()));
    }
    check(parameters);
    const HedgingCase& one = evidence.cases[position];
    const HedgingLedger& ledger = evidence.ledger;
    // The signals of one case rest on the whole ledger, and on no other case.
    const HedgingEvidence alone{
        .cases = {one}, .reference_panel = {}, .kappa_panel = {}, .ledger = ledger};
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    const auto index_with = [&](const std::vector<double>& magnitude) {
        const auto signals = signal_scores(alone, magnitude, parameters.signals);
        return score_case(one, panel, signals.front(), parameters);
    };
    std::vector<double> magnitude = stated_magnitudes(ledger);
    const HedgingScore all = index_with(magnitude);
    std::vector<ActEffect> effects;
    if (all.is_empty() || !one.signals_as_of) return effects;
    for (std::size_t k = 0; k < ledger.rows.size(); ++k) {
        const SignalRow& row = ledger.rows[k];
        const bool is_known = row.actor == one.code || is_of_bloc(ledger, row, one.code);
        const double decay = signal_decay(row.date, *one.signals_as_of, parameters.signals);
        if (!is_known || magnitude[k] * decay == 0.0) continue;
        const double stated = magnitude[k];
        magnitude[k] = 0.0;
        effects.push_back(
            {.row = k, .index = all.index, .index_without = index_with(magnitude).index});
        magnitude[k] = stated;
    }
    return effects;
}

}  // namespace entente

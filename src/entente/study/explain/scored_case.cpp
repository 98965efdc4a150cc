#include "entente/study/explain/scored_case.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::detail {

std::optional<ScoredCase> scored_case(const ExplainData& data, const HeatMapRow& row,
                                      Explanation& explanation) {
    const HedgingColumn& column = data.hedging();
    const auto position = column.find(row.code);
    if (!column.legend() || !position || !column.summaries()[*position]) {
        explanation.notes.push_back(
            fmt::format("{} has no score of hedging activity: {}.", row.code, row.hedging.missing));
        return std::nullopt;
    }
    explanation.layers = column.legend()->layers;
    return ScoredCase{.position = *position,
                      .evidence = column.evidence().cases[*position],
                      .score = column.scores()[*position],
                      .summary = *column.summaries()[*position],
                      .parameters = column.parameters()};
}

std::vector<WeighedAct> weighed_acts(const HedgingColumn& column, const HedgingCase& evidence,
                                     std::size_t channel) {
    std::vector<WeighedAct> acts;
    const auto& signals = column.layers().signals;
    if (!signals || !evidence.signals_as_of) return acts;
    const HedgingLedger& ledger = column.evidence().ledger;
    const SignalWeighing& weighing = column.parameters().signals;
    const std::vector<double> magnitude = stated_magnitudes(ledger);
    const auto is_member = [&](const std::string& actor) {
        return std::ranges::any_of(ledger.blocs, [&](const SignalBloc& bloc) {
            return bloc.code == actor &&
                   std::ranges::find(bloc.members, evidence.code) != bloc.members.end();
        });
    };
    for (std::size_t k = 0; k < ledger.rows.size(); ++k) {
        const SignalRow& row = ledger.rows[k];
        if (position(row.channel) != channel) continue;
        const bool is_own = row.actor == evidence.code;
        const bool is_of_bloc = !is_own && row.channel == Channel::trade && is_member(row.actor);
        if (!is_own && !is_of_bloc) continue;
        const double weight = magnitude[k] *
                              signal_decay(row.date, *evidence.signals_as_of, weighing) *
                              (is_of_bloc ? weighing.bloc_weight : 1.0);
        if (weight == 0.0) continue;
        acts.push_back({.signal = &signals->signals[row.ledger_row],
                        .weight = weight,
                        .toward_rival = row.is_toward_rival ? row.direction : 0.0,
                        .is_of_bloc = is_of_bloc});
    }
    std::ranges::stable_sort(acts, std::ranges::greater{},
                             [](const WeighedAct& act) { return act.signal->date; });
    return acts;
}

std::string act_title(const Signal& signal) {
    return fmt::format("{} {} {} {}", signal.date, signal.actor,
                       signal.direction > 0 ? "toward" : "away from", signal.counterpart);
}

}  // namespace entente::detail

#include "entente/measures/hedging/draw_plan.hpp"

#include <algorithm>

#include "entente/numerics/normal.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente::detail {
namespace {

constexpr std::size_t trade = position(Channel::trade);
constexpr std::size_t technology = position(Channel::technology);
constexpr std::size_t finance = position(Channel::finance);
constexpr std::size_t diplomacy = position(Channel::diplomacy);

bool contains(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

PanelPlan::PanelPlan(const HedgingEvidence& evidence, const SortedKappaPanel& kappa_panel) {
    constexpr PerChannel<double> neutral{0.5, 0.5, 0.5, 0.5};
    for (const HedgingCase& one : evidence.reference_panel) {
        const HedgingScore any = score_case(one, kappa_panel, neutral, {});
        if (any.is_empty()) continue;
        Entry entry{.finance = one.finance, .votes = any.channels[diplomacy].level};
        for (std::size_t k = 0; k < num_channels; ++k) {
            entry.is_present[k] = any.channels[k].is_present;
            entry.movement[k] = any.channels[k].movement;
        }
        const std::array readings{&one.trade, &one.technology};
        for (std::size_t k = 0; k < readings.size(); ++k) {
            if (!*readings[k]) continue;
            for (std::size_t g = 0; g < 2; ++g) {
                entry.phi_raw[k][g] = normal_cdf((**readings[k])[g].raw.z);
                entry.phi_residual[k][g] = normal_cdf((**readings[k])[g].residual.z);
            }
        }
        entries_.push_back(entry);
    }
}

double PanelPlan::score(const Entry& entry, const HedgingParameters& parameters) const {
    const double alpha = parameters.residual_share;
    PerPole<double> trade_ties{};
    PerChannel<double> level{};
    for (const std::size_t k : {trade, technology}) {
        PerPole<double> ties{};
        for (std::size_t g = 0; g < ties.size(); ++g) {
            ties[g] = alpha * entry.phi_residual[k][g] + (1.0 - alpha) * entry.phi_raw[k][g];
        }
        if (k == trade) trade_ties = ties;
        level[k] = std::min(ties[anchor_pole], ties[rival_pole]);
    }
    level[finance] = std::min(entry.finance[anchor_pole].value_or(trade_ties[anchor_pole]),
                              entry.finance[rival_pole].value_or(trade_ties[rival_pole]));
    level[diplomacy] = entry.votes;

    const double lambda = parameters.activity_share;
    const double sigma = parameters.signal_share;
    double present = 0.0;
    double sum = 0.0;
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (!entry.is_present[k]) continue;
        const double active = (1.0 - sigma) * entry.movement[k] + sigma * 0.5;
        present += parameters.weights[k];
        sum += parameters.weights[k] * ((1.0 - lambda) * level[k] + lambda * active);
    }
    return 100.0 * sum / present;
}

HedgingCuts PanelPlan::cuts(const HedgingParameters& parameters,
                            std::vector<double>& scores) const {
    scores.clear();
    for (const Entry& entry : entries_) scores.push_back(score(entry, parameters));
    std::sort(scores.begin(), scores.end());
    return sorted_label_cuts(scores);
}

LedgerPlan::LedgerPlan(const HedgingEvidence& evidence) : ledger_(&evidence.ledger) {
    for (const SignalRow& row : ledger_->rows) {
        is_pooled_.push_back(contains(ledger_->poles, row.actor) ? 0 : 1);
    }
    for (std::size_t i = 0; i < evidence.cases.size(); ++i) {
        const HedgingCase& one = evidence.cases[i];
        if (!one.signals_as_of) continue;
        std::vector<std::string> blocs;
        for (const SignalBloc& bloc : ledger_->blocs) {
            if (contains(bloc.members, one.code)) blocs.push_back(bloc.code);
        }
        CaseRows rows{.position = i, .entries = {}};
        for (std::size_t k = 0; k < ledger_->rows.size(); ++k) {
            const SignalRow& row = ledger_->rows[k];
            const bool is_own = row.actor == one.code;
            if (is_own || (row.channel == Channel::trade && contains(blocs, row.actor))) {
                rows.entries.push_back({k, !is_own});
            }
        }
        auto at = std::find_if(dates_.begin(), dates_.end(),
                               [&](const AsOf& as_of) { return as_of.date == *one.signals_as_of; });
        if (at == dates_.end()) at = dates_.insert(at, {*one.signals_as_of, {}});
        at->cases.push_back(std::move(rows));
    }
}

void LedgerPlan::scores(std::span<const double> magnitude, const SignalWeighing& options,
                        std::span<PerChannel<double>> out) const {
    std::fill(out.begin(), out.end(), PerChannel<double>{0.5, 0.5, 0.5, 0.5});
    std::vector<double> weight(magnitude.size());
    for (const AsOf& as_of : dates_) {
        PerChannel<SignalBalance> pool{};
        for (std::size_t k = 0; k < weight.size(); ++k) {
            const SignalRow& row = ledger_->rows[k];
            weight[k] = magnitude[k] == 0.0
                            ? 0.0
                            : magnitude[k] * signal_decay(row.date, as_of.date, options);
            if (is_pooled_[k] != 0) pool[position(row.channel)].add(row, weight[k]);
        }
        for (const CaseRows& one : as_of.cases) {
            PerChannel<SignalBalance> balances{};
            for (const Entry& entry : one.entries) {
                const SignalRow& row = ledger_->rows[entry.row];
                balances[position(row.channel)].add(
                    row,
                    entry.is_bloc ? options.bloc_weight * weight[entry.row] : weight[entry.row]);
            }
            for (std::size_t k = 0; k < num_channels; ++k) {
                out[one.position][k] = signal_score(balances[k], pool[k].mean(), options);
            }
        }
    }
}

}  // namespace entente::detail

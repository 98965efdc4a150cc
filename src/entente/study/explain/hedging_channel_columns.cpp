// What one channel adds to hedging activity, down to ties, changes and dated acts.

#include <fmt/format.h>

#include "entente/measures/hedging/contributions.hpp"
#include "entente/numerics/normal.hpp"
#include "entente/study/explain/channel_cells.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "hedging.md";

/// A channel of a case and the steps that take it apart.
class ChannelSteps {
  public:
    ChannelSteps(const ExplainData& data, const ScoredCase& one, std::size_t channel,
                 Explanation& explanation)
        : data_(data),
          one_(one),
          k_(channel),
          channel_(one.score.channels[channel]),
          explanation_(explanation) {}

    void add() {
        add_parts();
        add_products();
        add_level();
        add_movement();
        add_signals();
    }

  private:
    void add_parts() {
        const auto parts = contributions(one_.score, one_.parameters)[k_];
        ExplanationStep step{.name = explanation_.column,
                             .formula = "level + movement + signals [eq:contribution-parts]",
                             .page = page,
                             .rule = PartRule::sum,
                             .value = number_of(explanation_),
                             .unit = "points"};
        for (std::size_t p = 0; p < num_contribution_parts; ++p) {
            step.parts.push_back(
                {fmt::format("{} points", contribution_part_names[p]), parts[p], "points", {}});
        }
        explanation_.steps.push_back(std::move(step));
    }

    void add_products() {
        const auto parts = contributions(one_.score, one_.parameters)[k_];
        const double lambda = one_.parameters.activity_share;
        const double sigma = one_.parameters.signal_share;
        const auto add = [&](std::size_t p, std::vector<ExplanationPart> factors) {
            factors.insert(factors.begin(),
                           {{"points", 100.0, {}, {}},
                            {"weight w", channel_.weight, {}, "over the channels present"}});
            explanation_.steps.push_back(
                {.name = fmt::format("{} points", contribution_part_names[p]),
                 .formula = "product [eq:contribution-parts]",
                 .page = page,
                 .rule = PartRule::product,
                 .parts = std::move(factors),
                 .value = parts[p],
                 .unit = "points"});
        };
        const ExplanationPart active{"lambda", lambda, {}, "share of activity"};
        add(0, {{"1 - lambda", 1.0 - lambda, {}, "share of position"},
                {"h, smaller tie", channel_.level, "0 to 1", {}}});
        add(1, {active,
                {"1 - sigma", 1.0 - sigma, {}, "share of movement"},
                {"m, movement", channel_.movement, "0 to 1",
                 channel_.has_movement ? "" : "not known: .5"}});
        add(2, {active,
                {"sigma", sigma, {}, "share of signals"},
                {"s, signals", channel_.signals, "0 to 1", {}}});
    }

    std::string tie_name(std::size_t pole) const { return "tie with " + data_.words(pole); }

    void add_level() {
        ExplanationStep step{.name = "h, smaller tie",
                             .formula = "h = min(e[U], e[C]) [eq:two-sidedness]",
                             .page = page,
                             .rule = PartRule::smallest,
                             .value = channel_.level};
        for (std::size_t g = 0; g < channel_.tie.size(); ++g) {
            step.parts.push_back({tie_name(g), channel_.tie[g], "0 to 1", one_.evidence.as_of[k_]});
        }
        explanation_.steps.push_back(std::move(step));
        const bool is_trade = k_ == position(Channel::trade);
        const bool is_technology = k_ == position(Channel::technology);
        const auto& readings = is_trade ? one_.evidence.trade : one_.evidence.technology;
        for (std::size_t g = 0; g < channel_.tie.size(); ++g) {
            if ((is_trade || is_technology) && readings) add_trade_tie(g, (*readings)[g]);
        }
        add_level_cells(data_, one_, k_, explanation_);
    }

    void add_trade_tie(std::size_t pole, const IntensityReading& reading) {
        const double alpha = one_.parameters.residual_share;
        explanation_.steps.push_back(
            {.name = tie_name(pole),
             .formula = "e = alpha Phi(z(r)) + (1 - alpha) Phi(z(a)) [eq:trade-tie]",
             .page = page,
             .rule = PartRule::sum,
             .parts = {{"residual r", alpha * normal_cdf(reading.residual.z), "0 to 1",
                        fmt::format("{:.2f} x Phi({:.3f}), against size, distance and kinship",
                                    alpha, reading.residual.z)},
                       {"intensity a", (1.0 - alpha) * normal_cdf(reading.raw.z), "0 to 1",
                        fmt::format("{:.2f} x Phi({:.3f}), against its weight elsewhere",
                                    1.0 - alpha, reading.raw.z)}},
             .value = channel_.tie[pole],
             .note = "z: distance from the median of the fixed panel in robust standard "
                     "deviations [eq:robust-z]."});
    }

    void add_movement() {
        if (!channel_.has_movement) return;
        ExplanationStep step{.name = "m, movement",
                             .page = page,
                             .rule = PartRule::normal,
                             .value = channel_.movement};
        if (k_ == position(Channel::trade)) {
            step.formula = "m = Phi( mean z of changes of a[i,C] / .8 ) [eq:movement-trade]";
            const auto& changes = one_.evidence.trade_changes;
            const double factor = normal_quantile(channel_.movement) / sum_of_changes();
            for (std::size_t v = 0; v < changes.size(); ++v) {
                step.parts.push_back({fmt::format("change {}", v + 1), factor * changes[v].z, "z",
                                      fmt::format("z {:.3f}, vintage {} of {}", changes[v].z, v + 1,
                                                  changes.size())});
            }
        } else if (k_ == position(Channel::diplomacy)) {
            step.formula = "m = Phi( z of the change of kappa with C ) [eq:movement-votes]";
            step.parts.push_back({"change of kappa", one_.evidence.kappa_change->z, "z",
                                  "five years on the five before"});
        } else {
            step.rule = PartRule::sum;
            step.formula = "m = .5 + .5 (e[C] - e[C] in the window before) [eq:movement-finance]";
            step.parts = {
                {"neutral", 0.5, {}, {}},
                {"half of the tie now", 0.5 * channel_.tie[rival_pole], {}, {}},
                {"less half of the tie before", -0.5 * *one_.evidence.finance_before, {}, {}}};
        }
        explanation_.steps.push_back(std::move(step));
    }

    double sum_of_changes() const {
        double sum = 0.0;
        for (const StandardValue& change : one_.evidence.trade_changes) sum += change.z;
        return sum;
    }

    void add_signals() {
        const HedgingColumn& column = data_.hedging();
        const SignalWeighing& weighing = one_.parameters.signals;
        ExplanationStep step{.name = "s, signals",
                             .formula =
                                 "s = Phi( sum (mu delta) (d 1[C] - dbar) / (K + mass) / .2 "
                                 ") [eq:signal-score]",
                             .page = page,
                             .rule = PartRule::normal,
                             .value = channel_.signals};
        const auto acts = weighed_acts(column, one_.evidence, k_);
        if (acts.empty()) {
            step.note = "No acts known: exactly .5, neither toward the rival nor away.";
        } else {
            const HedgingLedger& ledger = column.evidence().ledger;
            const double as_of = *one_.evidence.signals_as_of;
            const auto magnitude = stated_magnitudes(ledger);
            const double mean = mean_balances(ledger, as_of, magnitude, weighing)[k_];
            const double mass =
                signal_balances(ledger, one_.evidence.code, as_of, magnitude, weighing)[k_].mass;
            const double unit = (weighing.shrinkage + mass) * weighing.width;
            for (const WeighedAct& act : acts) {
                step.parts.push_back({act_title(*act.signal),
                                      act.weight * (act.toward_rival - mean) / unit,
                                      {},
                                      fmt::format("weight {:.3f}{}; {} {}", act.weight,
                                                  act.is_of_bloc ? ", act of a bloc" : "",
                                                  act.signal->text, act.signal->url)});
            }
            step.note = fmt::format(
                "mass {:.3f}, K {:.0f}; dbar, the mean balance of all actors, {:.3f} "
                "[eq:signal-mean]. Acts toward others than the rival count with d 1[C] = 0.",
                mass, weighing.shrinkage, mean);
        }
        explanation_.steps.push_back(std::move(step));
    }

    const ExplainData& data_;
    const ScoredCase& one_;
    std::size_t k_;
    const ChannelScore& channel_;
    Explanation& explanation_;
};

void explain_channel(const ExplainData& data, const HeatMapRow& row, std::size_t channel,
                     Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    if (!one->score.channels[channel].is_present) {
        explanation.notes.push_back(fmt::format("{} has no figures of {}: the channel is left out.",
                                                row.code, channel_names[channel]));
        return;
    }
    explanation.interval = fmt::format(
        "At the default choices, without an interval; entente hedging {} has that of every part.",
        row.code);
    ChannelSteps(data, *one, channel, explanation).add();
}

}  // namespace

std::vector<ExplainableColumn> hedging_channel_columns(const PoleKeys&) {
    std::vector<ExplainableColumn> columns;
    for (std::size_t k = 0; k < num_channels; ++k) {
        columns.push_back(
            {.name = fmt::format("hedging_{}", channel_names[k]),
             .other_names = {channel_names[k]},
             .meaning = fmt::format("What {} adds to hedging activity at the default choices.",
                                    channel_names[k]),
             .unit = "points",
             .explain = [k](const auto& data, const auto& row, auto& explanation) {
                 explain_channel(data, row, k, explanation);
             }});
    }
    return columns;
}

}  // namespace entente::detail

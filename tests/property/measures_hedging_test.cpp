#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "entente/measures/hedging/index.hpp"
#include "entente/measures/hedging/trade_intensity.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

constexpr PerChannel<double> neutral{0.5, 0.5, 0.5, 0.5};

double between(double low, double high) {
    return low + (high - low) * (*rc::gen::inRange(0, 1000001)) * 1e-6;
}

/// Evidence of one country with parts missing at random; trade stands always.
HedgingEvidence any_evidence() {
    HedgingEvidence evidence = sample_evidence(5);
    RandomStream stream({.seed = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000))});
    HedgingCase& one = evidence.cases.front();
    one = any_case("QQX", stream);
    if (*rc::gen::inRange(0, 3) == 0) one.kappa.reset();
    if (*rc::gen::inRange(0, 3) == 0) one.technology.reset();
    if (*rc::gen::inRange(0, 3) == 0) one.finance[rival_pole].reset();
    if (*rc::gen::inRange(0, 3) == 0) one.trade_changes.clear();
    if (*rc::gen::inRange(0, 3) == 0) one.kappa_change.reset();
    return evidence;
}

HedgingParameters any_parameters() {
    HedgingParameters parameters;
    double sum = 0.0;
    for (double& w : parameters.weights) sum += w = between(0.01, 1.0);
    for (double& w : parameters.weights) w /= sum;
    parameters.activity_share = between(0.0, 1.0);
    parameters.signal_share = between(0.0, 1.0);
    parameters.residual_share = between(0.0, 1.0);
    return parameters;
}

RC_GTEST_PROP(HedgingProperty, contributions_add_up_and_scores_stay_in_range, ()) {
    const HedgingEvidence evidence = any_evidence();
    const HedgingParameters parameters = any_parameters();

    const HedgingScore score = score_hedging(evidence, parameters).front();

    if (score.is_empty()) {
        RC_ASSERT(std::isnan(score.index));
        return;
    }
    double sum = 0.0;
    double weights = 0.0;
    for (const ChannelScore& channel : score.channels) {
        sum += channel.contribution;
        weights += channel.weight;
        RC_ASSERT(channel.score >= 0.0 && channel.score <= 1.0);
    }
    RC_ASSERT(sum == score.index);
    RC_ASSERT(std::abs(weights - 1.0) < 1e-14);
    RC_ASSERT(score.index >= 0.0 && score.index <= 100.0 + 1e-12);
    RC_ASSERT(score.signals_share >= 0.0 && score.signals_share <= 1.0 + 1e-12);
}

RC_GTEST_PROP(HedgingProperty, two_sidedness_times_intensity_is_the_smaller_tie, ()) {
    const double anchor = between(1e-6, 1.0);
    const double rival = between(1e-6, 1.0);

    // B = 2 min / (e + e'), I = (e + e') / 2 of the literature.
    const double balance = 2.0 * std::min(anchor, rival) / (anchor + rival);
    const double intensity = (anchor + rival) / 2.0;

    RC_ASSERT(std::abs(balance * intensity - std::min(anchor, rival)) <= 1e-15);
}

RC_GTEST_PROP(HedgingProperty, a_stronger_weaker_tie_never_lowers_the_score, ()) {
    HedgingEvidence evidence = any_evidence();
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    const HedgingCase& one = evidence.cases.front();
    CaseNoise up;
    for (double& x : up.trade) x = between(0.0, 1.0);
    for (double& x : up.kappa) x = between(0.0, 0.3);

    const HedgingScore before = score_case(one, panel, neutral, {});
    const HedgingScore after = score_case(one, panel, neutral, {}, up);

    if (before.is_empty()) return;
    RC_ASSERT(after.index >= before.index - 1e-12);
}

RC_GTEST_PROP(HedgingProperty, intensity_does_not_see_the_size_of_the_country, ()) {
    TradeTie tie{.with_power = between(1.0, 50.0)};
    tie.total = tie.with_power + between(1.0, 100.0);
    tie.power_total = tie.with_power + between(1.0, 1000.0);
    tie.world_exports = tie.total + tie.power_total + between(1.0, 5000.0);
    const double factor = between(0.1, 10.0);

    // The country's trade is in the world's exports once, in the power's total with the power only.
    TradeTie scaled{.with_power = factor * tie.with_power,
                    .total = factor * tie.total,
                    .power_total = tie.power_total + (factor - 1.0) * tie.with_power,
                    .world_exports = tie.world_exports + (factor - 1.0) * tie.total};

    RC_ASSERT(std::abs(*raw_intensity(scaled) - *raw_intensity(tie)) < 1e-10);
}

}  // namespace
}  // namespace entente

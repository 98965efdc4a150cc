#pragma once

// What an ensemble varies around a scenario, and how far. docs/theory/ensembles.md gives the
// distributions.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/world/horizon.hpp"

namespace entente {

/// Defined in scenario.hpp.
enum class RetaliationRule;

enum class UncertainInput {
    trade_elasticity,
    data_error,
    compliance,
    retaliation,
    horizon,
    regime
};

enum class ElasticityDistribution { lognormal, uniform };

/// Of theta, with the value of the world as mean and the standard error the world states.
struct ElasticitySpread {
    ElasticityDistribution distribution = ElasticityDistribution::lognormal;
    /// Standard error as a part of theta, above 0 and up to 1, where the world states none; empty =
    /// such sectors keep their theta, unless the world states none at all.
    std::optional<double> without_se{};
    friend bool operator==(const ElasticitySpread&, const ElasticitySpread&) = default;
};

/// Standard deviations of the logarithm of a trade flow by how it came about, 0 to 1. The defaults
/// are assumptions of ours: they rank the marks, no source measures them.
struct FlowErrors {
    double observed = 0.05;
    double scaled = 0.15;
    double estimated = 0.4;
    friend bool operator==(const FlowErrors&, const FlowErrors&) = default;
};

/// Part of each export control that is obeyed, uniform between two bounds, 0 to 1. The defaults are
/// an assumption of ours.
struct ComplianceSpread {
    double low = 0.5;
    double high = 1.0;
    friend bool operator==(const ComplianceSpread&, const ComplianceSpread&) = default;
};

/// Whose measures are answers that may not come, and by which rule others answer.
struct RetaliationChance {
    /// Codes as `by` of measures has them; all measures of one come or do not come together.
    std::vector<std::string> by{};
    /// That the answer of one code comes, 0 to 1, each independent of the others.
    double probability = 0.5;
    /// Rules of which each draw takes one for the table [retaliation], all as likely; empty = the
    /// rule stays.
    std::vector<RetaliationRule> rules{};
    friend bool operator==(const RetaliationChance&, const RetaliationChance&) = default;
};

/// When the result holds and how fast elasticities grow until then. The chances of each list are 0
/// to 1 and add up to 1; an empty list = as the scenario says.
struct HorizonChances {
    /// Years after the measures, in their order; without a number, the long run, which is last.
    std::vector<std::pair<std::optional<int>, double>> years{};
    std::vector<std::pair<HorizonProfile, double>> profiles{};
    friend bool operator==(const HorizonChances&, const HorizonChances&) = default;
};

/// Which year's policy the draws meet, while the regimes of the scenario follow each other.
struct RegimeYear {
    /// Empty = the last of the path.
    std::optional<int> at{};
    friend bool operator==(const RegimeYear&, const RegimeYear&) = default;
};

struct Uncertainty {
    /// Each at most once, in the order of the enumeration.
    std::vector<UncertainInput> vary{};
    ElasticitySpread trade_elasticity{};
    FlowErrors data_error{};
    ComplianceSpread compliance{};
    RetaliationChance retaliation{};
    HorizonChances horizon{};
    RegimeYear regime{};
    friend bool operator==(const Uncertainty&, const Uncertainty&) = default;

    bool varies(UncertainInput input) const { return std::ranges::find(vary, input) != vary.end(); }
};

}  // namespace entente

#include "entente/ensemble/uncertain_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/ensemble/horizon_draw.hpp"
#include "entente/numerics/normal.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/scenario/grammar.hpp"

namespace entente {
namespace {

bool varies(const Scenario& scenario, UncertainInput input) {
    return scenario.uncertainty && scenario.uncertainty->varies(input);
}

SamplePurpose purpose_of(UncertainInput input) {
    switch (input) {
        case UncertainInput::trade_elasticity:
            return SamplePurpose::trade_elasticity;
        case UncertainInput::data_error:
            return SamplePurpose::data_error;
        case UncertainInput::compliance:
            return SamplePurpose::compliance;
        case UncertainInput::retaliation:
            return SamplePurpose::retaliation;
        case UncertainInput::horizon:
            return SamplePurpose::horizon;
        case UncertainInput::regime:
            return SamplePurpose::regime;
    }
    return SamplePurpose::data_error;
}

/// Of the rule among answers, the others being numbered: its luck depends on none of them.
constexpr std::size_t rule_position = std::numeric_limits<std::uint32_t>::max();

double error_of(const FlowErrors& errors, Quality quality) {
    if (quality == Quality::observed) return errors.observed;
    return quality == Quality::scaled ? errors.scaled : errors.estimated;
}

/// Standard deviation of the logarithm of a lognormal with this mean and standard error.
double log_deviation(double mean, double standard_error) {
    const double ratio = standard_error / mean;
    return std::sqrt(std::log1p(ratio * ratio));
}

}  // namespace

UncertainInputs::UncertainInputs(const World& world, const Scenario& scenario, Sampler sampler,
                                 const RegimePast& past)
    : world_(&world), scenario_(&scenario) {
    if (!scenario.uncertainty) {
        report({.kind = ProblemKind::missing_key,
                .column = "ensemble",
                .expected = "a table [ensemble] with vary = [...]"});
    }
    if (varies(scenario, UncertainInput::trade_elasticity)) add_elasticities();
    add_measures();
    if (varies(scenario, UncertainInput::horizon)) add_horizon();
    for (std::size_t k = 0; k < quantities_.size(); ++k) quantities_[k].dimension = k;
    if (varies(scenario, UncertainInput::regime)) add_regime(past);
    if (varies(scenario, UncertainInput::data_error)) {
        quantities_.push_back({.name = "data_error", .kind = UncertainInput::data_error});
    }
    if (quantities_.empty()) {
        report({.kind = ProblemKind::nothing_to_vary,
                .column = "ensemble.vary",
                .expected = "an input that varies among the measures in force"});
    }
    if (sampler == Sampler::sobol && quantities_.size() > max_sobol_inputs) {
        throw OptionError(fmt::format(
            "{} inputs vary, and the sampler sobol has dimensions for {}. Take the sampler philox.",
            quantities_.size(), max_sobol_inputs));
    }
}

void UncertainInputs::report(Problem problem) const {
    problem.file = scenario_->file;
    throw DataError({std::move(problem)});
}

void UncertainInputs::add_elasticities() {
    const ElasticitySpread& spread = scenario_->uncertainty->trade_elasticity;
    const bool states_some = std::ranges::any_of(
        world_->data().sectors, [](const Sector& s) { return s.trade_elasticity_se.has_value(); });
    error_without_se_ = spread.without_se.value_or(states_some ? 0.0 : assumed_elasticity_error);
    standard_error_.assign(world_->num_sectors(), 0.0);
    for (std::size_t s = 0; s < world_->num_sectors(); ++s) {
        const Sector& sector = world_->data().sectors[s];
        const double theta = sector.trade_elasticity;
        standard_error_[s] = sector.trade_elasticity_se.value_or(error_without_se_ * theta);
        const double lowest = theta - std::sqrt(3.0) * standard_error_[s];
        if (spread.distribution == ElasticityDistribution::uniform && !(lowest > 0.0)) {
            report({.kind = ProblemKind::value_out_of_range,
                    .column = "ensemble.trade_elasticity.distribution",
                    .where = sector.code,
                    .value = shortest_text(lowest),
                    .expected = "a uniform distribution that stays above 0",
                    .fix = "take lognormal, or a smaller standard error"});
        }
        if (standard_error_[s] > 0.0) {
            quantities_.push_back({.name = fmt::format("trade_elasticity {}", sector.code),
                                   .kind = UncertainInput::trade_elasticity,
                                   .position = s});
        } else {
            fixed_sectors_.push_back(sector.code);
        }
    }
    if (fixed_sectors_.size() < world_->num_sectors()) return;
    report({.kind = ProblemKind::nothing_to_vary,
            .column = "ensemble.vary",
            .value = "trade_elasticity",
            .expected = fmt::format("a standard error above 0, of which the world {} states none",
                                    world_->name()),
            .fix = "take trade_elasticity out of vary, or use a world that states them"});
}

void UncertainInputs::add_measures() {
    if (varies(*scenario_, UncertainInput::compliance)) {
        for (std::size_t m = 0; m < scenario_->measures.size(); ++m) {
            if (scenario_->measures[m].kind != MeasureKind::export_control) continue;
            quantities_.push_back({.name = fmt::format("compliance {}", m + 1),
                                   .kind = UncertainInput::compliance,
                                   .position = m});
        }
    }
    if (!varies(*scenario_, UncertainInput::retaliation)) return;
    const std::vector<std::string>& by = scenario_->uncertainty->retaliation.by;
    for (std::size_t c = 0; c < by.size(); ++c) {
        quantities_.push_back({.name = fmt::format("retaliation {}", by[c]),
                               .kind = UncertainInput::retaliation,
                               .position = c});
    }
    if (scenario_->uncertainty->retaliation.rules.empty()) return;
    quantities_.push_back({.name = "retaliation rule",
                           .kind = UncertainInput::retaliation,
                           .position = rule_position});
}

void UncertainInputs::add_horizon() {
    const HorizonChances& chances = scenario_->uncertainty->horizon;
    if (!chances.years.empty()) {
        quantities_.push_back({.name = horizon_years_name,
                               .kind = UncertainInput::horizon,
                               .position = detail::horizon_years});
    }
    if (!chances.profiles.empty()) {
        quantities_.push_back({.name = horizon_profile_name,
                               .kind = UncertainInput::horizon,
                               .position = detail::horizon_profile});
    }
}

void UncertainInputs::add_regime(const RegimePast& past) {
    if (scenario_->regimes.empty()) {
        report({.kind = ProblemKind::nothing_to_vary,
                .column = "ensemble.vary",
                .value = "regime",
                .expected = "tables [[regime]] that may follow each other"});
    }
    walk_.emplace(*scenario_, past);
    const std::optional<int> last = scenario_->uncertainty->regime.at
                                        ? scenario_->uncertainty->regime.at
                                        : scenario_->path.value_or(PolicyPath{}).until;
    const int from = first_policy_year(*scenario_, world_->base_year());
    const std::optional<int> until = scenario_->path.value_or(PolicyPath{}).until;
    // In the first year the first regime rules in every draw.
    if (!last || *last <= from || (until && *last > *until)) {
        throw OptionError(fmt::format(
            "The regime that counts is that of {}; it must be a year after {}, the first of the "
            "path, in which nothing is drawn{}.",
            last ? std::to_string(*last) : "no year", from,
            until ? fmt::format(", and at most {}, its last", *until) : ""));
    }
    num_walked_years_ = static_cast<std::size_t>(*last - from) + 1;
    quantities_.push_back({.name = "regime", .kind = UncertainInput::regime});
}

// [eq:theta-draw]  lognormal: theta exp(b z - b^2 / 2), b^2 = ln(1 + (se / theta)^2)
//                  uniform:   theta + sqrt(3) se (2 u - 1)
double UncertainInputs::theta(std::size_t s, double u) const {
    const double mean = world_->trade_elasticity(s);
    if (scenario_->uncertainty->trade_elasticity.distribution == ElasticityDistribution::uniform) {
        return mean + std::sqrt(3.0) * standard_error_[s] * (2.0 * u - 1.0);
    }
    const double b = log_deviation(mean, standard_error_[s]);
    return mean * std::exp(b * normal_quantile(u) - 0.5 * b * b);
}

std::vector<double> UncertainInputs::log_elasticity_deviation() const {
    std::vector<double> deviations(world_->num_sectors(), 0.0);
    for (std::size_t s = 0; s < standard_error_.size(); ++s) {
        deviations[s] = log_deviation(world_->trade_elasticity(s), standard_error_[s]);
    }
    return deviations;
}

double UncertainInputs::value(std::size_t k, const SamplePoint& point) const {
    const InputQuantity& quantity = quantities_[k];
    if (quantity.kind == UncertainInput::regime) {
        return static_cast<double>(walk_->regimes(point, num_walked_years_).back());
    }
    const double u =
        coordinate(point, purpose_of(quantity.kind), static_cast<std::uint32_t>(quantity.position),
                   quantity.dimension.value_or(0));
    const Uncertainty& uncertainty = *scenario_->uncertainty;
    switch (quantity.kind) {
        case UncertainInput::trade_elasticity:
            return theta(quantity.position, u);
        case UncertainInput::compliance:
            return uncertainty.compliance.low +
                   (uncertainty.compliance.high - uncertainty.compliance.low) * u;
        case UncertainInput::retaliation:
            if (quantity.position == rule_position) {
                return std::floor(u * static_cast<double>(uncertainty.retaliation.rules.size()));
            }
            return u < uncertainty.retaliation.probability ? 1.0 : 0.0;
        case UncertainInput::horizon:
            return detail::horizon_number(uncertainty.horizon, quantity.position, u);
        case UncertainInput::regime:
        case UncertainInput::data_error:
            break;
    }
    return 0.0;
}

std::string UncertainInputs::word(std::size_t k, double value) const {
    const InputQuantity& quantity = quantities_[k];
    const Uncertainty& uncertainty = *scenario_->uncertainty;
    if (quantity.kind == UncertainInput::horizon) {
        return detail::horizon_word(uncertainty.horizon, quantity.position, value);
    }
    const auto place = static_cast<std::size_t>(value);
    if (quantity.kind == UncertainInput::regime) return scenario_->regimes[place].name;
    const bool is_rule =
        quantity.kind == UncertainInput::retaliation && quantity.position == rule_position;
    return is_rule ? word_for(retaliation_rules(), uncertainty.retaliation.rules[place])
                   : std::string{};
}

// [eq:flow-draw]  X[i,n,s] exp(b z[i,n,s] - b^2 / 2), b the deviation of the quality mark
Array3<double> UncertainInputs::flow_factors(const SamplePoint& point) const {
    const FlowErrors& errors = scenario_->uncertainty->data_error;
    const std::size_t num_countries = world_->num_countries();
    Array3<double> factors(num_countries, num_countries, world_->num_sectors(), 1.0);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            RandomStream numbers = stream(point, SamplePurpose::data_error,
                                          static_cast<std::uint32_t>(i * num_countries + n));
            for (std::size_t s = 0; s < world_->num_sectors(); ++s) {
                const double b = error_of(errors, world_->trade_quality()(i, n, s));
                factors(i, n, s) = std::exp(b * normal_draw(numbers) - 0.5 * b * b);
            }
        }
    }
    return factors;
}

DrawnCase UncertainInputs::draw(const SamplePoint& point, const FromSecond& from_second) const {
    DrawnCase drawn;
    for (std::size_t k = 0; k < quantities_.size(); ++k) {
        SamplePoint here = point;
        here.is_second = !from_second.empty() && from_second[k];
        const InputQuantity& quantity = quantities_[k];
        if (quantity.kind == UncertainInput::data_error) {
            drawn.flow_factor = flow_factors(here);
            continue;
        }
        const double number = value(k, here);
        if (quantity.kind == UncertainInput::trade_elasticity) {
            if (drawn.trade_elasticity.empty()) {
                for (std::size_t s = 0; s < world_->num_sectors(); ++s) {
                    drawn.trade_elasticity.push_back(world_->trade_elasticity(s));
                }
            }
            drawn.trade_elasticity[quantity.position] = number;
            continue;
        }
        if (quantity.kind == UncertainInput::regime) {
            drawn.regime = static_cast<std::size_t>(number);
            continue;
        }
        if (quantity.kind == UncertainInput::horizon) {
            if (!drawn.horizon) drawn.horizon = scenario_->horizon;
            detail::take_horizon(scenario_->uncertainty->horizon, quantity.position, number,
                                 *drawn.horizon);
            continue;
        }
        if (quantity.position == rule_position) {
            drawn.rule =
                scenario_->uncertainty->retaliation.rules[static_cast<std::size_t>(number)];
            continue;
        }
        if (!drawn.measures) drawn.measures = scenario_->measures;
        if (quantity.kind == UncertainInput::compliance) {
            (*drawn.measures)[quantity.position].share *= number;
        } else if (number == 0.0) {
            // Measures leave after the shares above, so that positions hold until then.
            const std::vector<std::string> by{
                scenario_->uncertainty->retaliation.by[quantity.position]};
            std::erase_if(*drawn.measures,
                          [&](const Measure& measure) { return measure.by == by; });
        }
    }
    return drawn;
}

}  // namespace entente

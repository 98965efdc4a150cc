#pragma once

// The inputs of one scenario in one world that an ensemble varies, and their values in a draw.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"
#include "entente/ensemble/regime_walk.hpp"
#include "entente/ensemble/sample.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Names of the two inputs of a horizon in tables and manifests.
inline constexpr const char* horizon_years_name = "horizon years";
inline constexpr const char* horizon_profile_name = "horizon profile";

/// Standard error as a part of theta where world and scenario state none: an assumption of ours.
/// For theta = 5 it spans 3.0 to 7.8 from the 5% to the 95% quantile, about the range that
/// world-2023 states for services.
inline constexpr double assumed_elasticity_error = 0.3;

/// One uncertain number, or all errors of trade flows together.
struct InputQuantity {
    /// "trade_elasticity AGR", "compliance 2", "retaliation CHN", "horizon years", "horizon
    /// profile", "regime", "data_error".
    std::string name;
    UncertainInput kind{};
    /// Sector, measure or code under `by`; 0 for data_error.
    std::size_t position = 0;
    /// Of the Sobol sequence. Of regime and data_error, which need many numbers: none.
    std::optional<std::size_t> dimension{};

    /// Whether it is one number, which results can record.
    bool is_number() const { return kind != UncertainInput::data_error; }
};

/// What one solve of a draw is made of. Empty parts are those of the world and the scenario.
struct DrawnCase {
    /// [s]
    std::vector<double> trade_elasticity{};
    /// [i, n, s] factors on trade flows.
    Array3<double> flow_factor{};
    /// Measures as they turn out; only if compliance or retaliation vary.
    std::optional<std::vector<Measure>> measures{};
    /// Only if rules of retaliation vary.
    std::optional<RetaliationRule> rule{};
    /// Only if horizon or profile vary.
    std::optional<Horizon> horizon{};
    /// Position in the scenario of the regime that rules; only if regimes vary.
    std::optional<std::size_t> regime{};
};

/// [k] whether an input comes from the second sample of the draw; empty = none does.
using FromSecond = std::vector<bool>;

class UncertainInputs {
  public:
    /// @throws DataError if the scenario names nothing to vary, or what it names has no spread in
    ///         this world; OptionError if the Sobol sampler has too few dimensions, or as
    ///         RegimeWalk.
    UncertainInputs(const World& world, const Scenario& scenario, Sampler sampler,
                    const RegimePast& past = {});

    const std::vector<InputQuantity>& quantities() const { return quantities_; }
    std::size_t size() const { return quantities_.size(); }
    /// Sectors that keep their theta although it varies elsewhere, for want of a standard error.
    const std::vector<std::string>& fixed_sectors() const { return fixed_sectors_; }

    /// Standard error as a part of theta of sectors without one, of the scenario or, where the
    /// world states none at all, ours; 0 = such sectors keep their theta.
    double error_without_se() const { return error_without_se_; }

    /// [s] standard deviation of ln theta of a lognormal theta; 0 = it does not vary.
    std::vector<double> log_elasticity_deviation() const;

    /// Value of a number in a sample: theta, the share obeyed, 1 if the answer comes and else 0,
    /// years, infinitely many in the long run, or the place of the rule, profile or regime in the
    /// list of the scenario, from 0.
    double value(std::size_t k, const SamplePoint& point) const;
    /// What a value of input `k` stands for where it is a choice among words; else empty.
    std::string word(std::size_t k, double value) const;

    DrawnCase draw(const SamplePoint& point, const FromSecond& from_second = {}) const;

  private:
    void add_elasticities();
    void add_measures();
    void add_horizon();
    void add_regime(const RegimePast& past);
    double theta(std::size_t s, double u) const;
    Array3<double> flow_factors(const SamplePoint& point) const;
    void report(Problem problem) const;

    const World* world_;
    const Scenario* scenario_;
    std::vector<InputQuantity> quantities_;
    std::vector<std::string> fixed_sectors_;
    double error_without_se_ = 0.0;
    std::optional<RegimeWalk> walk_;
    /// From the first policy year to the one whose regime counts.
    std::size_t num_walked_years_ = 0;
    /// [s] standard errors; 0 = theta is fixed.
    std::vector<double> standard_error_;
};

}  // namespace entente

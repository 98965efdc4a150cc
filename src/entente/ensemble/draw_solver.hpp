#pragma once

// Solves draws of one scenario in one world.

#include <cstdint>
#include <string>
#include <vector>

#include "entente/ensemble/draw_record.hpp"
#include "entente/ensemble/uncertain_inputs.hpp"
#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"

namespace entente {

/// Which inputs share one Sobol index.
enum class IndexLevel {
    none,
    /// All of one kind: every trade elasticity together.
    kind,
    /// Each by itself.
    input,
};

struct DrawPlan {
    Sampler sampler = Sampler::philox;
    std::uint64_t seed = 1;
    IndexLevel indices = IndexLevel::none;
    DeficitMode deficits = DeficitMode::balanced;
};

/// A set of inputs with one Sobol index.
struct Factor {
    std::string name;
    FromSecond inputs;
};

/// Rows of every record: the countries of the world, then its groups with present members.
struct EnsembleEntity {
    std::string code;
    bool is_group = false;
    /// Positions of countries; a country has itself.
    std::vector<std::size_t> members;
};

std::vector<EnsembleEntity> ensemble_entities(const World& world);

class DrawSolver {
  public:
    /// World and scenario must outlive the solver.
    /// @throws DataError as UncertainInputs and make_shock; OptionError as make_baseline.
    DrawSolver(const World& world, const Scenario& scenario, const DrawPlan& plan);

    const DrawPlan& plan() const { return plan_; }
    const UncertainInputs& inputs() const { return inputs_; }
    const std::vector<EnsembleEntity>& entities() const { return entities_; }
    /// Empty without indices.
    const std::vector<Factor>& factors() const { return factors_; }

    /// Every solve of a draw: 1, or 2 plus the factors. A solve without a solution is kept with its
    /// reason. Depends on the draw alone, so any thread may ask.
    DrawRecord solve(std::uint32_t draw) const;

  private:
    Evaluation evaluate(const SamplePoint& point, const FromSecond& from_second,
                        std::size_t num_figures) const;

    const World* world_;
    const Scenario* scenario_;
    DrawPlan plan_;
    UncertainInputs inputs_;
    std::vector<EnsembleEntity> entities_;
    std::vector<Factor> factors_;
    /// Of the scenario as it stands, and its baseline: used by draws that change neither.
    Shock shock_;
    Baseline baseline_;
};

}  // namespace entente

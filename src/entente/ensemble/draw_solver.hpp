#pragma once

// Solves draws of one scenario in one world.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/ensemble/draw_record.hpp"
#include "entente/ensemble/uncertain_inputs.hpp"
#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/layer/us_products.hpp"

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
    /// Codes of countries whose output by sector is kept for each draw.
    std::vector<std::string> sector_countries{};
    /// For scenarios whose regimes vary without chances of their own.
    RegimePast past{};
    friend bool operator==(const DrawPlan&, const DrawPlan&) = default;
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
    /// World, scenario and products must outlive the solver.
    /// @param products  for scenarios that name products; else not needed.
    /// @throws DataError as UncertainInputs and make_shock; OptionError as make_baseline, or for a
    ///         country of the plan that the world does not have.
    DrawSolver(const World& world, const Scenario& scenario, const DrawPlan& plan,
               const UsProducts* products = nullptr);

    const World& world() const { return *world_; }
    const Scenario& scenario() const { return *scenario_; }
    const UsProducts* products() const { return products_; }
    const DrawPlan& plan() const { return plan_; }
    const UncertainInputs& inputs() const { return inputs_; }
    const std::vector<EnsembleEntity>& entities() const { return entities_; }
    /// Empty without indices.
    const std::vector<Factor>& factors() const { return factors_; }

    /// Every solve of a draw: 1, or 2 plus the factors. A solve without a solution is kept with its
    /// reason. Depends on the draw alone, so any thread may ask.
    DrawRecord solve(std::uint32_t draw) const;

  private:
    /// Of a draw with policies of its own.
    Shock shock_of(const DrawnCase& drawn) const;
    Evaluation evaluate(const SamplePoint& point, const FromSecond& from_second,
                        std::size_t num_figures) const;

    const World* world_;
    const Scenario* scenario_;
    const UsProducts* products_;
    DrawPlan plan_;
    /// Positions of the countries of the plan.
    std::vector<std::size_t> sector_countries_;
    UncertainInputs inputs_;
    std::vector<EnsembleEntity> entities_;
    std::vector<Factor> factors_;
    /// Of the scenario as it stands: used by draws that do not change it.
    Baseline baseline_;
    /// By regime and rule, where they are drawn, for draws of the measures as they stand. Made
    /// ahead, so that a combination that cannot be is refused before the draws.
    std::map<std::pair<std::optional<std::size_t>, std::optional<RetaliationRule>>, Shock> shocks_;
};

}  // namespace entente

#include "entente/model/equilibrium/workspace.hpp"

#include "entente/model/equilibrium/workspace_state.hpp"

namespace entente {

detail::WorkspaceState::WorkspaceState(const Baseline& baseline) : links(baseline) {
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    guess = {.log_wage = std::vector<double>(num_countries),
             .log_price = Array2<double>(num_countries, num_sectors),
             .log_expenditure = Array2<double>(num_countries, num_sectors)};
    change = guess;
    point.resize(num_unknowns(num_countries, num_sectors));
    step.resize(point.size());
}

Workspace::Workspace(const Baseline& baseline)
    : state_(std::make_unique<detail::WorkspaceState>(baseline)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

}  // namespace entente

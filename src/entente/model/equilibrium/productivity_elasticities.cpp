#include "entente/model/equilibrium/productivity_elasticities.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/workspace_state.hpp"

namespace entente {

ProductivityElasticities productivity_elasticities(Workspace& workspace,
                                                   const GradientOptions& options) {
    if (!workspace.state().is_solved) {
        throw OptionError(
            "Elasticities are taken at a solved equilibrium; this workspace has none.");
    }
    const std::size_t num_countries = workspace.state().system.baseline().num_countries();
    ProductivityElasticities result{.welfare = Array2<double>(num_countries, num_countries)};
    for (std::size_t n = 0; n < num_countries; ++n) {
        const Gradient slopes = gradient(workspace, welfare_of(n), options);
        result.residual = std::max(result.residual, slopes.residual);
        result.is_converged = result.is_converged && slopes.is_converged;
        for (std::size_t i = 0; i < num_countries; ++i) {
            for (const double value : slopes.log_productivity.row(i)) {
                result.welfare(n, i) += value;
            }
        }
    }
    return result;
}

}  // namespace entente

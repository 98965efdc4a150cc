#pragma once

// Whose growth helps whom, in the model with all its sectors and inputs.

#include "entente/base/array.hpp"
#include "entente/model/equilibrium/gradient.hpp"

namespace entente {

struct ProductivityElasticities {
    /// [n, i] elasticity of welfare of n with respect to the productivity of i in all sectors.
    Array2<double> welfare;
    /// Largest residual of the linear systems, see Gradient::residual.
    double residual = 0.0;
    bool is_converged = true;
};

/// One gradient for each country. In a world of one sector without inputs and tariffs it is the
/// matrix of `friends_and_enemies`.
///
/// @param workspace, options  as for `gradient`.
/// @throws  OptionError if the workspace holds no solution.
/// Source   docs/theory/friends-and-enemies.md. Checked by
///          tests/unit/model/friends_and_enemies_test.cpp.
ProductivityElasticities productivity_elasticities(Workspace& workspace,
                                                   const GradientOptions& options = {});

}  // namespace entente

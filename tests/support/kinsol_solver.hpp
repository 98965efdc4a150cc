#pragma once

// Solves PlainEquations with KINSOL, the Newton solver of SUNDIALS (BSD licence): neither equations
// nor iteration are ours.

#include <kinsol/kinsol.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_spgmr.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "entente/model/equilibrium/shock_path.hpp"
#include "support/plain_equations.hpp"

namespace entente::testing {

struct KinsolResult {
    bool is_solved = false;
    /// Flag of KINSol, for messages.
    int flag = 0;
    long num_evaluations = 0;
    /// Largest |ln(demanded / present)|.
    double residual = 0.0;
    /// [n]
    std::vector<double> wage_hat;
    std::vector<double> unknown;
};

struct KinsolOptions {
    double tolerance = 1e-11;
    /// Up to this many unknowns the Jacobian is dense, above it is never formed.
    std::size_t largest_dense = 300;
    std::vector<double> start{};
};

inline int evaluate_for_kinsol(N_Vector unknown, N_Vector gap, void* equations) {
    const auto residual =
        static_cast<const PlainEquations*>(equations)->residual(N_VGetArrayPointer(unknown));
    if (!residual) return 1;  // A shorter step may do.
    std::ranges::copy(*residual, N_VGetArrayPointer(gap));
    return std::ranges::all_of(*residual, [](double x) { return std::isfinite(x); }) ? 0 : 1;
}

inline KinsolResult solve_with_kinsol(const Baseline& base, const Shock& shock,
                                      const KinsolOptions& options = {}) {
    PlainEquations equations(base, shock);
    const auto size = static_cast<sunindextype>(equations.num_unknowns());
    SUNContext context = nullptr;
    SUNContext_Create(nullptr, &context);
    N_Vector unknown = N_VNew_Serial(size, context);
    N_Vector scale = N_VNew_Serial(size, context);
    N_VConst(1.0, scale);
    std::ranges::copy(options.start.empty() ? equations.start() : options.start,
                      N_VGetArrayPointer(unknown));
    void* solver = KINCreate(context);
    KINInit(solver, evaluate_for_kinsol, unknown);
    KINSetUserData(solver, &equations);
    // What went wrong is in the flag; tests say it in their own words.
    KINSetErrHandlerFn(
        solver, [](int, const char*, const char*, char*, void*) {}, nullptr);
    KINSetFuncNormTol(solver, options.tolerance);
    KINSetScaledStepTol(solver, 1e-15);
    KINSetNumMaxIters(solver, 1000);
    KINSetMaxSetupCalls(solver, 1);
    KINSetMaxNewtonStep(solver, 1e3);
    const bool is_dense = equations.num_unknowns() <= options.largest_dense;
    SUNMatrix matrix = is_dense ? SUNDenseMatrix(size, size, context) : nullptr;
    SUNLinearSolver linear = is_dense ? SUNLinSol_Dense(unknown, matrix, context)
                                      : SUNLinSol_SPGMR(unknown, SUN_PREC_NONE, 200, context);
    KINSetLinearSolver(solver, linear, matrix);
    KinsolResult result;
    result.flag = KINSol(solver, unknown, KIN_LINESEARCH, scale, scale);
    KINGetNumFuncEvals(solver, &result.num_evaluations);
    const double* values = N_VGetArrayPointer(unknown);
    result.unknown.assign(values, values + size);
    // Judged by the equations and not by what the solver says of itself.
    const auto gap = equations.residual(values);
    for (const double x : gap.value_or(std::vector<double>{INFINITY})) {
        result.residual = std::max(result.residual, std::isfinite(x) ? std::abs(x) : INFINITY);
    }
    result.is_solved = result.residual <= 10.0 * options.tolerance;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        result.wage_hat.push_back(std::exp(values[n]));
    }
    KINFree(&solver);
    SUNLinSolFree(linear);
    if (matrix) SUNMatDestroy(matrix);
    N_VDestroy(unknown);
    N_VDestroy(scale);
    SUNContext_Free(&context);
    return result;
}

/// The same, and where Newton's method loses its way from the baseline, along the path to the
/// shock.
inline KinsolResult follow_with_kinsol(const Baseline& base, const Shock& shock,
                                       std::size_t num_steps = 20) {
    KinsolResult result = solve_with_kinsol(base, shock);
    KinsolOptions options;
    for (std::size_t k = 1; !result.is_solved && k <= num_steps; ++k) {
        const double part = static_cast<double>(k) / static_cast<double>(num_steps);
        const KinsolResult step =
            solve_with_kinsol(base, shock_on_path(base, shock, part), options);
        if (!step.is_solved) return step;
        options.start = step.unknown;
        if (k == num_steps) return step;
    }
    return result;
}

}  // namespace entente::testing

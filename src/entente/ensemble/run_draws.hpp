#pragma once

// Many draws on several threads and in several processes, kept on the disk as they finish.

#include <cstddef>
#include <functional>
#include <vector>

#include "entente/ensemble/checkpoint.hpp"
#include "entente/ensemble/draw_solver.hpp"
#include "entente/ensemble/ranks.hpp"

namespace entente {

struct DrawProgress {
    std::size_t num_done = 0;
    std::size_t num_draws = 0;
    std::size_t num_failed = 0;
    /// Of `num_done`: found on the disk.
    std::size_t num_found = 0;
    /// Since the start of this run.
    double seconds = 0.0;
};

struct RunDrawsOptions {
    std::size_t num_draws = 0;
    /// Of each process; 0 = all the machine has, shared among the processes on it.
    std::size_t threads = 0;
    /// Called after each draw, by one thread at a time; may be empty.
    std::function<void(const DrawProgress&)> progress{};
    /// Asked before each draw, by any thread; true = finish the draws begun, keep them, and stop.
    std::function<bool()> is_interrupted{};
    /// Processes that solve draws beside this one, which must be their root; null = none.
    Ranks* ranks = nullptr;
};

struct DrawsResult {
    /// [draw] in order; those not solved because of an interruption are left out.
    std::vector<DrawRecord> records;
    bool is_complete = false;
};

/// Draws 0 .. num_draws - 1. Those of the checkpoint are taken from there.
///
/// @throws     FileError if a block cannot be kept; Error if another process cannot go on.
/// Numerics    records are the same for any number of threads, processes and interruptions: each
///             depends on its draw alone.
/// Checked by  tests/unit/ensemble/run_draws_test.cpp, tests/cli/ensemble_kill_test.sh,
///             tests/cli/ensemble_ranks_test.sh.
DrawsResult run_draws(const DrawSolver& solver, const Checkpoint& checkpoint,
                      const RunDrawsOptions& options);

}  // namespace entente

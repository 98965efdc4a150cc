// Counts what the solver takes from the heap: more passes must not take more.

#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "support/tiny_worlds.hpp"

namespace {
std::atomic<std::size_t> num_allocations{0};
}  // namespace

// Replaces the operator for this test program alone.
void* operator new(std::size_t size) {
    ++num_allocations;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace entente {
namespace {

std::size_t allocations_of(const Baseline& baseline, const Shock& shock, std::size_t num_passes,
                           Workspace& workspace) {
    // A tolerance of zero is never reached before rounding stops all change, so passes are as many
    // as allowed.
    const SolveOptions options{.tolerance = 0.0, .max_passes = num_passes};
    const std::size_t before = num_allocations;
    const Equilibrium solved = solve_equilibrium(baseline, shock, options, workspace);
    EXPECT_EQ(solved.passes, num_passes);
    return num_allocations - before;
}

TEST(Allocation, passes_take_nothing_from_the_heap) {
    const Baseline baseline = make_baseline(World(testing::three_countries()));
    Workspace workspace(baseline);
    const Shock shock{.trade_cost_hat = Array3<double>(3, 3, 2, 1.5)};
    solve_equilibrium(baseline, shock, {}, workspace);

    const std::size_t few = allocations_of(baseline, shock, 2, workspace);
    const std::size_t many = allocations_of(baseline, shock, 9, workspace);

    // The message names a longer or shorter place, which may be worth one allocation; seven passes
    // that took anything would be worth seven.
    EXPECT_LE(many, few + 1);
}

}  // namespace
}  // namespace entente

#pragma once

// Anderson acceleration of a fixed point x = g(x): mixes the last few steps so that their residuals
// cancel as far as they can.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace entente {

/// Type II of Walker and Ni (2011, SIAM Journal on Numerical Analysis 49). Memory is taken by
/// `reset` and used again: a step allocates nothing.
class AndersonAcceleration {
  public:
    static constexpr std::size_t max_memory = 10;

    /// Forgets everything. @param memory differences kept, 0 (plain iteration) to max_memory.
    void reset(std::size_t size, std::size_t memory);
    /// Forgets the differences, keeps the memory.
    void restart();

    /// Replaces x by the next point, given step = g(x) - x.
    ///
    /// Numerics  least squares over the kept differences by normal equations, scaled to unit length
    ///           and solved with pivoting; a difference that adds nothing new gets no weight.
    void advance(std::span<double> x, std::span<const double> step);

  private:
    /// Differences of steps now kept.
    std::span<const double* const> differences();

    std::size_t memory_ = 0;
    std::size_t num_kept_ = 0;
    std::size_t next_ = 0;
    bool has_last_ = false;
    std::vector<double> last_x_, last_step_;
    std::array<std::vector<double>, max_memory> x_differences_, step_differences_;
    std::array<std::array<double, max_memory>, max_memory> products_{};
    std::array<const double*, max_memory> rows_{};
};

}  // namespace entente

#pragma once

// Restarted GMRES: solves A x = b when A is known only by what it does to a vector.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace entente {

/// y = A x. Both have the size of the system and do not overlap.
using LinearMap = std::function<void(std::span<const double> x, std::span<double> y)>;

struct GmresOptions {
    /// Stops when |b - A x| <= tolerance |b|, Euclidean norms.
    double tolerance = 1e-10;
    /// Products with A before it gives up.
    std::size_t max_products = 500;
};

struct GmresOutcome {
    bool is_converged = false;
    std::size_t num_products = 0;
    /// |b - A x| / |b|, worked out at the end; 0 if b is zero.
    double residual = 0.0;
};

/// Saad and Schultz (1986, SIAM Journal on Scientific and Statistical Computing 7), preconditioned
/// from the right, so that the residual it stops at is that of the system itself. Memory is taken
/// by `reset` and used again: a solve allocates nothing.
///
/// Eigen's unsupported GMRES was looked at: it needs a matrix type made up for a product, takes
/// memory in every solve and stops at the preconditioned residual.
class Gmres {
  public:
    /// @param memory  vectors kept before a restart, > 0.
    void reset(std::size_t size, std::size_t memory);
    std::size_t size() const { return size_; }

    /// Starts from x = 0.
    /// @param preconditioner  z = M y with A M close to a multiple of the identity.
    GmresOutcome solve(const LinearMap& product, const LinearMap& preconditioner,
                       std::span<const double> right, std::span<double> x,
                       const GmresOptions& options = {});

  private:
    /// Columns added until the residual is at most `target`; returns their number.
    std::size_t build_basis(const LinearMap& product, const LinearMap& preconditioner,
                            double target, std::size_t max_columns);
    void orthogonalise(std::size_t column);
    void rotate(std::size_t column);
    void add_to_solution(std::size_t num_columns, const LinearMap& preconditioner,
                         std::span<double> x);

    std::span<double> basis(std::size_t k) { return {basis_.data() + k * size_, size_}; }
    double& hessenberg(std::size_t row, std::size_t column) {
        return hessenberg_[column * (memory_ + 1) + row];
    }

    std::size_t size_ = 0;
    std::size_t memory_ = 0;
    std::vector<double> basis_, hessenberg_, cosine_, sine_, reduced_, mix_, scratch_;
};

}  // namespace entente

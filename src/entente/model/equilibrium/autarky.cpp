#include "entente/model/equilibrium/autarky.hpp"

#include <Eigen/Dense>
#include <cmath>

namespace entente {
namespace {

/// [s] use of s, inputs of inputs included, for one unit of final spending: (I - Gamma)^-1 alpha.
Eigen::VectorXd total_use(const Baseline& baseline, std::size_t n) {
    const auto size = static_cast<Eigen::Index>(baseline.num_sectors());
    Eigen::VectorXd final_use(size);
    for (Eigen::Index s = 0; s < size; ++s) {
        final_use(s) = baseline.consumption_share(n, static_cast<std::size_t>(s));
    }
    if (baseline.input_cost_share.empty()) return final_use;
    Eigen::MatrixXd links = Eigen::MatrixXd::Identity(size, size);
    for (Eigen::Index s = 0; s < size; ++s) {
        for (Eigen::Index r = 0; r < size; ++r) {
            links(s, r) -= baseline.input_cost_share(n, static_cast<std::size_t>(s),
                                                     static_cast<std::size_t>(r));
        }
    }
    return links.partialPivLu().solve(final_use);
}

}  // namespace

// [eq:autarky]  ln(w_hat[n] / P_hat[n]) = sum_s,r alpha[n,s] A[n,r,s] ln(pi[n,n,r]) / theta[r]
// with A = (I - Gamma[n])^-1. Their a is our Gamma, their beta our alpha, their lambda our pi.
std::vector<double> autarky_real_wage_hat(const Baseline& baseline) {
    std::vector<double> real_wage;
    for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
        const Eigen::VectorXd use = total_use(baseline, n);
        double log_hat = 0.0;
        for (std::size_t r = 0; r < baseline.num_sectors(); ++r) {
            const double weight = use(static_cast<Eigen::Index>(r));
            if (weight <= 0.0) continue;
            log_hat +=
                weight * std::log(baseline.trade_share(n, n, r)) / baseline.trade_elasticity[r];
        }
        real_wage.push_back(std::exp(log_hat));
    }
    return real_wage;
}

}  // namespace entente

#include "entente/numerics/ras.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

double factor(double target, double sum) {
    return sum > 0.0 ? target / sum : 0.0;
}

std::vector<double> sums_of_rows(const Array2<double>& matrix) {
    std::vector<double> sums(matrix.rows());
    for (std::size_t a = 0; a < matrix.rows(); ++a) {
        for (const double value : matrix.row(a)) sums[a] += value;
    }
    return sums;
}

std::vector<double> sums_of_columns(const Array2<double>& matrix) {
    std::vector<double> sums(matrix.columns());
    for (std::size_t a = 0; a < matrix.rows(); ++a) {
        for (std::size_t b = 0; b < matrix.columns(); ++b) sums[b] += matrix(a, b);
    }
    return sums;
}

double largest_gap(std::span<const double> sums, std::span<const double> targets) {
    double gap = 0.0;
    for (std::size_t k = 0; k < sums.size(); ++k) {
        gap = std::max(gap, std::abs(sums[k] - targets[k]));
    }
    return gap;
}

}  // namespace

RasResult ras(const Array2<double>& prior, std::span<const double> row_sums,
              std::span<const double> column_sums, const RasOptions& options) {
    if (row_sums.size() != prior.rows() || column_sums.size() != prior.columns()) {
        throw ShapeError("The sums to reach do not fit the matrix to scale.");
    }
    RasResult result{.matrix = prior};
    const double total = std::accumulate(row_sums.begin(), row_sums.end(), 0.0);
    while (result.passes < options.max_passes) {
        ++result.passes;
        const std::vector<double> columns = sums_of_columns(result.matrix);
        for (std::size_t a = 0; a < prior.rows(); ++a) {
            for (std::size_t b = 0; b < prior.columns(); ++b) {
                result.matrix(a, b) *= factor(column_sums[b], columns[b]);
            }
        }
        // After the columns fit, what the rows miss is all there is to miss.
        const std::vector<double> rows = sums_of_rows(result.matrix);
        result.residual = largest_gap(rows, row_sums) / (total > 0.0 ? total : 1.0);
        if (result.residual < options.tolerance) break;
        for (std::size_t a = 0; a < prior.rows(); ++a) {
            for (double& value : result.matrix.row(a)) value *= factor(row_sums[a], rows[a]);
        }
    }
    // A column without cells cannot reach its target, and scaling does not notice.
    const double column_gap = largest_gap(sums_of_columns(result.matrix), column_sums);
    result.residual = std::max(result.residual, column_gap / (total > 0.0 ? total : 1.0));
    result.converged = result.residual < std::max(options.tolerance, 1e-13);
    return result;
}

}  // namespace entente

#include "entente/numerics/dot.hpp"

#include <array>
#include <cstring>

#include "entente/numerics/wide.hpp"

namespace entente {

double dot(std::span<const double> a, std::span<const double> b) {
    std::array<double, 4> part{};
    const std::size_t even = a.size() / 4 * 4;
    for (std::size_t k = 0; k < even; k += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) part[lane] += a[k + lane] * b[k + lane];
    }
    double sum = (part[0] + part[1]) + (part[2] + part[3]);
    for (std::size_t k = even; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
}

namespace {

using detail::Lanes;

/// Four products side by side; each adds as `dot` does.
ENTENTE_WIDE
void dot_four(const double* const* rows, const double* b, std::size_t size, double* out) {
    std::array<Lanes, 4> part{};
    const std::size_t even = size / 4 * 4;
    for (std::size_t k = 0; k < even; k += 4) {
        Lanes right;
        std::memcpy(&right, b + k, sizeof(right));
#pragma GCC unroll 4
        for (std::size_t row = 0; row < 4; ++row) {
            Lanes left;
            std::memcpy(&left, rows[row] + k, sizeof(left));
            part[row] += left * right;
        }
    }
    for (std::size_t row = 0; row < 4; ++row) {
        double sum = (part[row][0] + part[row][1]) + (part[row][2] + part[row][3]);
        for (std::size_t k = even; k < size; ++k) sum += rows[row][k] * b[k];
        out[row] = sum;
    }
}

}  // namespace

void dot_each(std::span<const double* const> rows, std::span<const double> b,
              std::span<double> out) {
    const std::size_t even = rows.size() / 4 * 4;
    for (std::size_t k = 0; k < even; k += 4) {
        dot_four(rows.data() + k, b.data(), b.size(), out.data() + k);
    }
    for (std::size_t k = even; k < rows.size(); ++k) out[k] = dot({rows[k], b.size()}, b);
}

void dot_rows(std::span<const double> matrix, std::span<const double> b, std::span<double> out) {
    const std::size_t size = b.size();
    const std::size_t even = out.size() / 4 * 4;
    for (std::size_t k = 0; k < even; k += 4) {
        const double* const first = matrix.data() + k * size;
        const std::array<const double*, 4> rows{first, first + size, first + 2 * size,
                                                first + 3 * size};
        dot_four(rows.data(), b.data(), size, out.data() + k);
    }
    for (std::size_t k = even; k < out.size(); ++k) out[k] = dot(matrix.subspan(k * size, size), b);
}

}  // namespace entente

#include "entente/realignment/fast_normal.hpp"

#include <gtest/gtest.h>

#include "entente/numerics/normal.hpp"

namespace entente::detail {
namespace {

TEST(FastNormal, tail_and_density_keep_six_figures_to_eight) {
    for (double x = 0.0; x <= 8.0; x += 0.0137) {
        const NormalTail tail = normal_tail(x);

        EXPECT_NEAR(tail.tail / normal_cdf(-x), 1.0, 1e-6) << x;
        EXPECT_NEAR(tail.density / (0.3989422804014327 * std::exp(-0.5 * x * x)), 1.0, 1e-6) << x;
    }
}

TEST(FastNormal, is_constant_beyond_eight) {
    EXPECT_EQ(normal_tail(8.0).tail, normal_tail(1e3).tail);
}

}  // namespace
}  // namespace entente::detail

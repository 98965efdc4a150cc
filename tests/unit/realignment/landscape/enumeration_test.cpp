#include "entente/realignment/landscape/enumeration.hpp"

#include <gtest/gtest.h>

#include "support/random_landscapes.hpp"

namespace entente {
namespace {

using testing::random_landscape;

TEST(Enumeration, agrees_with_the_plain_version) {
    for (const std::size_t n : {2U, 3U, 7U, 15U}) {
        const Landscape landscape = random_landscape(n, 100 + n);

        const auto fast = enumerate_energies(landscape);
        const auto plain = enumerate_energies_reference(landscape);

        ASSERT_EQ(fast.size(), plain.size());
        for (std::size_t k = 0; k < fast.size(); ++k) ASSERT_NEAR(fast[k], plain[k], 1e-11) << k;
    }
}

TEST(Enumeration, gives_the_same_bytes_for_any_number_of_threads) {
    const Landscape landscape = random_landscape(16, 5);

    EXPECT_EQ(enumerate_energies(landscape, 1), enumerate_energies(landscape, 3));
}

TEST(Enumeration, energies_grow_with_the_square_of_sizes_and_with_propensities) {
    const Landscape landscape = random_landscape(9, 6);
    Landscape larger = landscape;
    for (double& size : larger.sizes) size *= 3.0;
    for (double& p : larger.propensities.values()) p *= 0.5;

    const auto before = enumerate_energies(landscape);
    const auto after = enumerate_energies(larger);

    for (std::size_t k = 0; k < before.size(); ++k) EXPECT_NEAR(after[k], 4.5 * before[k], 1e-10);
}

}  // namespace
}  // namespace entente

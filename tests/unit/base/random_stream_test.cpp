#include "entente/base/random_stream.hpp"

#include <gmock/gmock.h>

#include <set>

namespace entente {
namespace {

using ::testing::ElementsAre;

TEST(RandomStream, philox_gives_the_known_answers_of_its_authors) {
    // Random123, kat_vectors, philox4x32 with 10 rounds.
    EXPECT_THAT(philox_words({0, 0, 0, 0}, {0, 0}),
                ElementsAre(0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U));
    EXPECT_THAT(philox_words({0xffffffffU, 0xffffffffU, 0xffffffffU, 0xffffffffU},
                             {0xffffffffU, 0xffffffffU}),
                ElementsAre(0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU));
    EXPECT_THAT(philox_words({0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U},
                             {0xa4093822U, 0x299f31d0U}),
                ElementsAre(0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U));
}

TEST(RandomStream, a_stream_is_a_function_of_its_key) {
    RandomStream first({.seed = 7, .draw = 3, .purpose = 1, .entity = 9});
    RandomStream again({.seed = 7, .draw = 3, .purpose = 1, .entity = 9});

    for (int k = 0; k < 10; ++k) EXPECT_EQ(first.next_word(), again.next_word());
}

TEST(RandomStream, every_part_of_the_key_matters) {
    std::set<std::uint32_t> words;
    const StreamKey key{.seed = 7, .draw = 3, .purpose = 1, .entity = 9};

    words.insert(RandomStream(key).next_word());
    words.insert(RandomStream({key.seed + 1, key.draw, key.purpose, key.entity}).next_word());
    words.insert(
        RandomStream({key.seed + (1ULL << 32U), key.draw, key.purpose, key.entity}).next_word());
    words.insert(RandomStream({key.seed, key.draw + 1, key.purpose, key.entity}).next_word());
    words.insert(RandomStream({key.seed, key.draw, key.purpose + 1, key.entity}).next_word());
    words.insert(RandomStream({key.seed, key.draw, key.purpose, key.entity + 1}).next_word());

    EXPECT_EQ(words.size(), 6U);
}

TEST(RandomStream, uniforms_lie_strictly_inside_and_average_one_half) {
    RandomStream stream({.seed = 1});
    double sum = 0.0;
    constexpr int count = 100000;

    for (int k = 0; k < count; ++k) {
        const double u = stream.uniform();
        ASSERT_GT(u, 0.0);
        ASSERT_LT(u, 1.0);
        sum += u;
    }

    // Five standard errors of the mean of a uniform, sqrt(1/12/count).
    EXPECT_NEAR(sum / count, 0.5, 5.0 * 0.000913);
}

}  // namespace
}  // namespace entente

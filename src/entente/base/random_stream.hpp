#pragma once

// Random numbers that depend on what they are for and never on who draws them: every stream is a
// function of seed, draw, purpose and entity, so threads may take streams in any order.

#include <array>
#include <cstddef>
#include <cstdint>

namespace entente {

/// Four random words from a counter and a key.
///
/// Philox4x32 with ten rounds.
/// Source        Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2,
///               3".
/// Checked by    tests/unit/base/random_stream_test.cpp, with the authors' known answers.
std::array<std::uint32_t, 4> philox_words(const std::array<std::uint32_t, 4>& counter,
                                          const std::array<std::uint32_t, 2>& key);

/// What a stream is for. Two purposes never share numbers.
struct StreamKey {
    std::uint64_t seed = 0;
    std::uint32_t draw = 0;
    std::uint32_t purpose = 0;
    /// The country, row or other thing the numbers belong to.
    std::uint32_t entity = 0;
};

/// The numbers of one key, in order.
class RandomStream {
  public:
    explicit RandomStream(const StreamKey& key) : key_(key) {}

    std::uint32_t next_word();
    /// Between 0 and 1, never either: (k + 1/2) / 2^52 for a k of 52 random bits.
    double uniform();

  private:
    StreamKey key_;
    std::uint32_t block_ = 0;
    std::array<std::uint32_t, 4> words_{};
    std::size_t used_ = 4;
};

}  // namespace entente

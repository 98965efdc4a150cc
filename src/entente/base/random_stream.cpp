#include "entente/base/random_stream.hpp"

#include <Random123/philox.h>

namespace entente {

std::array<std::uint32_t, 4> philox_words(const std::array<std::uint32_t, 4>& counter,
                                          const std::array<std::uint32_t, 2>& key) {
    const r123::Philox4x32::ctr_type from{{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type with{{key[0], key[1]}};
    const r123::Philox4x32::ctr_type to = r123::Philox4x32{}(from, with);
    return {to[0], to[1], to[2], to[3]};
}

std::uint32_t RandomStream::next_word() {
    if (used_ == words_.size()) {
        words_ = philox_words(
            {key_.draw, key_.entity, block_, key_.purpose},
            {static_cast<std::uint32_t>(key_.seed), static_cast<std::uint32_t>(key_.seed >> 32U)});
        ++block_;
        used_ = 0;
    }
    return words_[used_++];
}

double RandomStream::uniform() {
    const std::uint64_t high = next_word() >> 6U;
    const std::uint64_t low = next_word() >> 6U;
    return (static_cast<double>((high << 26U) | low) + 0.5) * 0x1p-52;
}

}  // namespace entente

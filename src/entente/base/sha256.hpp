#pragma once

// SHA-256 of bytes, for content hashes of worlds and outputs.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// Hash of everything added so far, in order. Texts are added with their length and numbers in
/// little-endian order, so that two different contents cannot read as the same bytes.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add_bytes(std::span<const std::byte> bytes);
    void add(std::string_view text);
    void add(double value);
    void add(std::size_t value);
    void add(std::span<const double> values);

    /// 64 lower-case hexadecimal digits. Ends the hash: nothing may be added afterwards.
    std::string hex_digest();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace entente

#include "entente/base/sha256.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <bit>
#include <cstdint>

#include "entente/base/error.hpp"

namespace entente {

static_assert(std::endian::native == std::endian::little,
              "content hashes are of little-endian bytes");

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    if (EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) != 1) {
        throw Error("SHA-256 is not available in this system's cryptography library.");
    }
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add_bytes(std::span<const std::byte> bytes) {
    EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

void Sha256::add(std::string_view text) {
    add(text.size());
    add_bytes(std::as_bytes(std::span(text)));
}

void Sha256::add(double value) {
    add_bytes(std::as_bytes(std::span(&value, 1)));
}

void Sha256::add(std::size_t value) {
    const auto fixed = static_cast<std::uint64_t>(value);
    add_bytes(std::as_bytes(std::span(&fixed, 1)));
}

void Sha256::add(std::span<const double> values) {
    add(values.size());
    add_bytes(std::as_bytes(values));
}

std::string Sha256::hex_digest() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(state_->context, digest.data(), &length);
    std::string text;
    for (unsigned int i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
    return text;
}

}  // namespace entente

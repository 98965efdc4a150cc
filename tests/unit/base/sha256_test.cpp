#include "entente/base/sha256.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

// Digests of FIPS 180-4 example messages, as published by NIST.
TEST(Sha256, gives_the_published_digests) {
    Sha256 empty;
    EXPECT_EQ(empty.hex_digest(),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    Sha256 abc;
    abc.add_bytes(std::as_bytes(std::span("abc", 3)));
    EXPECT_EQ(abc.hex_digest(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, keeps_texts_apart_that_join_to_the_same_bytes) {
    Sha256 first, second;
    first.add(std::string_view("ab"));
    first.add(std::string_view("c"));
    second.add(std::string_view("a"));
    second.add(std::string_view("bc"));

    EXPECT_NE(first.hex_digest(), second.hex_digest());
}

}  // namespace
}  // namespace entente

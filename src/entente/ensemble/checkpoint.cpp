#include "entente/ensemble/checkpoint.hpp"

#include <fmt/format.h>

#include <string_view>

#include "entente/base/error.hpp"
#include "entente/base/sha256.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/ensemble/draw_record_bytes.hpp"

namespace entente {
namespace {

constexpr std::string_view heading = "entente draws 3\n";
constexpr std::size_t hash_size = 64;

std::string hash_of(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex_digest();
}

}  // namespace

std::filesystem::path Checkpoint::file_of(std::size_t block) const {
    return folder_ / fmt::format("{:07}.draws", block);
}

void Checkpoint::write(std::size_t block, const Block& draws) const {
    std::string bytes = std::string(heading) + identity_;
    detail::ByteWriter writer;
    writer(draws);
    bytes += writer.bytes();
    bytes += hash_of(bytes);
    write_whole_file(file_of(block), bytes);
}

std::optional<Block> Checkpoint::read(std::size_t block) const {
    std::string bytes;
    try {
        bytes = read_whole_file(file_of(block));
    } catch (const FileError&) {
        return std::nullopt;
    }
    const std::string start = std::string(heading) + identity_;
    if (bytes.size() < start.size() + hash_size || !bytes.starts_with(start)) return std::nullopt;
    const std::string hash = bytes.substr(bytes.size() - hash_size);
    bytes.resize(bytes.size() - hash_size);
    if (hash_of(bytes) != hash) return std::nullopt;
    Block draws;
    detail::ByteReader reader(std::string_view(bytes).substr(start.size()));
    reader(draws);
    return draws;
}

}  // namespace entente

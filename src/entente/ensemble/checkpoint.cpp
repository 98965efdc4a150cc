#include "entente/ensemble/checkpoint.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>
#include <span>
#include <string_view>

#include "entente/base/error.hpp"
#include "entente/base/sha256.hpp"
#include "entente/base/whole_file.hpp"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little, "blocks are little-endian");

constexpr std::string_view heading = "entente draws 1\n";
constexpr std::size_t hash_size = 64;

std::string hash_of(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex_digest();
}

template <class Number>
void put(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put(std::string& bytes, const Evaluation& evaluation) {
    put(bytes, static_cast<std::uint8_t>(evaluation.is_usable));
    put(bytes, static_cast<std::uint64_t>(evaluation.reason.size()));
    bytes += evaluation.reason;
    put(bytes, static_cast<std::uint64_t>(evaluation.figures.rows()));
    put(bytes, static_cast<std::uint64_t>(evaluation.figures.columns()));
    for (const double figure : evaluation.figures.values()) put(bytes, figure);
}

/// Takes numbers and texts from the front. The hash was checked, so that sizes can be trusted.
class Cursor {
  public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

    bool at_end() const { return bytes_.empty(); }
    template <class Number>
    Number take() {
        Number number{};
        std::memcpy(&number, text(sizeof number).data(), sizeof number);
        return number;
    }
    std::string_view text(std::size_t size) {
        const std::string_view front = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return front;
    }

  private:
    std::string_view bytes_;
};

Evaluation take_evaluation(Cursor& cursor) {
    Evaluation evaluation;
    evaluation.is_usable = cursor.take<std::uint8_t>() != 0;
    evaluation.reason = cursor.text(cursor.take<std::uint64_t>());
    const auto rows = cursor.take<std::uint64_t>();
    const auto columns = cursor.take<std::uint64_t>();
    evaluation.figures = Array2<double>(rows, columns);
    for (double& figure : evaluation.figures.values()) figure = cursor.take<double>();
    return evaluation;
}

}  // namespace

std::filesystem::path Checkpoint::file_of(std::size_t block) const {
    return folder_ / fmt::format("{:07}.draws", block);
}

void Checkpoint::write(std::size_t block, const Block& draws) const {
    std::string bytes = std::string(heading) + identity_;
    for (const DrawRecord& record : draws) {
        put(bytes, record.draw);
        put(bytes, static_cast<std::uint32_t>(record.evaluations.size()));
        for (const Evaluation& evaluation : record.evaluations) put(bytes, evaluation);
    }
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
    Cursor cursor(std::string_view(bytes).substr(start.size()));
    Block draws;
    while (!cursor.at_end()) {
        DrawRecord record{.draw = cursor.take<std::uint32_t>()};
        record.evaluations.resize(cursor.take<std::uint32_t>());
        for (Evaluation& evaluation : record.evaluations) evaluation = take_evaluation(cursor);
        draws.push_back(std::move(record));
    }
    return draws;
}

}  // namespace entente

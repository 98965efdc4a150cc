#include "entente/source/text_file.hpp"

#include <zlib.h>

#include <array>
#include <memory>

#include "entente/base/error.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_text = std::size_t{2} << 30;

struct GzipCloser {
    void operator()(gzFile file) const { gzclose(file); }
};
using GzipHandle = std::unique_ptr<std::remove_pointer_t<gzFile>, GzipCloser>;

/// Length of the UTF-8 character that starts at `at`, or 0 if the bytes there are not one.
std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
    }
    return length;
}

std::size_t first_line_not_utf8(std::string_view text) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(text, at);
        if (length == 0) return line;
        if (text[at] == '\n') ++line;
        at += length;
    }
    return 0;
}

}  // namespace

std::optional<std::string> read_text_file(const fs::path& path, const std::string& shown_as,
                                          Problems& problems) {
    const auto fail = [&](ProblemKind kind, std::size_t line = 0) {
        problems.add({.kind = kind, .file = shown_as, .line = line});
        return std::nullopt;
    };
    if (!fs::exists(path)) return fail(ProblemKind::file_missing);
    if (!fs::is_regular_file(path)) return fail(ProblemKind::file_unreadable);
    const GzipHandle file(gzopen(path.c_str(), "rb"));
    if (!file) return fail(ProblemKind::file_unreadable);
    gzbuffer(file.get(), 1u << 18);

    std::string text;
    std::array<char, 1 << 18> block{};
    int count = 0;
    while ((count = gzread(file.get(), block.data(), block.size())) > 0) {
        text.append(block.data(), static_cast<std::size_t>(count));
        if (text.size() > largest_text) return fail(ProblemKind::file_too_large);
    }
    int state = Z_OK;
    gzerror(file.get(), &state);
    // zlib reports a gzip file that stops in the middle as a buffer error, not as an early end.
    if (count < 0 || (state != Z_OK && state != Z_STREAM_END))
        return fail(ProblemKind::file_truncated);

    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (const std::size_t line = first_line_not_utf8(text))
        return fail(ProblemKind::not_utf8, line);
    return text;
}

std::string gzip(std::string_view text) {
    z_stream stream{};
    // 15 + 16 asks for the gzip header; without a header of our own zlib writes time stamp 0.
    if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw Error("The gzip packer could not be started.");
    }
    std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int state = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (state != Z_STREAM_END) throw Error("The gzip packer failed.");
    return packed;
}

std::optional<fs::path> find_plain_or_gzip(const fs::path& folder, const std::string& name) {
    if (fs::exists(folder / name)) return folder / name;
    if (fs::exists(folder / (name + ".gz"))) return folder / (name + ".gz");
    return std::nullopt;
}

}  // namespace entente

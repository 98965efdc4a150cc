#include "entente/source/line_stream.hpp"

#include <zlib.h>

namespace entente {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 18;
constexpr std::size_t longest_line = std::size_t{1} << 16;

}  // namespace

struct LineStream::Source {
    explicit Source(gzFile opened) : file(opened) {}
    ~Source() { gzclose(file); }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    gzFile file;
};

LineStream::LineStream(const std::filesystem::path& file, Problems& problems)
    : shown_as_(file.string()), problems_(problems) {
    gzFile opened = std::filesystem::is_regular_file(file) ? gzopen(file.c_str(), "rb") : nullptr;
    if (opened == nullptr) {
        is_over_ = true;
        fail(std::filesystem::exists(file) ? ProblemKind::file_unreadable
                                           : ProblemKind::file_missing);
        return;
    }
    gzbuffer(opened, block_size);
    source_ = std::make_unique<Source>(opened);
}

LineStream::~LineStream() = default;

void LineStream::fail(ProblemKind kind) {
    problems_.add({.kind = kind, .file = shown_as_, .line = line_});
    source_.reset();
}

/// Moves what is left to the front and reads a block behind it. Whether there was anything to read.
bool LineStream::refill() {
    if (!source_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + block_size);
    const int count = gzread(source_->file, buffer_.data() + kept, block_size);
    buffer_.resize(kept + static_cast<std::size_t>(count > 0 ? count : 0));
    int state = Z_OK;
    gzerror(source_->file, &state);
    // zlib reports a gzip file that stops in the middle as a buffer error, not as an early end.
    if (count < 0 || (state != Z_OK && state != Z_STREAM_END)) {
        buffer_.clear();
        fail(ProblemKind::file_truncated);
        return false;
    }
    return count > 0;
}

std::optional<std::string_view> LineStream::next() {
    std::size_t end = buffer_.find('\n', at_);
    while (end == std::string::npos && !is_over_) {
        if (buffer_.size() - at_ > longest_line) {
            buffer_.clear();
            at_ = 0;
            is_over_ = true;
            fail(ProblemKind::wrong_field_count);
            return {};
        }
        if (!refill()) is_over_ = true;
        end = buffer_.find('\n', at_);
    }
    if (end == std::string::npos) {
        if (at_ >= buffer_.size()) return {};
        end = buffer_.size();
    }
    std::string_view text = std::string_view(buffer_).substr(at_, end - at_);
    at_ = std::min(end + 1, buffer_.size());
    ++line_;
    if (line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

}  // namespace entente

#pragma once

// Lines of a file one after another, plain or gzip, without holding the file in memory.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "entente/base/problem.hpp"

namespace entente {

class LineStream {
  public:
    /// A file that cannot be opened goes to `problems`, and there are no lines.
    LineStream(const std::filesystem::path& file, Problems& problems);
    ~LineStream();
    LineStream(const LineStream&) = delete;
    LineStream& operator=(const LineStream&) = delete;

    /// The next line without its end; valid until the next call. Nothing at the end of the file,
    /// and after damage or a line of more than 64 KiB, which go to the problems.
    std::optional<std::string_view> next();
    /// Of the last line given, counted from 1.
    std::size_t line() const { return line_; }

  private:
    struct Source;
    bool refill();
    void fail(ProblemKind kind);

    std::string shown_as_;
    Problems& problems_;
    std::unique_ptr<Source> source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    bool is_over_ = false;
};

}  // namespace entente

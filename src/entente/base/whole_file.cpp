#include "entente/base/whole_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "entente/base/error.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

void flush_to_disk(const fs::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY);
    if (handle < 0) throw FileError(fmt::format("{}: {}.", path.string(), std::strerror(errno)));
    const bool flushed = ::fsync(handle) == 0;
    ::close(handle);
    if (!flushed) throw FileError(fmt::format("{}: cannot flush to the disk.", path.string()));
}

/// Programs on other machines may write to the same folder: a process number means nothing there.
std::string host_name() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

std::string temporary_prefix(const fs::path& final_path) {
    return fmt::format(".{}.{}-", final_path.filename().string(), host_name());
}

constexpr std::string_view temporary_ending = ".partial";

/// Removes what programs left that were killed while they wrote the same path.
void remove_leftovers(const fs::path& parent, const std::string& prefix) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(parent, error)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix) || !name.ends_with(temporary_ending)) continue;
        pid_t process = 0;
        const char* const first = name.data() + prefix.size();
        const char* const last = name.data() + name.size() - temporary_ending.size();
        const auto [end, failure] = std::from_chars(first, last, process);
        if (failure != std::errc{} || end != last || process <= 0) continue;
        if (::kill(process, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), error);
    }
}

}  // namespace

PendingPath::PendingPath(fs::path final_path) : final_(std::move(final_path)) {
    const fs::path parent = final_.has_parent_path() ? final_.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(parent, error);
    if (error) {
        throw FileError(
            fmt::format("{}: cannot make the folder: {}.", parent.string(), error.message()));
    }
    const std::string prefix = temporary_prefix(final_);
    remove_leftovers(parent, prefix);
    temporary_ = parent / fmt::format("{}{}{}", prefix, ::getpid(), temporary_ending);
    fs::remove_all(temporary_, error);
}

PendingPath::~PendingPath() {
    std::error_code ignored;
    if (!kept_) fs::remove_all(temporary_, ignored);
}

void PendingPath::keep() {
    if (fs::is_directory(temporary_)) {
        for (const auto& entry : fs::directory_iterator(temporary_)) flush_to_disk(entry.path());
    } else {
        flush_to_disk(temporary_);
    }
    std::error_code error;
    fs::rename(temporary_, final_, error);
    if (error)
        throw FileError(fmt::format("{}: cannot write: {}.", final_.string(), error.message()));
    kept_ = true;
    flush_to_disk(final_.has_parent_path() ? final_.parent_path() : fs::path("."));
}

void write_whole_file(const fs::path& path, std::string_view content) {
    PendingPath pending(path);
    {
        std::ofstream stream(pending.temporary(), std::ios::binary);
        stream.write(content.data(), static_cast<std::streamsize>(content.size()));
        stream.flush();
        if (!stream) {
            throw FileError(
                fmt::format("{}: cannot write: {}.", path.string(), std::strerror(errno)));
        }
    }
    pending.keep();
}

std::string read_whole_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream || fs::is_directory(path)) {
        throw FileError(fmt::format("{}: cannot open: {}.", path.string(), std::strerror(errno)));
    }
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace entente

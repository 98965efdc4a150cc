#include "entente/base/folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "entente/base/error.hpp"

namespace entente {
namespace {

/// What the holder wrote of itself; empty if it has not come to that yet.
std::string holder_in(int handle) {
    std::array<char, 400> text{};
    const ssize_t size = ::pread(handle, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "another process";
}

std::string this_process() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return fmt::format("process {} on {}", ::getpid(), host.data());
}

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw FileError(fmt::format("Cannot lock {}: {}.", file.string(), std::strerror(errno)));
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, const std::string& name)
    : file_(folder / name) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    do {
        // A file that its holder removed after it was opened here protects nothing.
        if (handle_ >= 0) ::close(handle_);
        handle_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (handle_ < 0) fail(file_);
        if (::flock(handle_, LOCK_EX | LOCK_NB) != 0) {
            const bool is_held = errno == EWOULDBLOCK;
            const std::string holder = is_held ? holder_in(handle_) : "";
            const int reason = errno;
            ::close(handle_);
            errno = reason;
            if (!is_held) fail(file_);
            throw FileError(
                fmt::format("{} is written to by {}. Wait for its end, or choose another folder.",
                            folder.string(), holder));
        }
    } while (!is_in_place());
    const std::string text = this_process();
    if (::ftruncate(handle_, 0) != 0 ||
        ::pwrite(handle_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        const int reason = errno;
        ::close(handle_);
        errno = reason;
        fail(file_);
    }
}

FolderLock::~FolderLock() {
    // While it is still locked, so that nobody else's file is removed.
    ::unlink(file_.c_str());
    ::close(handle_);
}

bool FolderLock::is_in_place() const {
    struct stat open_file {};
    struct stat named_file {};
    return ::fstat(handle_, &open_file) == 0 && ::stat(file_.c_str(), &named_file) == 0 &&
           open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
}

}  // namespace entente

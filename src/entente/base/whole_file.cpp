#include "entente/base/whole_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
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

}  // namespace

PendingPath::PendingPath(fs::path final_path) : final_(std::move(final_path)) {
    const fs::path parent = final_.has_parent_path() ? final_.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(parent, error);
    if (error) {
        throw FileError(
            fmt::format("{}: cannot make the folder: {}.", parent.string(), error.message()));
    }
    temporary_ = parent / fmt::format(".{}.{}.partial", final_.filename().string(), ::getpid());
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

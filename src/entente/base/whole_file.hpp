#pragma once

// Files and folders that appear whole or not at all.

#include <filesystem>
#include <string>
#include <string_view>

namespace entente {

/// Writes a file under a temporary name beside `path`, flushes it to the disk and renames it, so
/// that a reader never meets half a file and a killed program leaves the old one as it was.
/// @throws FileError naming the path and the system's reason.
void write_whole_file(const std::filesystem::path& path, std::string_view content);

/// A temporary name beside a final one. keep() flushes and renames; without it the destructor
/// removes what was written. A program that is killed leaves its temporary behind, until a program
/// on the same machine next writes the same path. For files that a library writes itself, and for
/// folders.
class PendingPath {
  public:
    /// @throws FileError if the parent folder cannot be made.
    explicit PendingPath(std::filesystem::path final_path);
    ~PendingPath();
    PendingPath(const PendingPath&) = delete;
    PendingPath& operator=(const PendingPath&) = delete;

    const std::filesystem::path& temporary() const { return temporary_; }
    /// @throws FileError if the final path is a folder that is not empty, or renaming fails.
    void keep();

  private:
    std::filesystem::path final_;
    std::filesystem::path temporary_;
    bool kept_ = false;
};

/// The whole content of a file. @throws FileError naming the path and the system's reason.
std::string read_whole_file(const std::filesystem::path& path);

}  // namespace entente

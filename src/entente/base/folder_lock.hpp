#pragma once

// A folder that one program at a time may write to.

#include <filesystem>
#include <optional>
#include <string>

namespace entente {

/// Holds a file of the folder locked until it goes. The lock belongs to the process, so that one
/// that was killed blocks nobody, whatever it left behind.
class FolderLock {
  public:
    /// Makes the folder if it is not there.
    /// @throws FileError if another process holds the lock, naming its number and machine, or if
    /// the
    ///         file cannot be made or locked.
    FolderLock(const std::filesystem::path& folder, const std::string& name);
    /// Removes the file.
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    /// Whether the file under the name is still the one that is open.
    bool is_in_place() const;

    std::filesystem::path file_;
    int handle_ = -1;
};

}  // namespace entente

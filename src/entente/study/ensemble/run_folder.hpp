#pragma once

// The folder of a run: its manifest, the copy of its scenario, its draws and tables.

#include <filesystem>
#include <memory>
#include <string>

#include "entente/base/folder_lock.hpp"
#include "entente/report/ensemble/run_manifest.hpp"

namespace entente::detail {

class RunFolder {
  public:
    explicit RunFolder(std::filesystem::path path) : path_(std::move(path)) {}

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path scenario() const { return path_ / "scenario.toml"; }
    std::filesystem::path blocks() const { return path_ / "blocks"; }
    std::filesystem::path file(const std::string& name) const { return path_ / name; }

    bool has_run() const;
    /// @throws DataError if there is no manifest, or it is none of a run.
    RunManifest manifest() const;
    void write(const RunManifest& manifest) const;
    /// Makes room for a new run; never touches a folder that holds something else.
    /// @throws OptionError if there is something and it may not be replaced; FileError as lock.
    std::unique_ptr<FolderLock> clear(const RunManifest& next, bool may_replace) const;
    /// Keeps other programs from writing to the folder while it lives.
    /// @throws FileError if another one does.
    std::unique_ptr<FolderLock> lock() const;

  private:
    /// Nothing, or what a program left that was killed before it had begun.
    bool is_empty() const;
    void check_room(const RunManifest& next, bool may_replace) const;

    std::filesystem::path path_;
};

/// How two runs differ in what their draws depend on: "seed 1 there, 2 here; ...". Empty = in
/// nothing.
std::string differences(const RunManifest& there, const RunManifest& here);

}  // namespace entente::detail

#include "entente/study/ensemble/run_folder.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <system_error>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"

namespace entente::detail {
namespace {

constexpr const char* manifest_name = "manifest.json";
constexpr const char* lock_name = ".lock";

void compare(std::string& text, const char* what, const std::string& there,
             const std::string& here) {
    if (there == here) return;
    text += fmt::format("{}{} {} there, {} here", text.empty() ? "" : "; ", what,
                        there.empty() ? "none" : there, here.empty() ? "none" : here);
}

}  // namespace

std::string differences(const RunManifest& there, const RunManifest& here) {
    std::string text;
    compare(text, "version", there.version, here.version);
    compare(text, "commit", there.commit, here.commit);
    compare(text, "world", there.world_hash, here.world_hash);
    compare(text, "scenario", there.scenario_hash, here.scenario_hash);
    // A base beside the scenario may have changed.
    if (there.scenario_hash == here.scenario_hash && there.at == here.at) {
        compare(text, "measures", there.measures_hash, here.measures_hash);
    }
    compare(text, "day", there.at, here.at);
    compare(text, "deficits", there.deficits, here.deficits);
    compare(text, "horizon", there.horizon, here.horizon);
    compare(text, "profile", there.profile, here.profile);
    compare(text, "sampler", there.sampler, here.sampler);
    compare(text, "indices", there.indices, here.indices);
    compare(text, "seed", there.seed, here.seed);
    compare(text, "sectors of", fmt::format("{}", fmt::join(there.sectors, ",")),
            fmt::format("{}", fmt::join(here.sectors, ",")));
    compare(text, "products", there.products_hash, here.products_hash);
    compare(text, "draws", std::to_string(there.num_draws), std::to_string(here.num_draws));
    return text;
}

bool RunFolder::has_run() const {
    std::error_code error;
    return std::filesystem::exists(path_ / manifest_name, error);
}

RunManifest RunFolder::manifest() const {
    const std::string file = (path_ / manifest_name).string();
    if (!has_run()) {
        throw DataError({{.kind = ProblemKind::file_missing,
                          .file = file,
                          .expected = "the folder of a run of entente ensemble"}});
    }
    return parse_manifest(read_whole_file(file), file);
}

void RunFolder::write(const RunManifest& manifest) const {
    write_whole_file(path_ / manifest_name, manifest_text(manifest));
}

bool RunFolder::is_empty() const {
    std::error_code error;
    if (!std::filesystem::exists(path_, error)) return true;
    for (const auto& entry : std::filesystem::directory_iterator(path_, error)) {
        if (entry.path().filename() != lock_name) return false;
    }
    return !error;
}

std::unique_ptr<FolderLock> RunFolder::lock() const {
    return std::make_unique<FolderLock>(path_, lock_name);
}

void RunFolder::check_room(const RunManifest& next, bool may_replace) const {
    if (!has_run()) {
        throw OptionError(fmt::format(
            "{} is not empty and holds no run of entente ensemble. Choose another folder.",
            path_.string()));
    }
    const RunManifest there = manifest();
    if (!may_replace) {
        const std::string other = differences(there, next);
        const std::string what = other.empty() ? fmt::format("the same run, {} of {} draws done",
                                                             there.num_done, there.num_draws)
                                               : "another run: " + other;
        throw OptionError(
            fmt::format("{} holds {}. Go on with entente resume {}, replace it with "
                        "--force, or choose another folder.",
                        path_.string(), what, path_.string()));
    }
}

std::unique_ptr<FolderLock> RunFolder::clear(const RunManifest& next, bool may_replace) const {
    // Asked before the lock too, which writes into the folder.
    if (!is_empty()) check_room(next, may_replace);
    std::unique_ptr<FolderLock> held = lock();
    if (is_empty()) return held;
    check_room(next, may_replace);
    // Only what a run writes: a user's own files in the folder stay.
    for (const RunOutput& output : manifest().outputs) {
        // A manifest from elsewhere must not lead out of the folder.
        std::filesystem::remove(path_ / std::filesystem::path(output.file).filename());
    }
    std::filesystem::remove_all(blocks());
    std::filesystem::remove(scenario());
    std::filesystem::remove(path_ / manifest_name);
    return held;
}

}  // namespace entente::detail

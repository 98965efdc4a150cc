#include "entente/study/run_folder.hpp"

#include <fmt/format.h>

#include <array>
#include <system_error>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"

namespace entente::detail {
namespace {

constexpr const char* manifest_name = "manifest.json";

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
    compare(text, "day", there.at, here.at);
    compare(text, "deficits", there.deficits, here.deficits);
    compare(text, "horizon", there.horizon, here.horizon);
    compare(text, "profile", there.profile, here.profile);
    compare(text, "sampler", there.sampler, here.sampler);
    compare(text, "indices", there.indices, here.indices);
    compare(text, "seed", there.seed, here.seed);
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

void RunFolder::clear(const RunManifest& next, bool may_replace) const {
    std::error_code error;
    if (!std::filesystem::exists(path_, error) || std::filesystem::is_empty(path_, error)) return;
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
    // Only what a run writes: a user's own files in the folder stay.
    for (const RunOutput& output : there.outputs) {
        // A manifest from elsewhere must not lead out of the folder.
        std::filesystem::remove(path_ / std::filesystem::path(output.file).filename());
    }
    std::filesystem::remove_all(blocks());
    std::filesystem::remove(scenario());
    std::filesystem::remove(path_ / manifest_name);
}

}  // namespace entente::detail

#include "entente/report/ensemble/run_manifest.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdint>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kind = "entente ensemble 2";
constexpr std::size_t most_draws = 10'000'000;

void check_numbers(const RunManifest& manifest, const std::string& file) {
    std::uint64_t seed = 0;
    const char* const end = manifest.seed.data() + manifest.seed.size();
    const auto [stop, error] = std::from_chars(manifest.seed.data(), end, seed);
    Problems problems;
    if (error != std::errc{} || stop != end) {
        problems.add({.kind = ProblemKind::value_out_of_range,
                      .file = file,
                      .column = "options.seed",
                      .value = manifest.seed,
                      .expected = "a whole number below 2^64"});
    }
    if (manifest.num_draws == 0 || manifest.num_draws > most_draws) {
        problems.add({.kind = ProblemKind::value_out_of_range,
                      .file = file,
                      .column = "options.draws",
                      .value = std::to_string(manifest.num_draws),
                      .expected = "1 to " + std::to_string(most_draws)});
    }
    problems.throw_if_any();
}

}  // namespace

std::string manifest_text(const RunManifest& manifest) {
    Json outputs = Json::array();
    for (const RunOutput& output : manifest.outputs) {
        outputs.push_back({{"file", output.file}, {"sha256", output.sha256}});
    }
    const Json json{{"kind", kind},
                    {"program",
                     {{"version", manifest.version},
                      {"commit", manifest.commit},
                      {"compiler", manifest.compiler}}},
                    {"world", {{"opened", manifest.world}, {"content_hash", manifest.world_hash}}},
                    {"scenario",
                     {{"title", manifest.title},
                      {"opened", manifest.scenario_file},
                      {"sha256", manifest.scenario_hash},
                      {"measures_sha256", manifest.measures_hash}}},
                    {"products", {{"sha256", manifest.products_hash}}},
                    {"options",
                     {{"at", manifest.at},
                      {"deficits", manifest.deficits},
                      {"horizon", manifest.horizon},
                      {"profile", manifest.profile},
                      {"sampler", manifest.sampler},
                      {"indices", manifest.indices},
                      {"seed", manifest.seed},
                      {"sectors", manifest.sectors},
                      {"draws", manifest.num_draws}}},
                    {"draws_done", manifest.num_done},
                    {"draws_failed", manifest.num_failed},
                    {"complete", manifest.is_complete},
                    {"identity", manifest.identity},
                    {"inputs", manifest.inputs},
                    {"outputs", outputs}};
    return json.dump(2) + "\n";
}

RunManifest parse_manifest(const std::string& text, const std::string& file) {
    RunManifest manifest;
    try {
        const Json json = Json::parse(text);
        if (json.at("kind") != kind) {
            throw DataError({{.kind = ProblemKind::unknown_word,
                              .file = file,
                              .column = "kind",
                              .value = json.at("kind").dump(),
                              .expected = kind}});
        }
        const Json& options = json.at("options");
        manifest = {.version = json.at("program").at("version"),
                    .commit = json.at("program").at("commit"),
                    .compiler = json.at("program").at("compiler"),
                    .world = json.at("world").at("opened"),
                    .world_hash = json.at("world").at("content_hash"),
                    .title = json.at("scenario").at("title"),
                    .scenario_file = json.at("scenario").at("opened"),
                    .scenario_hash = json.at("scenario").at("sha256"),
                    .measures_hash = json.at("scenario").at("measures_sha256"),
                    .at = options.at("at"),
                    .deficits = options.at("deficits"),
                    // Runs of before there were horizons are of the long run.
                    .horizon = options.value("horizon", "long"),
                    .profile = options.value("profile", "standard"),
                    .sampler = options.at("sampler"),
                    .indices = options.at("indices"),
                    .seed = options.at("seed"),
                    .sectors = options.at("sectors"),
                    .products_hash = json.at("products").at("sha256"),
                    .num_draws = options.at("draws"),
                    .num_done = json.at("draws_done"),
                    .num_failed = json.at("draws_failed"),
                    .is_complete = json.at("complete"),
                    .identity = json.at("identity"),
                    .inputs = json.at("inputs")};
        for (const Json& output : json.at("outputs")) {
            manifest.outputs.push_back({output.at("file"), output.at("sha256")});
        }
        check_numbers(manifest, file);
    } catch (const Json::exception& error) {
        throw DataError({{.kind = ProblemKind::wrong_type,
                          .file = file,
                          .value = error.what(),
                          .expected = "the manifest of an ensemble",
                          .fix = "name the folder of a run of entente ensemble"}});
    }
    return manifest;
}

}  // namespace entente

#include "entente/study/ensemble/batch_job.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <regex>

#include "entente/base/error.hpp"

namespace entente {
namespace {

void check(const EnsembleOptions& options) {
    if (options.output.empty()) {
        throw OptionError("The folder for the result is missing: write -o DIR.");
    }
    if (!options.replay.empty()) {
        throw OptionError("A draw is replayed at once; leave out --slurm.");
    }
    if (options.force) {
        throw OptionError(
            "With --force a job that is started again would throw its draws away. Remove the old "
            "run, and leave out --force.");
    }
    static const std::regex limit(R"((\d{1,3}-)?\d{1,3}:\d{2}:\d{2})");
    if (std::regex_match(options.time, limit)) return;
    throw OptionError(
        fmt::format("time is {}; it must be hours:minutes:seconds, such as 02:00:00, or "
                    "days-hours:minutes:seconds.",
                    options.time));
}

/// Options that differ from those left out, so that the script says what was asked for.
std::vector<std::string> words_of(const EnsembleOptions& options) {
    std::vector<std::string> words{"ensemble", options.scenario};
    const EnsembleOptions plain;
    const auto add = [&](const char* name, const std::string& value, const std::string& otherwise) {
        if (value == otherwise) return;
        words.emplace_back(name);
        words.push_back(value);
    };
    add("--world", options.world, plain.world);
    add("--deficits", options.deficits, plain.deficits);
    add("--at", options.at, plain.at);
    add("--draws", std::to_string(options.draws), "");
    add("--seed", std::to_string(options.seed), "");
    add("--sampler", options.sampler, plain.sampler);
    add("--indices", options.indices, plain.indices);
    add("--sectors", fmt::format("{}", fmt::join(options.sectors, ",")), "");
    return words;
}

void add_end(std::vector<std::string>& words, const EnsembleOptions& options) {
    words.emplace_back("--threads");
    words.push_back(std::to_string(options.threads == 0 ? 1 : options.threads));
    words.emplace_back("--quiet");
}

}  // namespace

BatchScript make_batch_script(const EnsembleOptions& options) {
    check(options);
    BatchScript script{.name = "entente",
                       .num_nodes = options.nodes,
                       .num_ranks = options.num_ranks,
                       .time_limit = options.time,
                       .folder = options.output,
                       .begin = words_of(options),
                       .resume = {"resume", options.output}};
    script.begin.emplace_back("-o");
    script.begin.push_back(options.output);
    add_end(script.begin, options);
    add_end(script.resume, options);
    return script;
}

}  // namespace entente

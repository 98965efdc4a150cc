#include "show_study.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "exit_code.hpp"

namespace entente::cli {
namespace {

Format wanted_format(const OutputOptions& output) {
    if (output.json && !output.format.empty() && output.format != "json") {
        throw OptionError(
            fmt::format("--json and --format {} contradict each other.", output.format));
    }
    if (output.json) return Format::json;
    if (!output.format.empty()) return format_named(output.format);
    return format_of_file(output.output);
}

/// What this program alone knows of where it runs.
void add_surroundings(StudyResult& result, const Session& session) {
    auto* diagnosis = std::get_if<Diagnosis>(&result);
    if (diagnosis == nullptr) return;
    const Terminal& terminal = session.terminal;
    diagnosis->surroundings = {
        {"program", session.executable.string()},
        {"terminal", terminal.is_terminal ? fmt::format("{} columns, {}", terminal.width,
                                                        terminal.colour ? "colour" : "no colour")
                                          : "none"}};
}

int exit_code_of(const StudyResult& result) {
    const auto* checks = std::get_if<WorldChecks>(&result);
    if (checks != nullptr && checks->num_failed() > 0) return exit_bad_data;
    const auto* diagnosis = std::get_if<Diagnosis>(&result);
    if (diagnosis != nullptr && !diagnosis->is_healthy()) return exit_bad_data;
    const auto* verification = std::get_if<Verification>(&result);
    if (verification != nullptr && verification->num_different() > 0) return exit_other;
    const auto* solution = std::get_if<Solution>(&result);
    if (solution != nullptr && !solution->certificate.is_converged) return exit_not_converged;
    if (solution != nullptr && solution->path && !solution->path->is_complete) {
        return exit_not_converged;
    }
    const auto* path = std::get_if<PolicyPathReport>(&result);
    if (path != nullptr && path->num_failed > 0 &&
        path->num_failed == std::max<std::size_t>(path->num_draws, 1)) {
        return exit_not_converged;
    }
    const auto* positions = std::get_if<PositionsTable>(&result);
    if (positions != nullptr && !positions->is_converged) return exit_not_converged;
    const auto* ensemble = std::get_if<EnsembleReport>(&result);
    if (ensemble != nullptr && !ensemble->manifest.is_complete) return exit_interrupted;
    if (ensemble != nullptr && ensemble->manifest.num_failed == ensemble->manifest.num_done) {
        return exit_not_converged;
    }
    const auto* replay = std::get_if<DrawReplay>(&result);
    if (replay != nullptr && !replay->evaluation.is_usable) return exit_not_converged;
    return exit_ok;
}

}  // namespace

int show_study(const StudyPlan& plan, const OutputOptions& output, const Session& session) {
    const bool to_file = !output.output.empty();
    const Rendering how{.format = wanted_format(output),
                        .width = session.terminal.width,
                        .colour = session.terminal.colour && !to_file};
    StudyResult result = run_study(plan, WorldCatalog::for_program(session.executable));
    add_surroundings(result, session);
    const std::string text = std::visit([&](const auto& r) { return render(r, how); }, result);
    if (to_file) {
        write_whole_file(output.output, text);
        if (!output.quiet) say(fmt::format("Wrote {}.", output.output));
    } else {
        write_out(text);
    }
    return exit_code_of(result);
}

int write_study(const StudyPlan& plan, bool quiet, const Session& session) {
    const auto result = run_study(plan, WorldCatalog::for_program(session.executable));
    const auto& written = std::get<WrittenWorld>(result);
    if (!quiet) {
        say(fmt::format("Wrote {}: {}", written.path, world_line(written.world)));
    }
    return exit_ok;
}

}  // namespace entente::cli

#include "run_progress.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

#include "terminal.hpp"

namespace entente::cli {
namespace {

// Runs that are over in a second need no line.
constexpr double seconds_before_first = 1.0;
constexpr double seconds_between_updates = 0.2;
constexpr double seconds_between_lines = 10.0;

long most_memory_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    // Linux counts in KiB.
    return usage.ru_maxrss / 1024;
}

}  // namespace

std::string progress_line(const DrawProgress& progress) {
    const auto solved = static_cast<double>(progress.num_done - progress.num_found);
    const auto left = static_cast<double>(progress.num_draws - progress.num_done);
    std::string line = fmt::format("{} of {} draws", progress.num_done, progress.num_draws);
    if (solved > 0.0 && progress.seconds > 0.0) {
        line += fmt::format(", {:.1f} a second, about {:.0f} s left", solved / progress.seconds,
                            left * progress.seconds / solved);
    }
    if (progress.num_failed > 0) {
        line += fmt::format(", {} without a solution", progress.num_failed);
    }
    return line + fmt::format(", {} MB", most_memory_megabytes());
}

RunProgress::RunProgress(bool is_quiet)
    : is_quiet_(is_quiet), is_terminal_(::isatty(STDERR_FILENO) == 1) {
    note_interruptions();
}

RunProgress::~RunProgress() {
    if (has_line_) std::fputs("\n", stderr);
}

RunHooks RunProgress::hooks() {
    RunHooks hooks{.progress = {}, .is_interrupted = is_interrupted};
    if (!is_quiet_) hooks.progress = [this](const DrawProgress& progress) { show(progress); };
    return hooks;
}

void RunProgress::show(const DrawProgress& progress) {
    const double since = progress.seconds - last_shown_;
    const bool is_last = progress.num_done == progress.num_draws && has_line_;
    if (is_terminal_) {
        if (progress.seconds < seconds_before_first) return;
        if (since < seconds_between_updates && !is_last) return;
        // Back to the start of the line, and clear it.
        std::fputs(fmt::format("\r\x1b[K{}", progress_line(progress)).c_str(), stderr);
        has_line_ = true;
    } else {
        if (since < seconds_between_lines) return;
        say(progress_line(progress));
    }
    last_shown_ = progress.seconds;
}

}  // namespace entente::cli

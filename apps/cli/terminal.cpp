#include "terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "entente/base/error.hpp"
#include "exit_code.hpp"

namespace entente::cli {
namespace {

// Text for a pipe or a file is laid out for a wide but ordinary window.
constexpr std::size_t width_without_terminal = 120;
constexpr std::size_t narrowest = 40;

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view(value);
}

std::size_t measured_width(bool is_terminal) {
    std::size_t columns = 0;
    const std::string_view wanted = variable("COLUMNS");
    std::from_chars(wanted.data(), wanted.data() + wanted.size(), columns);
    if (columns >= narrowest) return columns;
    winsize size{};
    if (is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= narrowest) {
        return size.ws_col;
    }
    return width_without_terminal;
}

extern "C" void leave_interrupted(int) {
    ::_exit(exit_interrupted);
}

// A handler may touch nothing else than such a flag.
volatile std::sig_atomic_t interruption_noted = 0;

extern "C" void note_interruption(int) {
    if (interruption_noted != 0) ::_exit(exit_interrupted);
    interruption_noted = 1;
}

}  // namespace

Terminal terminal_now() {
    const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
    const bool colour = is_terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    return {.is_terminal = is_terminal, .width = measured_width(is_terminal), .colour = colour};
}

void write_out(std::string_view data) {
    while (!data.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, data.data(), data.size());
        if (written >= 0) {
            data.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            return;
        } else if (errno != EINTR) {
            throw FileError(fmt::format("Cannot write the result: {}.", std::strerror(errno)));
        }
    }
}

void say(std::string_view line) {
    const std::string text = fmt::format("{}\n", line);
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void install_signal_handlers() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, leave_interrupted);
    std::signal(SIGTERM, leave_interrupted);
}

void note_interruptions() {
    std::signal(SIGINT, note_interruption);
    std::signal(SIGTERM, note_interruption);
    // What mpirun passes on to its processes; it ends them soon after the other two.
    std::signal(SIGUSR1, note_interruption);
}

bool is_interrupted() {
    return interruption_noted != 0;
}

}  // namespace entente::cli

#pragma once

// Where the program's words go: data to standard output, talk to standard error.

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

struct Terminal {
    bool is_terminal = false;
    /// Columns to fit text into.
    std::size_t width = 0;
    /// Only on a terminal, and never where NO_COLOR is set.
    bool colour = false;
};

/// Standard output as it stands now. COLUMNS, if set, overrides the measured width.
Terminal terminal_now();

/// Writes data. A reader that has gone (a closed pipe) is no error.
/// @throws FileError if the data cannot be written for another reason.
void write_out(std::string_view data);

/// Writes one line of talk.
void say(std::string_view line);

/// A closed pipe shows as an error of writing and does not end the program; Ctrl-C and a polite
/// kill end it with exit code 5.
void install_signal_handlers();

/// From here on the first Ctrl-C or polite kill is noted and not obeyed; a second one ends the
/// program as before.
void note_interruptions();
bool is_interrupted();

}  // namespace entente::cli

#pragma once

// From the options of a task to text on standard output or in a file.

#include <memory>
#include <string>

#include "entente/study/run_study.hpp"
#include "program.hpp"

namespace entente::cli {

/// How the result of a task leaves the program.
struct OutputOptions {
    /// Empty = by the ending of `output`, or text.
    std::string format{};
    /// Empty = standard output.
    std::string output{};
    bool json = false;
    bool quiet = false;
};

template <class Visitor>
void describe(OutputOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "format",
                     .value = "text|csv|json|md|html|svg",
                     .text = "Format (default: by the ending of the output file, or text)"},
          options.format);
    visit(OptionText{.name = "output",
                     .value = "FILE",
                     .text = "Write to this file instead of standard output",
                     .letter = 'o'},
          options.output);
    visit(OptionText{.name = "json", .value = "", .text = "Short for --format json"}, options.json);
    visit(OptionText{.name = "quiet", .value = "", .text = "No talk on standard error"},
          options.quiet);
}

/// Runs a task and shows its result. Gives the exit code.
int show_study(const StudyPlan& plan, const OutputOptions& output, const Session& session);

/// Runs a task that writes a world, and says what it wrote.
int write_study(const StudyPlan& plan, bool quiet, const Session& session);

/// A verb whose options are those of a task and whose result is shown.
template <class Options>
Verb study_verb(std::string name, std::string summary, std::string example) {
    const auto declare = [](Arguments& arguments) -> Action {
        // Shared, because the action is copied and the arguments fill one and the same place.
        const auto options = std::make_shared<std::pair<Options, OutputOptions>>();
        describe(options->first, arguments);
        describe(options->second, arguments);
        return [options](const Session& session) {
            return show_study(options->first, options->second, session);
        };
    };
    return {std::move(name), std::move(summary), std::move(example), declare};
}

/// A verb whose task writes a world to its own output.
template <class Options>
Verb writing_verb(std::string name, std::string summary, std::string example) {
    const auto declare = [](Arguments& arguments) -> Action {
        const auto options = std::make_shared<std::pair<Options, bool>>();
        describe(options->first, arguments);
        arguments(OptionText{.name = "quiet", .value = "", .text = "No talk on standard error"},
                  options->second);
        return [options](const Session& session) {
            return write_study(options->first, options->second, session);
        };
    };
    return {std::move(name), std::move(summary), std::move(example), declare};
}

}  // namespace entente::cli

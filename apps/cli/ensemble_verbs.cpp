#include <fmt/format.h>

#include "run_progress.hpp"
#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {
namespace {

/// Formats of what is shown; the folder of the run takes the letter o.
template <class Visitor>
void describe_shown(OutputOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "format",
                     .value = "text|csv|json|md|html",
                     .text = "Format of what is shown (default: text)"},
          options.format);
    visit(OptionText{.name = "json", .value = "", .text = "Short for --format json"}, options.json);
    visit(OptionText{.name = "quiet", .value = "", .text = "No talk on standard error"},
          options.quiet);
}

/// A verb that works long, shows how far it is, and keeps what is done when it is interrupted.
template <class Options>
Verb running_verb(std::string name, std::string summary, std::string example) {
    const auto declare = [](Arguments& arguments) -> Action {
        const auto options = std::make_shared<std::pair<Options, OutputOptions>>();
        describe(options->first, arguments);
        describe_shown(options->second, arguments);
        return [options](const Session& session) {
            RunProgress progress(options->second.quiet);
            options->first.hooks = progress.hooks();
            options->first.hooks.ranks = session.ranks;
            return show_study(options->first, options->second, session);
        };
    };
    return {std::move(name), std::move(summary), std::move(example), declare};
}

}  // namespace

void add_ensemble_verbs(Program& program) {
    program.add(study_verb<PolicyPathOptions>(
        "path", "Years ahead under policies that may swing, while supply chains adjust slowly",
        "entente path scenarios/policy-swings-2040.toml --draws 100 --country CAN"));
    program.add(running_verb<EnsembleOptions>(
        "ensemble", "Solve a scenario many times with other values of what is uncertain",
        "entente ensemble scenarios/us-tariffs-ensemble.toml --draws 1000 -o run"));
    program.add(running_verb<ResumeOptions>(
        "resume", "Go on with an ensemble that was interrupted, to the same bytes",
        "entente resume run"));
    program.add(study_verb<CompareOptions>(
        "compare", "Two ensembles with the same draws: the difference inside each draw",
        "entente compare run-without run-with"));
}

}  // namespace entente::cli

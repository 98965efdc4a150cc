#include "completion.hpp"
#include "exit_code.hpp"
#include "verbs.hpp"

namespace entente::cli {
namespace {

struct CompletionOptions {
    std::string shell{};
};

template <class Visitor>
void describe(CompletionOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "shell",
                     .value = "bash|zsh|fish",
                     .text = "Shell to write the script for",
                     .is_positional = true,
                     .is_required = true,
                     .choices = {"bash", "zsh", "fish"}},
          options.shell);
}

}  // namespace

void add_completion_verb(Program& program) {
    const auto declare = [&program](Arguments& arguments) -> Action {
        const auto options = std::make_shared<CompletionOptions>();
        describe(*options, arguments);
        return [options, &program](const Session&) {
            check_options(*options);
            write_out(completion_script(program.verbs(), options->shell));
            return exit_ok;
        };
    };
    program.add({"completion", "A script that completes verbs and options in a shell",
                 "source <(entente completion bash)", declare});
}

}  // namespace entente::cli

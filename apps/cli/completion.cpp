#include "completion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

namespace entente::cli {
namespace {

/// Words that may follow each start of a command line.
struct Vocabulary {
    std::set<std::string> first;
    std::map<std::string, std::set<std::string>> second;
    std::map<std::string, std::vector<OptionText>> options;
};

Vocabulary vocabulary(const std::vector<Verb>& verbs) {
    Vocabulary words;
    for (const Verb& verb : verbs) {
        const std::size_t space = verb.name.find(' ');
        words.first.insert(verb.name.substr(0, space));
        if (space != std::string::npos) {
            words.second[verb.name.substr(0, space)].insert(verb.name.substr(space + 1));
        }
        Arguments arguments;
        const Action action = verb.declare(arguments);
        for (const Arguments::Entry& entry : arguments.entries()) {
            if (!entry.text.is_positional) words.options[verb.name].push_back(entry.text);
        }
    }
    return words;
}

std::string flags(const std::vector<OptionText>& options) {
    std::string text = "--help";
    for (const OptionText& option : options) text += fmt::format(" --{}", option.name);
    return text;
}

std::string bash_script(const Vocabulary& words) {
    std::string script = fmt::format(R"(# bash completion for entente
_entente() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}"
    local verb="${{COMP_WORDS[1]}}" candidates=""
    case "$previous" in
        --format) COMPREPLY=($(compgen -W "text csv json md html" -- "$current")); return ;;
        -o|--output|--raw) COMPREPLY=($(compgen -f -- "$current")); return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then
        candidates="{} --help --version"
    else
)",
                                     fmt::join(words.first, " "));
    for (const auto& [family, seconds] : words.second) {
        script += fmt::format(
            "        if [ \"$verb\" = {0} ] && [ \"$COMP_CWORD\" -eq 2 ]; then\n"
            "            candidates=\"{1}\"\n"
            "        elif [ \"$verb\" = {0} ]; then\n"
            "            verb=\"{0} ${{COMP_WORDS[2]}}\"\n        fi\n",
            family, fmt::join(seconds, " "));
    }
    script += "        case \"$verb\" in\n";
    for (const auto& [verb, options] : words.options) {
        script += fmt::format("            \"{}\") candidates=\"{}\" ;;\n", verb, flags(options));
    }
    return script +
           "        esac\n    fi\n"
           "    COMPREPLY=($(compgen -W \"$candidates\" -- \"$current\"))\n"
           "    if [ ${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- \"$current\")); fi\n"
           "}\ncomplete -F _entente entente\n";
}

std::string fish_script(const std::vector<Verb>& verbs, const Vocabulary& words) {
    std::string script = "# fish completion for entente\ncomplete -c entente -f\n";
    for (const Verb& verb : verbs) {
        const std::size_t space = verb.name.find(' ');
        const std::string family = verb.name.substr(0, space);
        const bool is_single = space == std::string::npos;
        const std::string last = is_single ? verb.name : verb.name.substr(space + 1);
        if (is_single) {
            script += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d '{}'\n",
                                  verb.name, verb.summary);
        } else {
            script += fmt::format(
                "complete -c entente -n __fish_use_subcommand -a {0}\n"
                "complete -c entente -n '__fish_seen_subcommand_from {0}' -a {1} -d '{2}'\n",
                family, last, verb.summary);
        }
        const auto options = words.options.find(verb.name);
        if (options == words.options.end()) continue;
        for (const OptionText& option : options->second) {
            script += fmt::format(
                "complete -c entente -n '__fish_seen_subcommand_from {}' -l {}{} -d '{}'\n", last,
                option.name, option.value.empty() ? "" : " -r -F", option.text);
        }
    }
    return script;
}

}  // namespace

std::string completion_script(const std::vector<Verb>& verbs, const std::string& shell) {
    const Vocabulary words = vocabulary(verbs);
    if (shell == "fish") return fish_script(verbs, words);
    if (shell == "zsh") {
        return "#compdef entente\nautoload -U +X bashcompinit && bashcompinit\n" +
               bash_script(words);
    }
    return bash_script(words);
}

}  // namespace entente::cli

#include "help.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/plain_text.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t widest_help = 100;

constexpr std::string_view conventions =
    R"(Every verb has --help. Results go to standard output or, with -o, to a file; talk goes to standard
error. --format is text, csv, json, md, html or svg (--json for short); --quiet silences the talk; colour
is used only on a terminal and never with NO_COLOR set. Codes are ISO 3166 alpha-3 or group names.

Exit codes
  0  done
  1  anything not listed here, such as a file that cannot be written
  2  the command line makes no sense: unknown verb, option, code or value
  3  the data are bad, or a check of them failed
  4  a calculation did not converge
  5  interrupted
)";

/// A name in a column and its text beside it, wrapped.
std::string entry(const std::string& name, const std::string& text, std::size_t column,
                  std::size_t width) {
    const std::string indent(column, ' ');
    std::string line = fmt::format("  {:<{}}", name, column - 2);
    if (name.size() + 3 > column) line = fmt::format("  {}\n{}", name, indent);
    std::string body = wrapped(text, width - column);
    for (std::size_t at = body.find('\n'); at != std::string::npos; at = body.find('\n', at + 1)) {
        body.insert(at + 1, indent);
    }
    return line + body + '\n';
}

std::string verb_list(const std::vector<Verb>& verbs, std::size_t width) {
    std::string text;
    for (const Verb& verb : verbs) text += entry(verb.name, verb.summary, 22, width);
    text += "\nExamples\n";
    for (const Verb& verb : verbs) text += fmt::format("  {}\n", verb.example);
    return text;
}

std::string option_name(const OptionText& option) {
    if (option.is_positional) return std::string(option.value);
    std::string name = option.letter == 0 ? fmt::format("--{}", option.name)
                                          : fmt::format("-{}, --{}", option.letter, option.name);
    if (!option.value.empty()) name += fmt::format(" {}", option.value);
    return name;
}

std::string option_words(const Arguments::Entry& option) {
    std::string text(option.text.text);
    if (!option.default_value.empty()) text += fmt::format(" (default: {})", option.default_value);
    if (option.text.is_required) text += " (required)";
    return text;
}

}  // namespace

std::string program_help(const std::vector<Verb>& verbs, std::size_t width) {
    width = std::min(width, widest_help);
    return fmt::format(
        "entente measures how countries hedge between great powers.\n\nUsage: entente VERB "
        "[OPTIONS]\n\nVerbs\n{}\n{}",
        verb_list(verbs, width), conventions);
}

std::string family_help(const std::vector<Verb>& verbs, const std::string& first,
                        std::size_t width) {
    std::vector<Verb> family;
    for (const Verb& verb : verbs) {
        if (verb.name.starts_with(first + " ")) family.push_back(verb);
    }
    return fmt::format("Usage: entente {} VERB [OPTIONS]\n\nVerbs\n{}", first,
                       verb_list(family, std::min(width, widest_help)));
}

std::string verb_help(const Verb& verb, const Arguments& arguments, std::size_t width) {
    width = std::min(width, widest_help);
    std::string usage = "entente " + verb.name;
    std::string options;
    for (const Arguments::Entry& option : arguments.entries()) {
        if (option.text.is_positional) {
            usage += option.text.is_required ? fmt::format(" {}", option.text.value)
                                             : fmt::format(" [{}]", option.text.value);
        }
        options += entry(option_name(option.text), option_words(option), 30, width);
    }
    return fmt::format("{}\n\nUsage: {} [OPTIONS]\n\n{}\nExample\n  {}\n",
                       wrapped(verb.summary, width), usage, options, verb.example);
}

}  // namespace entente::cli

#include "program.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/study/worlds/diagnosis.hpp"
#include "exit_code.hpp"
#include "help.hpp"

namespace entente::cli {
namespace {

bool is_help(const std::string& word) {
    return word == "--help" || word == "-h";
}

std::filesystem::path own_path(const std::string& called_as) {
    std::error_code error;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path(called_as) : path;
}

int act(const Verb& verb, const std::vector<std::string>& words, const Session& session) {
    Arguments arguments;
    const Action action = verb.declare(arguments);
    if (std::ranges::any_of(words, is_help)) {
        write_out(verb_help(verb, arguments, session.terminal.width));
        return exit_ok;
    }
    arguments.parse(words);
    return action(session);
}

}  // namespace

void Program::add(Verb verb) {
    verbs_.push_back(std::move(verb));
}

std::vector<std::string> Program::names_after(const std::string& first) const {
    std::vector<std::string> names;
    for (const Verb& verb : verbs_) {
        const std::size_t space = verb.name.find(' ');
        if (first.empty()) {
            names.push_back(verb.name.substr(0, space));
        } else if (space != std::string::npos && verb.name.substr(0, space) == first) {
            names.push_back(verb.name.substr(space + 1));
        }
    }
    return names;
}

int Program::dispatch(const std::vector<std::string>& words, Ranks& ranks) const {
    const Session session{
        .executable = own_path(words.front()), .terminal = terminal_now(), .ranks = &ranks};
    const std::size_t width = session.terminal.width;
    if (words.size() < 2) {
        say(program_help(verbs_, width));
        return exit_usage;
    }
    const std::string& first = words[1];
    if (is_help(first) || first == "help") {
        write_out(program_help(verbs_, width));
        return exit_ok;
    }
    if (first == "--version") {
        write_out(fmt::format("entente {}\n", version()));
        return exit_ok;
    }
    const bool has_second = words.size() > 2 && !words[2].starts_with('-');
    const bool is_verb = std::ranges::find(verbs_, first, &Verb::name) != verbs_.end();
    // A family may have a head: `risk` is a verb and so is `risk events`.
    const std::vector<std::string> family =
        is_verb && !has_second ? std::vector<std::string>{} : names_after(first);
    if (!family.empty() && !has_second) {
        const bool asked = words.size() > 2 && is_help(words[2]);
        if (asked) write_out(family_help(verbs_, first, width));
        if (!asked) say(family_help(verbs_, first, width));
        return asked ? exit_ok : exit_usage;
    }
    const std::string name = family.empty() ? first : fmt::format("{} {}", first, words[2]);
    for (const Verb& verb : verbs_) {
        if (verb.name != name) continue;
        return act(verb, {words.begin() + (family.empty() ? 2 : 3), words.end()}, session);
    }
    const std::vector<std::string> known = family.empty() ? names_after("") : family;
    throw OptionError(fmt::format("There is no verb {}.{}", name,
                                  did_you_mean(family.empty() ? first : words[2], known)));
}

int Program::run(const std::vector<std::string>& words) const {
    const auto complain = [](const std::exception& error, int code) {
        say(fmt::format("entente: {}", error.what()));
        return code;
    };
    try {
        const std::unique_ptr<Ranks> ranks = join_ranks();
        if (ranks->rank() == 0) return dispatch(words, *ranks);
        note_interruptions();
        serve_draws(*ranks, is_interrupted);
        // The root's exit code is the one of the run.
        return exit_ok;
    } catch (const OptionError& error) {
        const int code = complain(error, exit_usage);
        say("Help: entente --help, entente VERB --help");
        return code;
    } catch (const DataError& error) {
        return complain(error, exit_bad_data);
    } catch (const std::exception& error) {
        return complain(error, exit_other);
    }
}

}  // namespace entente::cli

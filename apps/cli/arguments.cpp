#include "arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include <charconv>
#include <deque>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"

namespace entente::cli {
namespace {

std::string flags_of(const OptionText& option) {
    if (option.is_positional) return std::string(option.name);
    std::string flags = fmt::format("--{}", option.name);
    if (option.letter != 0) flags += fmt::format(",-{}", option.letter);
    return flags;
}

std::vector<std::string> split_at_commas(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ',') {
            parts.emplace_back();
        } else if (c != ' ') {
            parts.back() += c;
        }
    }
    return parts;
}

std::size_t whole_number(const OptionText& option, const std::string& text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw OptionError(
            fmt::format("{} is \"{}\"; it must be a whole number.", option.name, text));
    }
    return value;
}

}  // namespace

struct Arguments::State {
    CLI::App app;
    std::vector<Entry> entries;

    CLI::Option* add(const OptionText& option, std::string default_value,
                     const std::function<void(const std::string&)>& fill) {
        const std::size_t place = entries.size();
        entries.push_back({.text = option, .default_value = std::move(default_value)});
        return app
            .add_option_function<std::string>(flags_of(option),
                                              [this, place, fill](const std::string& text) {
                                                  entries[place].is_given = true;
                                                  fill(text);
                                              })
            ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    }

    /// Sentence for what CLI11 could not place.
    std::string complaint() const {
        std::vector<std::string> known;
        for (const Entry& entry : entries) {
            if (!entry.text.is_positional) known.push_back(fmt::format("--{}", entry.text.name));
        }
        known.emplace_back("--help");
        for (const std::string& word : app.remaining()) {
            if (!word.starts_with('-')) continue;
            const std::string flag = word.substr(0, word.find('='));
            return fmt::format("There is no option {}.{}", flag, did_you_mean(flag, known));
        }
        return fmt::format("\"{}\" is one word too many.", fmt::join(app.remaining(), " "));
    }
};

Arguments::Arguments() : state_(std::make_unique<State>()) {
    state_->app.set_help_flag();
}

Arguments::~Arguments() = default;

void Arguments::operator()(const OptionText& option, std::string& value) {
    state_->add(option, value, [&value](const std::string& text) { value = text; });
}

void Arguments::operator()(const OptionText& option, std::vector<std::string>& value) {
    state_->add(option, fmt::format("{}", fmt::join(value, ",")),
                [&value](const std::string& text) { value = split_at_commas(text); });
}

void Arguments::operator()(const OptionText& option, std::size_t& value) {
    state_->add(option, std::to_string(value),
                [option, &value](const std::string& text) { value = whole_number(option, text); });
}

void Arguments::operator()(const OptionText& option, bool& value) {
    state_->entries.push_back({.text = option, .default_value = {}});
    state_->app.add_flag(flags_of(option), value);
}

void Arguments::parse(const std::vector<std::string>& words) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        state_->app.parse(reversed);
    } catch (const CLI::ExtrasError&) {
        throw OptionError(state_->complaint());
    } catch (const CLI::ParseError& error) {
        throw OptionError(fmt::format("{}.", error.what()));
    }
    for (const Entry& entry : state_->entries) {
        if (!entry.text.is_required || entry.is_given) continue;
        const std::string name = entry.text.is_positional
                                     ? std::string(entry.text.value)
                                     : fmt::format("--{} {}", entry.text.name, entry.text.value);
        throw OptionError(fmt::format("{} is missing: {}.", name, entry.text.text));
    }
}

const std::vector<Arguments::Entry>& Arguments::entries() const {
    return state_->entries;
}

}  // namespace entente::cli

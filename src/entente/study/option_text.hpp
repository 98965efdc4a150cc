#pragma once

// What users are told about an option, said once: command-line flags, their help, their range
// checks and the reference page are all made from it.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"

namespace entente {

struct OptionText {
    /// Name without dashes, such as "poles".
    std::string_view name;
    /// What the value stands for in the help: "CODE,CODE". Empty for a switch.
    std::string_view value;
    /// Meaning, unit, when to change it. The default is added by whoever prints it.
    std::string_view text;
    /// One-letter name, such as 'o' for -o; 0 = none.
    char letter = 0;
    /// Given by its place and not by its name.
    bool is_positional = false;
    bool is_required = false;
    /// Values allowed; empty = any.
    std::vector<std::string> choices{};
    std::optional<double> low{};
    std::optional<double> high{};
};

namespace detail {

/// Checks one option against its text. @throws OptionError naming option, value and what is
/// allowed.
class OptionCheck {
  public:
    void operator()(const OptionText& option, const std::string& value) const {
        if (option.is_required && value.empty()) {
            throw OptionError(fmt::format("The option {} needs a value.", option.name));
        }
        if (option.choices.empty()) return;
        for (const std::string& choice : option.choices) {
            if (choice == value) return;
        }
        throw OptionError(fmt::format("{} cannot be {}. It is one of {}.{}", option.name, value,
                                      fmt::join(option.choices, ", "),
                                      did_you_mean(value, option.choices)));
    }

    void operator()(const OptionText& option, const std::vector<std::string>& values) const {
        if (option.is_required && values.empty()) {
            throw OptionError(fmt::format("The option {} needs a value.", option.name));
        }
        for (const std::string& value : values) {
            if (value.empty()) {
                throw OptionError(fmt::format("The list {} has an empty place.", option.name));
            }
        }
    }

    void operator()(const OptionText& option, std::size_t value) const {
        const auto number = static_cast<double>(value);
        if ((option.low && number < *option.low) || (option.high && number > *option.high)) {
            throw OptionError(fmt::format("{} is {}; it must be from {} to {}.", option.name, value,
                                          option.low.value_or(0.0), option.high.value_or(0.0)));
        }
    }

    void operator()(const OptionText&, bool) const {}
};

}  // namespace detail

/// Checks every option of a task against its ranges and choices. @throws OptionError.
template <class Options>
void check_options(Options options) {
    describe(options, detail::OptionCheck{});
}

}  // namespace entente

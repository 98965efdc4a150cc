#pragma once

// The options of one verb: declared from what the study says of them, read from the command line,
// listed in the help. CLI11 stays behind this header.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "entente/study/option_text.hpp"

namespace entente::cli {

class Arguments {
  public:
    Arguments();
    ~Arguments();
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    // Declares an option that fills a variable, which must outlive this object. The value it has
    // now is the default the help shows. describe(options, arguments) declares all of a task.
    void operator()(const OptionText& option, std::string& value);
    void operator()(const OptionText& option, std::vector<std::string>& value);
    void operator()(const OptionText& option, std::size_t& value);
    void operator()(const OptionText& option, bool& value);

    /// Fills the variables. @throws OptionError, with the nearest option for an unknown one.
    void parse(const std::vector<std::string>& words);

    /// An option with its default as text.
    struct Entry {
        OptionText text;
        std::string default_value;
        bool is_given = false;
    };
    const std::vector<Entry>& entries() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace entente::cli

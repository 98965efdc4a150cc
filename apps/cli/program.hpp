#pragma once

// The command line as a whole: its verbs, its help, its exit codes.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "entente/study/ensemble/ensemble.hpp"
#include "terminal.hpp"

namespace entente::cli {

/// What a verb has when it acts.
struct Session {
    std::filesystem::path executable;
    Terminal terminal;
    /// Processes started with this one.
    Ranks* ranks = nullptr;
};

/// Does the work and gives the exit code.
using Action = std::function<int(const Session&)>;

struct Verb {
    /// One or two words: "heatmap", "world show".
    std::string name;
    std::string summary;
    std::string example;
    /// Declares the verb's options; the action owns what they fill.
    std::function<Action(Arguments&)> declare;
};

class Program {
  public:
    void add(Verb verb);
    const std::vector<Verb>& verbs() const { return verbs_; }

    /// Runs one command line, argv[0] included. Never throws: errors become talk and exit codes. Of
    /// several processes the root runs it, and the others serve its ensembles.
    int run(const std::vector<std::string>& words) const;

  private:
    int dispatch(const std::vector<std::string>& words, Ranks& ranks) const;
    std::vector<std::string> names_after(const std::string& first) const;

    std::vector<Verb> verbs_;
};

}  // namespace entente::cli

#pragma once

// How a long run shows itself while it works: one line that moves on a terminal, plain lines now
// and then elsewhere.

#include <string>

#include "entente/study/ensemble/ensemble.hpp"

namespace entente::cli {

/// "412 of 1000 draws, 21.3 a second, about 28 s left, 2 without a solution, 85 MB"; the last is
/// the most memory this process has held.
std::string progress_line(const DrawProgress& progress);

/// Follows a run on standard error, if it is not asked to be quiet, and stops it on Ctrl-C or a
/// signal to end. Ends the moving line when it goes.
class RunProgress {
  public:
    explicit RunProgress(bool is_quiet);
    ~RunProgress();
    RunProgress(const RunProgress&) = delete;
    RunProgress& operator=(const RunProgress&) = delete;

    RunHooks hooks();

  private:
    void show(const DrawProgress& progress);

    bool is_quiet_;
    bool is_terminal_;
    double last_shown_ = 0.0;
    bool has_line_ = false;
};

}  // namespace entente::cli

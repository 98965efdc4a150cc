#pragma once

// The processes that share one run, on one machine or many. The first, the root, reads files, deals
// draws out and writes; the others solve. A program that was started alone is a root without
// others.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace entente {

enum class LetterKind : int {
    /// From the root: a job follows by broadcast.
    job,
    /// From the root: number of a draw to solve.
    draw,
    /// From the root: finish the draws begun, leave the others.
    halt,
    /// From the root: the program is over.
    leave,
    /// To the root: how many threads solve.
    ready,
    /// To the root: a draw solved.
    record,
    /// To the root: somebody wants the run to stop.
    interrupted,
    /// To the root: why this process cannot go on.
    trouble,
    /// To the root: nothing under way any more.
    idle,
    /// To the root: the last letter.
    gone,
};

struct Letter {
    std::size_t from = 0;
    LetterKind kind{};
    std::string text{};
};

class Ranks {
  public:
    virtual ~Ranks() = default;

    /// 0 = the root.
    virtual std::size_t rank() const = 0;
    virtual std::size_t size() const = 0;
    /// Processes of the run on this machine, this one included.
    virtual std::size_t size_on_machine() const = 0;

    // Only the thread that joined may call what follows.
    virtual void send(std::size_t to, LetterKind kind, const std::string& text) = 0;
    /// The next letter, if one has come.
    virtual std::optional<Letter> receive() = 0;
    /// The root's text, in every process; all must call it.
    virtual std::string broadcast(const std::string& text) = 0;
};

/// The processes that mpirun or srun started with this one; alone if neither did. When the root's
/// goes, it tells the others to leave.
/// @throws OptionError if this one was started with others and the program was built without MPI.
std::unique_ptr<Ranks> join_ranks();

namespace detail {

/// How many processes the launcher says there are; 1 without a launcher.
std::size_t launched_processes();
std::unique_ptr<Ranks> join_mpi_ranks();

}  // namespace detail
}  // namespace entente

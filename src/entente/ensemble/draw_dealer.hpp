#pragma once

// The root's side of draws that other processes solve.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "entente/ensemble/draw_queue.hpp"
#include "entente/ensemble/draw_record.hpp"
#include "entente/ensemble/ranks.hpp"

namespace entente::detail {

/// Deals the draws of a queue to the other processes, which share it with the threads of this one.
class DrawDealer {
  public:
    /// @param keep  takes each draw that comes back.
    DrawDealer(Ranks& ranks, DrawQueue& queue, std::function<void(DrawRecord)> keep)
        : ranks_(ranks), queue_(queue), keep_(std::move(keep)), others_(ranks.size()) {}

    /// Sends the job to everybody.
    /// @param threads  for each process; 0 = what its machine has, shared with its neighbours.
    void begin(const std::string& job, std::size_t threads);
    /// Takes what has come and deals more. True if there was something.
    /// @throws Error if a process cannot go on, with its reason.
    bool step();
    /// Whether every process has finished what it had begun.
    bool is_over() const { return num_idle_ + 1 == ranks_.size(); }

  private:
    struct Other {
        /// Draws it may have at once; 0 until it is ready.
        std::size_t most = 0;
        std::size_t under_way = 0;
        bool is_halted = false;
    };
    void take(Letter letter);
    void deal(std::size_t rank);

    Ranks& ranks_;
    DrawQueue& queue_;
    std::function<void(DrawRecord)> keep_;
    /// [rank] the root's own is not used.
    std::vector<Other> others_;
    std::size_t num_idle_ = 0;
};

/// Threads of one process: those asked for, or its part of the machine.
std::size_t threads_of(const Ranks* ranks, std::size_t asked);

}  // namespace entente::detail

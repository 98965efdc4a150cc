#pragma once

// Numbers of draws that threads take one after another.

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace entente::detail {

class DrawQueue {
  public:
    /// @param is_interrupted  may be empty; asked before each draw, by any thread.
    DrawQueue(std::vector<std::uint32_t> draws, std::function<bool()> is_interrupted)
        : draws_(std::move(draws)), is_interrupted_(std::move(is_interrupted)) {}

    /// The next draw; nothing if all are taken or the run is to stop.
    std::optional<std::uint32_t> take() {
        if (is_halted()) return std::nullopt;
        const std::size_t place = next_++;
        if (place >= draws_.size()) return std::nullopt;
        return draws_[place];
    }
    /// Gives nothing more.
    void halt() { is_halted_ = true; }
    bool is_halted() const { return is_halted_ || (is_interrupted_ && is_interrupted_()); }
    bool is_over() const { return is_halted() || next_ >= draws_.size(); }

  private:
    std::vector<std::uint32_t> draws_;
    std::function<bool()> is_interrupted_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> is_halted_{false};
};

}  // namespace entente::detail

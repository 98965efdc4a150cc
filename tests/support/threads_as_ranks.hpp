#pragma once

// Processes of a run played by threads that pass letters through memory.

#include <barrier>
#include <deque>
#include <mutex>
#include <vector>

#include "entente/ensemble/ranks.hpp"

namespace entente::testing {

/// What all of them share.
class PostOffice {
  public:
    explicit PostOffice(std::size_t size)
        : boxes_(size), together_(static_cast<std::ptrdiff_t>(size)) {}

    std::size_t size() const { return boxes_.size(); }
    void put(std::size_t to, Letter letter) {
        const std::lock_guard lock(mutex_);
        boxes_[to].push_back(std::move(letter));
    }
    std::optional<Letter> take(std::size_t from) {
        const std::lock_guard lock(mutex_);
        if (boxes_[from].empty()) return std::nullopt;
        Letter letter = std::move(boxes_[from].front());
        boxes_[from].pop_front();
        return letter;
    }
    std::string broadcast(std::size_t rank, const std::string& text) {
        if (rank == 0) text_ = text;
        together_.arrive_and_wait();
        std::string copy = text_;
        together_.arrive_and_wait();
        return copy;
    }

  private:
    std::mutex mutex_;
    std::vector<std::deque<Letter>> boxes_;
    std::barrier<> together_;
    std::string text_;
};

class ThreadRank : public Ranks {
  public:
    ThreadRank(PostOffice& office, std::size_t rank) : office_(office), rank_(rank) {}

    std::size_t rank() const override { return rank_; }
    std::size_t size() const override { return office_.size(); }
    std::size_t size_on_machine() const override { return office_.size(); }
    void send(std::size_t to, LetterKind kind, const std::string& text) override {
        office_.put(to, {.from = rank_, .kind = kind, .text = text});
    }
    std::optional<Letter> receive() override { return office_.take(rank_); }
    std::string broadcast(const std::string& text) override {
        return office_.broadcast(rank_, text);
    }

  private:
    PostOffice& office_;
    std::size_t rank_;
};

}  // namespace entente::testing

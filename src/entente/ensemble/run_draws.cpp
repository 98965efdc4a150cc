#include "entente/ensemble/run_draws.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

#include "entente/base/parallel.hpp"
#include "entente/ensemble/draw_dealer.hpp"
#include "entente/ensemble/draw_job.hpp"
#include "entente/ensemble/draw_queue.hpp"

namespace entente {
namespace {

/// Between two looks for letters from other processes.
constexpr auto pause = std::chrono::microseconds(500);

/// The draws of a run, filled by several threads.
class Ledger {
  public:
    Ledger(const Checkpoint& checkpoint, const RunDrawsOptions& options)
        : checkpoint_(checkpoint),
          options_(options),
          records_(options.num_draws),
          num_missing_((options.num_draws + draws_per_block - 1) / draws_per_block) {
        progress_.num_draws = options.num_draws;
        for (std::size_t block = 0; block < num_missing_.size(); ++block) take_block(block);
    }

    std::size_t num_blocks() const { return num_missing_.size(); }
    /// Safe without a lock for draws nobody else works at.
    bool has(std::size_t draw) const { return records_[draw].has_value(); }

    void keep(DrawRecord record) {
        const std::lock_guard lock(mutex_);
        const std::size_t draw = record.draw;
        note(record);
        records_[draw] = std::move(record);
        --num_missing_[draw / draws_per_block];
        if (num_missing_[draw / draws_per_block] == 0) write_block(draw / draws_per_block);
        progress_.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        if (options_.progress) options_.progress(progress_);
    }

    /// Writes blocks that an interruption left unfinished.
    void keep_unfinished() const {
        for (std::size_t block = 0; block < num_missing_.size(); ++block) {
            const std::size_t missing = num_missing_[block];
            if (missing > 0 && missing < draws_of(block)) write_block(block);
        }
    }

    DrawsResult result() {
        DrawsResult result;
        for (std::optional<DrawRecord>& record : records_) {
            if (record) result.records.push_back(std::move(*record));
        }
        result.is_complete = result.records.size() == records_.size();
        return result;
    }

  private:
    std::size_t first_of(std::size_t block) const { return block * draws_per_block; }
    std::size_t draws_of(std::size_t block) const {
        return std::min(draws_per_block, records_.size() - first_of(block));
    }

    void note(const DrawRecord& record) {
        ++progress_.num_done;
        if (!record.is_usable()) ++progress_.num_failed;
    }

    void take_block(std::size_t block) {
        num_missing_[block] = draws_of(block);
        std::optional<Block> found = checkpoint_.read(block);
        if (!found) return;
        for (DrawRecord& record : *found) {
            // A file under another name than its own.
            if (record.draw < first_of(block) || record.draw >= first_of(block) + draws_of(block)) {
                continue;
            }
            note(record);
            ++progress_.num_found;
            --num_missing_[block];
            const std::size_t draw = record.draw;
            records_[draw] = std::move(record);
        }
    }

    void write_block(std::size_t block) const {
        Block draws;
        for (std::size_t k = 0; k < draws_of(block); ++k) {
            const std::optional<DrawRecord>& record = records_[first_of(block) + k];
            if (record) draws.push_back(*record);
        }
        checkpoint_.write(block, draws);
    }

    const Checkpoint& checkpoint_;
    const RunDrawsOptions& options_;
    std::vector<std::optional<DrawRecord>> records_;
    /// [block]
    std::vector<std::size_t> num_missing_;
    DrawProgress progress_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
};

/// Threads of this process solve while this thread talks to the others.
void share(const DrawSolver& solver, const RunDrawsOptions& options, detail::DrawQueue& queue,
           Ledger& ledger, const std::function<void()>& solve_here) {
    detail::DrawDealer dealer(*options.ranks, queue,
                              [&](DrawRecord record) { ledger.keep(std::move(record)); });
    dealer.begin(job_bytes(solver), options.threads);
    auto here = std::async(std::launch::async, solve_here);
    try {
        bool is_here = true;
        while (is_here || !dealer.is_over()) {
            const bool has_come = dealer.step();
            if (is_here && here.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
                is_here = false;
                here.get();
            }
            if (!has_come) std::this_thread::sleep_for(pause);
        }
    } catch (...) {
        // The threads of this process must not go on with what is lost.
        queue.halt();
        throw;
    }
}

}  // namespace

DrawsResult run_draws(const DrawSolver& solver, const Checkpoint& checkpoint,
                      const RunDrawsOptions& options) {
    Ledger ledger(checkpoint, options);
    std::vector<std::uint32_t> missing;
    for (std::size_t d = 0; d < options.num_draws; ++d) {
        if (!ledger.has(d)) missing.push_back(static_cast<std::uint32_t>(d));
    }
    detail::DrawQueue queue(std::move(missing), options.is_interrupted);
    // Threads take one draw after another, so that none waits for the end of a block.
    const auto work = [&](std::size_t) {
        while (const auto draw = queue.take()) ledger.keep(solver.solve(*draw));
    };
    const std::size_t threads = detail::threads_of(options.ranks, options.threads);
    const auto solve_here = [&] { parallel_for(threads, threads, work); };
    if (options.ranks == nullptr || options.ranks->size() == 1) {
        solve_here();
    } else {
        share(solver, options, queue, ledger, solve_here);
    }
    ledger.keep_unfinished();
    return ledger.result();
}

}  // namespace entente

#include "entente/ensemble/serve_draws.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "entente/ensemble/draw_dealer.hpp"
#include "entente/ensemble/draw_job.hpp"
#include "entente/ensemble/draw_record_bytes.hpp"

namespace entente {
namespace {

constexpr auto pause = std::chrono::microseconds(500);

/// Draws that came, and those that are solved; shared by the thread that talks and those that
/// solve.
class Desk {
  public:
    void add(std::uint32_t draw) {
        const std::lock_guard lock(mutex_);
        draws_.push_back(draw);
        has_draw_.notify_one();
    }
    /// No draw comes any more; those not begun are left.
    void close() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        draws_.clear();
        has_draw_.notify_all();
    }
    /// Solves until the desk is closed.
    void work(const DrawSolver& solver) {
        while (const auto draw = wait_for_draw()) {
            try {
                detail::ByteWriter writer;
                writer(solver.solve(*draw));
                const std::lock_guard lock(mutex_);
                solved_.push_back(writer.bytes());
            } catch (const std::exception& error) {
                const std::lock_guard lock(mutex_);
                trouble_ = error.what();
            }
        }
    }
    std::optional<std::string> take_solved() {
        const std::lock_guard lock(mutex_);
        return front_of(solved_);
    }
    std::optional<std::string> take_trouble() {
        const std::lock_guard lock(mutex_);
        return std::exchange(trouble_, std::nullopt);
    }

  private:
    template <class T>
    static std::optional<T> front_of(std::deque<T>& queue) {
        if (queue.empty()) return std::nullopt;
        T front = std::move(queue.front());
        queue.pop_front();
        return front;
    }
    std::optional<std::uint32_t> wait_for_draw() {
        std::unique_lock lock(mutex_);
        has_draw_.wait(lock, [&] { return is_closed_ || !draws_.empty(); });
        return front_of(draws_);
    }

    std::mutex mutex_;
    std::condition_variable has_draw_;
    std::deque<std::uint32_t> draws_;
    std::deque<std::string> solved_;
    std::optional<std::string> trouble_;
    bool is_closed_ = false;
};

/// Threads at one desk; closed and joined when they go.
class Solvers {
  public:
    Solvers(Desk& desk, const DrawSolver& solver, std::size_t num_threads) : desk_(desk) {
        for (std::size_t k = 0; k < num_threads; ++k) {
            threads_.emplace_back([&] { desk_.work(solver); });
        }
    }
    ~Solvers() { finish(); }
    Solvers(const Solvers&) = delete;
    Solvers& operator=(const Solvers&) = delete;

    void finish() {
        desk_.close();
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

  private:
    Desk& desk_;
    std::vector<std::thread> threads_;
};

/// One job, until the root halts it. @return whether the root's program goes on.
class Service {
  public:
    Service(Ranks& ranks, const std::function<bool()>& is_interrupted)
        : ranks_(ranks), is_interrupted_(is_interrupted) {}

    bool run(const std::string& job, std::size_t threads) {
        const OwnedSolver owned(job);
        const std::size_t num_threads = detail::threads_of(&ranks_, threads);
        Desk desk;
        Solvers solvers(desk, owned.solver(), num_threads);
        ranks_.send(0, LetterKind::ready, std::to_string(num_threads));
        std::optional<LetterKind> end;
        while (!end) {
            end = take_letters(desk);
            const bool was_busy = send_results(desk);
            tell_interruption();
            if (!end && !was_busy) std::this_thread::sleep_for(pause);
        }
        solvers.finish();
        send_results(desk);
        ranks_.send(0, LetterKind::idle, {});
        return *end == LetterKind::halt;
    }

  private:
    std::optional<LetterKind> take_letters(Desk& desk) {
        while (const auto letter = ranks_.receive()) {
            if (letter->kind != LetterKind::draw) return letter->kind;
            desk.add(static_cast<std::uint32_t>(std::stoul(letter->text)));
        }
        return std::nullopt;
    }
    bool send_results(Desk& desk) {
        bool was_busy = false;
        while (const auto solved = desk.take_solved()) {
            ranks_.send(0, LetterKind::record, *solved);
            was_busy = true;
        }
        if (const auto trouble = desk.take_trouble()) {
            ranks_.send(0, LetterKind::trouble, *trouble);
        }
        return was_busy;
    }
    void tell_interruption() {
        if (has_told_ || !is_interrupted_ || !is_interrupted_()) return;
        ranks_.send(0, LetterKind::interrupted, {});
        has_told_ = true;
    }

    Ranks& ranks_;
    const std::function<bool()>& is_interrupted_;
    bool has_told_ = false;
};

}  // namespace

void serve_draws(Ranks& ranks, const std::function<bool()>& is_interrupted) {
    bool goes_on = true;
    while (goes_on) {
        const auto letter = ranks.receive();
        if (!letter) {
            std::this_thread::sleep_for(pause);
        } else if (letter->kind == LetterKind::leave) {
            goes_on = false;
        } else if (letter->kind == LetterKind::job) {
            const std::string job = ranks.broadcast({});
            try {
                goes_on = Service(ranks, is_interrupted).run(job, std::stoul(letter->text));
            } catch (const std::exception& error) {
                ranks.send(0, LetterKind::trouble, error.what());
            }
        }
    }
    ranks.send(0, LetterKind::gone, {});
}

}  // namespace entente

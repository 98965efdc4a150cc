#include "entente/ensemble/draw_dealer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/ensemble/draw_record_bytes.hpp"

namespace entente::detail {

void DrawDealer::begin(const std::string& job, std::size_t threads) {
    for (std::size_t other = 1; other < ranks_.size(); ++other) {
        ranks_.send(other, LetterKind::job, std::to_string(threads));
    }
    ranks_.broadcast(job);
}

bool DrawDealer::step() {
    auto letter = ranks_.receive();
    const bool has_come = letter.has_value();
    if (has_come) take(std::move(*letter));
    for (std::size_t other = 1; other < others_.size(); ++other) deal(other);
    return has_come;
}

void DrawDealer::take(Letter letter) {
    Other& other = others_[letter.from];
    switch (letter.kind) {
        case LetterKind::ready:
            // A draw more than threads, so that none waits for the next to come.
            other.most = std::stoul(letter.text) + 1;
            break;
        case LetterKind::record: {
            DrawRecord record;
            ByteReader reader(letter.text);
            reader(record);
            --other.under_way;
            keep_(std::move(record));
            break;
        }
        case LetterKind::interrupted:
            queue_.halt();
            break;
        case LetterKind::idle:
            ++num_idle_;
            break;
        case LetterKind::trouble:
            throw Error(fmt::format("Process {} of the run: {}", letter.from, letter.text));
        default:
            throw ShapeError("A process of the run sent a letter that only the root may send.");
    }
}

void DrawDealer::deal(std::size_t rank) {
    Other& other = others_[rank];
    if (other.is_halted || other.most == 0) return;
    while (other.under_way < other.most) {
        const auto draw = queue_.take();
        if (!draw) break;
        ranks_.send(rank, LetterKind::draw, std::to_string(*draw));
        ++other.under_way;
    }
    // What is under way is finished first, unless the run is to stop.
    if (queue_.is_halted() || (queue_.is_over() && other.under_way == 0)) {
        ranks_.send(rank, LetterKind::halt, {});
        other.is_halted = true;
    }
}

std::size_t threads_of(const Ranks* ranks, std::size_t asked) {
    if (asked > 0) return asked;
    const std::size_t available = available_threads();
    // Launchers bind processes to cores of their own; without that they share all of them.
    const bool is_bound = available < std::thread::hardware_concurrency();
    if (ranks == nullptr || is_bound) return available;
    return std::max<std::size_t>(1, available / ranks->size_on_machine());
}

}  // namespace entente::detail

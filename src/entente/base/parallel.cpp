#include "entente/base/parallel.hpp"

#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace entente {

void parallel_for(std::size_t count, std::size_t threads,
                  const std::function<void(std::size_t)>& body) {
    if (threads == 1) {
        for (std::size_t piece = 0; piece < count; ++piece) body(piece);
        return;
    }
    tbb::task_arena arena(threads == 0 ? tbb::task_arena::automatic : static_cast<int>(threads));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, body); });
}

std::size_t available_threads() {
    return static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

}  // namespace entente

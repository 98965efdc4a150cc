#include "entente/base/parallel.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

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

}  // namespace entente

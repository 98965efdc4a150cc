#pragma once

// Loops over independent pieces on several threads. Each piece writes its own place in the result,
// so results do not depend on the number of threads.

#include <cstddef>
#include <functional>

namespace entente {

/// Calls body(0) .. body(count - 1), on at most `threads` threads (0 = all the machine has).
/// The first exception of a body is thrown again here.
void parallel_for(std::size_t count, std::size_t threads,
                  const std::function<void(std::size_t)>& body);

/// Threads this process can use at once: fewer than the machine has if it was bound to some.
std::size_t available_threads();

}  // namespace entente

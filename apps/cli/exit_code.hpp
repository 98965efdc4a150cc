#pragma once

namespace entente::cli {

// Programs that call entente tell outcomes apart by these.
inline constexpr int exit_ok = 0;
inline constexpr int exit_other = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_bad_data = 3;
inline constexpr int exit_not_converged = 4;
inline constexpr int exit_interrupted = 5;

}  // namespace entente::cli

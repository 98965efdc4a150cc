#pragma once

// ENTENTE_WIDE before a function lets a wider version of it run where the processor has one. Lanes
// must not depend on each other; products are not fused (-ffp-contract=off), so that both versions
// give the same bits.

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ENTENTE_WIDE __attribute__((target_clones("default", "avx2")))
#else
#define ENTENTE_WIDE
#endif

namespace entente::detail {

/// Four lanes: one register where the processor is wide, two otherwise.
using Lanes = double __attribute__((vector_size(32)));

}  // namespace entente::detail

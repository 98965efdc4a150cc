#pragma once

// The 90% interval of an exact loss under uncertain trade elasticities, and where it comes from.

#include <cstddef>
#include <cstdint>
#include <string>

#include "entente/report/hedging/figures.hpp"
#include "entente/report/json_text.hpp"

namespace entente {

enum class IntervalMethod {
    /// 5% and 95% quantiles of exact solves with drawn elasticities.
    draws,
    /// From the derivatives of the loss at the central elasticities; a rough stand-in.
    delta,
};

inline std::string interval_method_name(IntervalMethod method) {
    return method == IntervalMethod::draws ? "draws" : "delta";
}

/// Parts of real income.
struct LossInterval {
    double low = 0.0;
    double high = 0.0;
    IntervalMethod method = IntervalMethod::draws;
};

/// The stored draws behind intervals.
struct IntervalSource {
    LayerStamp layer{};
    std::size_t num_draws = 0;
    std::uint64_t seed = 0;
    /// Why there are none, with what to do; empty if there are.
    std::string missing{};
};

/// "90% intervals: 200 exact solves ..." or why there are none; empty if neither is
/// known. @param with_delta  whether some
/// intervals come from derivatives.
std::string interval_line(const IntervalSource& source, bool with_delta);

/// The same for the JSON format.
JsonObject interval_object(const IntervalSource& source);

}  // namespace entente

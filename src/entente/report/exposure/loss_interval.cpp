#include "entente/report/exposure/loss_interval.hpp"

#include <fmt/format.h>

namespace entente {

std::string interval_line(const IntervalSource& source, bool with_delta) {
    if (source.missing.empty() && source.num_draws == 0) return {};
    std::string text =
        "90% intervals of exact losses, for uncertain trade elasticities alone: the data are taken "
        "as they are, and so is the model.";
    if (source.missing.empty()) {
        text += fmt::format(" Method draws: quantiles of {} exact solves each, seed {}.",
                            source.num_draws, source.seed);
    } else {
        text += " " + source.missing;
    }
    if (with_delta) {
        text +=
            " Method delta: from the derivatives of the loss, rougher, too narrow where a loss "
            "is large.";
    }
    return text;
}

JsonObject interval_object(const IntervalSource& source) {
    if (!source.missing.empty()) return {{"missing", text_cell(source.missing)}};
    return {{"draws", number_cell(static_cast<double>(source.num_draws))},
            {"seed", number_cell(static_cast<double>(source.seed))},
            {"layer", text_cell(source.layer.name)},
            {"content_hash", text_cell(source.layer.content_hash)}};
}

}  // namespace entente

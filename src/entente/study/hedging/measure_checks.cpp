#include "entente/base/error.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/hedging/validation.hpp"
#include "entente/study/policy/verification.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {

MeasureChecks verify_measures(const WorldCatalog& worlds, const VerifyOptions& options) {
    const detail::HedgingColumnOptions choices =
        detail::hedging_options(detail::HedgingWords{.draws = options.draws, .seed = options.seed});
    const detail::HedgingColumn column(detail::load(open_layers(worlds, options.layers)), choices);
    if (!column.legend()) throw OptionError(column.missing());
    const HedgingLayers layers = column.layers().for_hedging();
    return {
        .validation = validate_hedging(layers, choices.draws, choices.poles),
        .article = compare_with_article(layers, column.evidence(), column.draws(), column.year()),
        .layers = column.legend()->layers};
}

Verification verify(const WorldCatalog& worlds, const VerifyOptions& options) {
    if (options.what == "published") return verify_published(worlds);
    return {.measures = verify_measures(worlds, options)};
}

}  // namespace entente

#include "entente/base/error.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/study/hedging/validation.hpp"

namespace entente {

ArticleComparison compare_heat_map(const HeatMapOptions& options, const LayerSet& layers) {
    const detail::HedgingColumn column(detail::load_with_trade(layers, options.trade),
                                       detail::hedging_options(options));
    if (!column.legend()) throw OptionError("There is nothing to compare: " + column.missing());
    return compare_with_article(column.layers().for_hedging(), column.evidence(), column.draws(),
                                column.year());
}

}  // namespace entente

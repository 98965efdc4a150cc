#include "entente/study/alignment/positions_layer.hpp"

#include <cmath>

#include "entente/realignment/stored_positions.hpp"
#include "entente/world/layer/layer_layout.hpp"

namespace entente::detail {
namespace {

double rounded(double value) {
    constexpr double millionth = 1e6;
    return std::round(value * millionth) / millionth;
}

LayerTable empty_table(const LayerTableLayout& layout) {
    LayerTable table{.name = std::string(layout.name), .columns = {}};
    for (const LayerColumnLayout& column : layout.columns) {
        table.columns.emplace_back(std::string(column.name), is_numeric(column.kind));
    }
    return table;
}

}  // namespace

Layer make_positions_layer(const Layer& votes, const Positions& positions,
                           const PositionOptions& options) {
    const LayerLayout& layout = *find_layer_layout("positions");
    LayerData data{.name = "positions",
                   .layout = "positions",
                   .version = layout.version,
                   .title = "Positions of states in the General Assembly, estimated by entente",
                   .as_of = votes.data().as_of,
                   .source_names = votes.data().source_names,
                   .sources = votes.data().sources,
                   .parameters = {{.name = "walk_variance",
                                   .value = options.walk_variance,
                                   .unit = "variance a year",
                                   .low = 0.01,
                                   .high = 0.2,
                                   .source = "ours, docs/theory/positions.md"}},
                   .reference_values = {},
                   .tables = {}};
    LayerTable origin = empty_table(layout.tables[0]);
    origin.columns[0].add(votes.content_hash());
    LayerTable table = empty_table(layout.tables[1]);
    for (const StatePositionRow& row : stored_rows(positions, votes.content_hash()).rows) {
        std::size_t column = 0;
        table.columns[column++].add(row.state);
        for (const double figure :
             {static_cast<double>(row.year), rounded(row.smoothed), rounded(row.smoothed_error),
              rounded(row.filtered), rounded(row.yearly), static_cast<double>(row.votes_cast)}) {
            table.columns[column++].add(figure);
        }
    }
    data.tables = {std::move(origin), std::move(table)};
    return Layer(std::move(data));
}

}  // namespace entente::detail

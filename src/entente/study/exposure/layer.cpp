#include "entente/study/exposure/layer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "entente/world/layer/layer_layout.hpp"

namespace entente::detail {
namespace {

double percent(double share) {
    constexpr double decimals = 1e5;
    return std::round(100.0 * share * decimals) / decimals;
}

/// A table of the layout, filled from left to right.
class RowWriter {
  public:
    explicit RowWriter(const LayerTableLayout& layout)
        : table_{.name = std::string(layout.name), .columns = {}} {
        for (const LayerColumnLayout& column : layout.columns) {
            table_.columns.emplace_back(std::string(column.name), is_numeric(column.kind));
        }
    }

    RowWriter& add(const std::string& text) {
        next().add(text);
        return *this;
    }
    RowWriter& add(double number) {
        next().add(number);
        return *this;
    }
    RowWriter& add(const ExposureCell& cell) {
        return add(cell.power).add(cell.scope).add(cell.horizon);
    }
    RowWriter& add(const std::optional<LossQuantiles>& quantiles) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        const LossQuantiles& q = quantiles.value_or(LossQuantiles{none, none, none});
        return add(percent(q.low)).add(percent(q.median)).add(percent(q.high));
    }

    LayerTable take() { return std::move(table_); }

  private:
    LayerColumn& next() { return table_.columns[place_++ % table_.columns.size()]; }

    LayerTable table_;
    std::size_t place_ = 0;
};

}  // namespace

Layer make_exposure_layer(const World& world, const ExposureDraws& draws) {
    const LayerLayout& layout = *find_layer_layout("exposure");
    LayerData data{.name = "exposure",
                   .layout = "exposure",
                   .version = layout.version,
                   .title = fmt::format("Losses in {} with drawn trade elasticities, by entente",
                                        world.name()),
                   .as_of = {std::chrono::year(world.data().base_year), std::chrono::December,
                             std::chrono::day(31)},
                   .source_names = {},
                   .sources = world.data().sources,
                   .parameters = {},
                   .reference_values = {},
                   .tables = {}};
    if (data.sources.empty()) {
        data.sources.push_back({.code = "world",
                                .title = fmt::format("The world {}", world.name()),
                                .publisher = "its maker",
                                .year = std::to_string(world.data().base_year),
                                .url = "unstated",
                                .licence = "unstated"});
    }
    for (const Source& source : data.sources) data.source_names.push_back(source.code);
    RowWriter origin(layout.tables[0]);
    origin.add(draws.world)
        .add(draws.world_hash)
        .add(static_cast<double>(draws.seed))
        .add(static_cast<double>(draws.num_draws))
        .add(draws.elasticity_error)
        .add(draws.profile)
        .add(draws.program_version);
    RowWriter intervals(layout.tables[1]);
    for (const ExposureIntervals& one : draws.intervals) {
        intervals.add(one.cell).add(one.code).add(static_cast<double>(one.num_draws));
        intervals.add(one.loss).add(one.own).add(one.difference);
    }
    RowWriter kept(layout.tables[2]);
    for (const ExposureDraw& one : draws.draws) {
        kept.add(one.cell).add(one.code).add(static_cast<double>(one.draw));
        kept.add(percent(one.loss)).add(percent(one.own));
    }
    data.tables = {origin.take(), intervals.take(), kept.take()};
    return Layer(std::move(data));
}

}  // namespace entente::detail

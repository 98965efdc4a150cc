#include "entente/world/recipe/layer/layer_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "entente/base/error.hpp"

namespace entente::detail {
namespace {

const LayerTableLayout& layout_of(std::string_view layout, std::string_view table) {
    const LayerLayout* found = find_layer_layout(layout);
    if (found != nullptr) {
        const auto place = std::ranges::find(found->tables, table, &LayerTableLayout::name);
        if (place != found->tables.end()) return *place;
    }
    throw ShapeError(fmt::format("No layout {} has a table {}.", layout, table));
}

}  // namespace

LayerRows::LayerRows(std::string_view layout, std::string_view table)
    : layout_(&layout_of(layout, table)), table_{.name = std::string(table), .columns = {}} {
    for (const LayerColumnLayout& column : layout_->columns) {
        table_.columns.emplace_back(std::string(column.name), is_numeric(column.kind));
    }
}

LayerTable LayerRows::sorted() const {
    std::vector<const LayerColumn*> keys;
    for (const std::string_view name : layout_->key) keys.push_back(&table_[name]);
    std::vector<std::size_t> order(table_.num_rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        for (const LayerColumn* key : keys) {
            if (key->numeric()) {
                if (key->number(a) != key->number(b)) return key->number(a) < key->number(b);
            } else if (key->code(a) != key->code(b)) {
                return key->text(a) < key->text(b);
            }
        }
        return false;
    });
    LayerTable table{.name = table_.name, .columns = {}};
    for (const LayerColumn& column : table_.columns) {
        LayerColumn ordered(column.name(), column.numeric());
        for (const std::size_t row : order) {
            if (column.numeric()) {
                ordered.add(column.number(row));
            } else {
                ordered.add(column.text(row));
            }
        }
        table.columns.push_back(std::move(ordered));
    }
    return table;
}

}  // namespace entente::detail

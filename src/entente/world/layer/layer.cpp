#include "entente/world/layer/layer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/sha256.hpp"
#include "entente/world/content_hash.hpp"
#include "entente/world/layer/validate_layer.hpp"

namespace entente {
namespace {

void add_column(Sha256& hash, const LayerColumn& column) {
    hash.add(column.name());
    hash.add(static_cast<std::size_t>(column.numeric()));
    hash.add(column.size());
    hash.add(column.numbers());
    hash.add(column.words().size());
    for (const std::string& word : column.words()) hash.add(word);
    hash.add_bytes(std::as_bytes(std::span(column.codes())));
}

/// Of all content but the name, like the hash of a world.
std::string hash_of(const LayerData& data) {
    Sha256 hash;
    hash.add(data.layout);
    hash.add(static_cast<std::size_t>(data.version));
    hash.add(data.title);
    hash.add(date_text(data.as_of));
    hash.add(data.source_names.size());
    for (const std::string& name : data.source_names) hash.add(name);
    detail::add_parameters(hash, data.parameters);
    detail::add_sources(hash, data.sources);
    detail::add_reference_values(hash, data.reference_values);
    hash.add(data.tables.size());
    for (const LayerTable& table : data.tables) {
        hash.add(table.name);
        hash.add(table.columns.size());
        for (const LayerColumn& column : table.columns) add_column(hash, column);
    }
    return hash.hex_digest();
}

}  // namespace

void LayerColumn::add(std::string_view text) {
    auto found = positions_.find(text);
    if (found == positions_.end()) {
        found = positions_.emplace(text, static_cast<std::uint32_t>(words_.size())).first;
        words_.emplace_back(text);
    }
    codes_.push_back(found->second);
}

LayerColumn LayerColumn::of_numbers(std::string name, std::vector<double> numbers) {
    LayerColumn column(std::move(name), true);
    column.numbers_ = std::move(numbers);
    return column;
}

LayerColumn LayerColumn::of_texts(std::string name, std::vector<std::string> words,
                                  std::vector<std::uint32_t> codes) {
    LayerColumn column(std::move(name), false);
    for (const std::uint32_t code : codes) {
        if (code >= words.size()) throw ShapeError("A cell of a layer points to no word.");
    }
    column.words_ = std::move(words);
    column.codes_ = std::move(codes);
    for (std::size_t k = 0; k < column.words_.size(); ++k) {
        column.positions_.emplace(column.words_[k], static_cast<std::uint32_t>(k));
    }
    return column;
}

const LayerColumn* LayerTable::find(std::string_view column) const {
    const auto found = std::ranges::find(columns, column, &LayerColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

const LayerColumn& LayerTable::operator[](std::string_view column) const {
    const LayerColumn* found = find(column);
    if (found == nullptr) throw ShapeError(fmt::format("Table {} lacks {}.", name, column));
    return *found;
}

Layer::Layer(LayerData data) : data_(std::move(data)) {
    Problems problems;
    detail::validate_layer(data_, {}, problems);
    problems.throw_if_any();
    content_hash_ = hash_of(data_);
}

const LayerTable& Layer::table(std::string_view name) const {
    const auto found = std::ranges::find(data_.tables, name, &LayerTable::name);
    if (found == data_.tables.end()) {
        throw ShapeError(fmt::format("Layer {} has no table {}.", data_.name, name));
    }
    return *found;
}

}  // namespace entente

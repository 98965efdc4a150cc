#pragma once

// A layer: typed tables about countries that stand beside a trade world and cannot be solved. Each
// has a layout (docs/reference/layers.md) that says which tables and columns it holds; a user may
// replace any layer by one of the same layout.

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/world/world_data.hpp"

namespace entente {

/// What stands in a column. Numbers are stored as doubles, all else as text.
enum class LayerColumnKind {
    /// Any text on one line.
    text,
    /// Alpha-3 code of ISO 3166, a code of a group such as EU27, or WLD for all partners.
    economy,
    /// One of a list of words.
    word,
    number,
    non_negative,
    integer,
    /// YYYY-MM-DD
    day,
    /// YYYY-MM
    month,
    /// YYYY, YYYY-MM or YYYY-MM-DD: only as fine as the source states.
    partial_date,
};

constexpr bool is_numeric(LayerColumnKind kind) {
    return kind == LayerColumnKind::number || kind == LayerColumnKind::non_negative ||
           kind == LayerColumnKind::integer;
}

/// The cells of one column from top to bottom. Texts are kept once each, because a code stands in
/// a hundred thousand rows.
class LayerColumn {
  public:
    LayerColumn() = default;
    LayerColumn(std::string name, bool numeric) : name_(std::move(name)), numeric_(numeric) {}

    /// A column of numbers, and one of texts by their positions in `words`.
    static LayerColumn of_numbers(std::string name, std::vector<double> numbers);
    /// @throws ShapeError if a position lies outside the words.
    static LayerColumn of_texts(std::string name, std::vector<std::string> words,
                                std::vector<std::uint32_t> codes);

    const std::string& name() const { return name_; }
    bool numeric() const { return numeric_; }
    std::size_t size() const { return numeric_ ? numbers_.size() : codes_.size(); }

    void add(double number) { numbers_.push_back(number); }
    void add(std::string_view text);
    /// Not a number where the cell is empty.
    double number(std::size_t row) const { return numbers_[row]; }
    const std::string& text(std::size_t row) const { return words_[codes_[row]]; }
    /// Position of the text of a row in words().
    std::uint32_t code(std::size_t row) const { return codes_[row]; }

    const std::vector<double>& numbers() const { return numbers_; }
    /// Different texts in the order in which they come first.
    const std::vector<std::string>& words() const { return words_; }
    const std::vector<std::uint32_t>& codes() const { return codes_; }

  private:
    std::string name_;
    bool numeric_ = false;
    std::vector<double> numbers_;
    std::vector<std::string> words_;
    std::vector<std::uint32_t> codes_;
    std::map<std::string, std::uint32_t, std::less<>> positions_;
};

/// One table; all columns are equally long.
struct LayerTable {
    std::string name;
    std::vector<LayerColumn> columns;

    std::size_t num_rows() const { return columns.empty() ? 0 : columns.front().size(); }
    /// Nothing if the layout lets the table lack the column.
    const LayerColumn* find(std::string_view column) const;
    /// @throws ShapeError if there is no such column: the layout was checked before.
    const LayerColumn& operator[](std::string_view column) const;
};

/// What a layer consists of, before it is checked.
struct LayerData {
    std::string name;
    /// Which tables it holds: "totals", "votes", "finance", ...
    std::string layout;
    /// Of the layout; a layer of another version is refused.
    int version = 0;
    std::string title;
    /// The last day the content knows of.
    Date as_of{};
    /// Codes of `sources`.
    std::vector<std::string> source_names;
    std::vector<Source> sources;
    std::vector<Parameter> parameters;
    /// Figures of the publishers that check_layer holds the content against.
    std::vector<ReferenceValue> reference_values;
    std::vector<LayerTable> tables;
};

/// An immutable layer that keeps its layout.
class Layer {
  public:
    /// Seals the data.
    /// @throws DataError with everything in which they differ from their layout.
    explicit Layer(LayerData data);

    const LayerData& data() const { return data_; }
    const std::string& name() const { return data_.name; }
    const std::string& layout() const { return data_.layout; }
    const std::string& content_hash() const { return content_hash_; }
    /// @throws ShapeError if the layout has no such table.
    const LayerTable& table(std::string_view name) const;

  private:
    LayerData data_;
    std::string content_hash_;
};

}  // namespace entente

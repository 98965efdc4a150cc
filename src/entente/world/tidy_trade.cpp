#include "entente/world/tidy_trade.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

#include "entente/world/tidy_tariffs.hpp"

namespace entente::detail {
namespace {

/// Columns that place a row in a trade array, and the first line of every cell.
class TradeCells {
  public:
    TradeCells(const TidyInput& input, TidyTable& table)
        : table_(table),
          sector_(table.column("sector")),
          origin_(table.column("origin")),
          destination_(table.column("destination")),
          first_line_(input.data.countries.size(), input.data.countries.size(),
                      input.data.sectors.size()) {
        table_.show_rows_as([this](std::size_t row) {
            return fmt::format("{} to {}, {}", table_.text(row, origin_),
                               table_.text(row, destination_), table_.text(row, sector_));
        });
    }
    TradeCells(const TradeCells&) = delete;
    TradeCells& operator=(const TradeCells&) = delete;

    struct Cell {
        std::optional<std::size_t> origin;
        std::optional<std::size_t> destination;
        std::optional<std::size_t> sector;
        bool is_placed() const { return origin && destination && sector; }
    };

    Cell find(std::size_t row) {
        return {.origin = table_.country(row, origin_),
                .destination = table_.country(row, destination_),
                .sector = table_.sector(row, sector_)};
    }

    bool is_own_country(std::size_t row) const {
        return table_.text(row, origin_) == table_.text(row, destination_);
    }

    /// False, with a problem in `column`, if the cell has come before.
    bool claim(const Cell& cell, std::size_t row, std::size_t column) {
        std::uint32_t& first = first_line_(*cell.origin, *cell.destination, *cell.sector);
        if (first == 0) {
            first = static_cast<std::uint32_t>(table_.line(row));
            return true;
        }
        table_.problem(ProblemKind::duplicate_row, row, column, {},
                       fmt::format("keep one of the rows: the first is on line {}", first));
        return false;
    }

    void lose(LostRows& lost, const Cell& cell, std::size_t row,
              std::optional<double> value) const {
        lost.add(table_.text(row, origin_), table_.text(row, sector_), cell.origin, cell.sector,
                 value);
    }

  private:
    TidyTable& table_;
    std::size_t sector_;
    std::size_t origin_;
    std::size_t destination_;
    Array3<std::uint32_t> first_line_;
};

void read_alternative(TidyInput& input, const std::string& name, const std::string& label) {
    constexpr std::array<std::string_view, 4> columns{"sector", "origin", "destination",
                                                      "tariff_rate"};
    auto table = TidyTable::open(input, name, columns, false);
    if (!table) return;
    if (!is_code(label)) {
        input.problems.add({.kind = ProblemKind::bad_code,
                            .file = table->file(),
                            .value = label,
                            .fix = "name the file tariffs-LABEL.csv with a label of letters, "
                                   "digits, '_', '-', '.' and '&'"});
    }
    const std::size_t rate_column = table->column("tariff_rate");
    TradeCells cells(input, *table);
    TariffColumn tariffs(input, *table, rate_column);
    Array3<double> rates = input.data.tariff_rate;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const TradeCells::Cell cell = cells.find(row);
        const double rate = tariffs.read(row, cells.is_own_country(row));
        if (!cell.is_placed() || !cells.claim(cell, row, rate_column)) continue;
        rates(*cell.origin, *cell.destination, *cell.sector) = rate;
    }
    tariffs.finish();
    input.data.alternative_tariffs[label] = std::move(rates);
}

}  // namespace

std::optional<LostRows> read_trade(TidyInput& input) {
    constexpr std::array<std::string_view, 4> columns{"sector", "origin", "destination", "value"};
    auto table = TidyTable::open(input, "trade.csv", columns, true);
    if (!table) return std::nullopt;
    const std::size_t value_column = table->column("value");
    TradeCells cells(input, *table);
    std::optional<TariffColumn> tariffs;
    if (const auto column = table->find_column("tariff_rate")) {
        tariffs.emplace(input, *table, *column);
    }
    WorldData& data = input.data;
    LostRows lost;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const TradeCells::Cell cell = cells.find(row);
        auto value = table->number(row, value_column);
        if (value && *value < 0.0) {
            table->problem(ProblemKind::negative_value, row, value_column, "0 or more");
            value.reset();
        }
        const double rate = tariffs ? tariffs->read(row, cells.is_own_country(row)) : 0.0;
        const Quality quality = table->quality(row);
        const bool is_used = cell.is_placed() && cells.claim(cell, row, value_column);
        if (!is_used || !value) cells.lose(lost, cell, row, value);
        if (!is_used) continue;
        data.trade_flow(*cell.origin, *cell.destination, *cell.sector) = value.value_or(0.0);
        data.tariff_rate(*cell.origin, *cell.destination, *cell.sector) = rate;
        data.trade_quality(*cell.origin, *cell.destination, *cell.sector) = quality;
    }
    if (tariffs) tariffs->finish();
    return lost;
}

void read_alternative_tariffs(TidyInput& input) {
    constexpr std::string_view prefix = "tariffs-";
    // A set: the order in which a folder lists its files differs between machines, and a label may
    // be there both plain and packed.
    std::set<std::string> labels;
    for (const auto& entry : std::filesystem::directory_iterator(input.folder)) {
        std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        if (name.ends_with(".gz")) name.resize(name.size() - 3);
        if (!name.ends_with(".csv")) continue;
        labels.insert(name.substr(prefix.size(), name.size() - prefix.size() - 4));
    }
    for (const std::string& label : labels) {
        read_alternative(input, fmt::format("{}{}.csv", prefix, label), label);
    }
}

}  // namespace entente::detail

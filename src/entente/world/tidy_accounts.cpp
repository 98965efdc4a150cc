#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "entente/base/number_text.hpp"
#include "entente/world/limits.hpp"
#include "entente/world/lost_rows.hpp"
#include "entente/world/tidy_parts.hpp"
#include "entente/world/tidy_trade.hpp"

namespace entente::detail {
namespace {

/// Output as read, and which of its cells can be relied on.
struct OutputRead {
    bool is_read = false;
    std::string file;
    /// [n, s] 0 = not given.
    Array2<std::size_t> line;
    /// [n, s] 1, or 0 where the row was bad and has been reported.
    Array2<std::uint8_t> is_usable;
    LostRows lost;
};

std::optional<double> read_share(TidyTable& table, std::size_t row, std::size_t column,
                                 double largest) {
    const auto share = table.number(row, column);
    if (!share || (*share >= 0.0 && *share <= largest)) return share;
    table.problem(ProblemKind::share_out_of_range, row, column, "0 to 1");
    return std::nullopt;
}

void report_repeated(TidyTable& table, std::size_t row, std::size_t column,
                     std::size_t first_line) {
    table.problem(ProblemKind::duplicate_row, row, column, {},
                  fmt::format("keep one of the rows: the first is on line {}", first_line));
}

OutputRead read_output(TidyInput& input) {
    constexpr std::array<std::string_view, 4> columns{"country", "sector", "gross_output",
                                                      "value_added_share"};
    OutputRead read;
    auto table = TidyTable::open(input, "output.csv", columns, true);
    if (!table) return read;
    read.is_read = true;
    read.file = table->file();
    read.line = Array2<std::size_t>(input.data.countries.size(), input.data.sectors.size());
    read.is_usable =
        Array2<std::uint8_t>(input.data.countries.size(), input.data.sectors.size(), 1);
    const std::size_t country_column = table->column("country");
    const std::size_t sector_column = table->column("sector");
    const std::size_t output_column = table->column("gross_output");
    const std::size_t share_column = table->column("value_added_share");
    table->show_rows_as([&](std::size_t row) {
        return fmt::format("{}, {}", table->text(row, country_column),
                           table->text(row, sector_column));
    });
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto n = table->country(row, country_column);
        const auto s = table->sector(row, sector_column);
        auto output = table->number(row, output_column);
        if (output && *output < 0.0) {
            table->problem(ProblemKind::negative_value, row, output_column, "0 or more");
            output.reset();
        }
        const auto share = read_share(*table, row, share_column, 1.0);
        const auto quality = table->quality(row);
        if (!n || !s) {
            read.lost.add(table->text(row, country_column), table->text(row, sector_column), n, s,
                          output);
            continue;
        }
        if (read.line(*n, *s) != 0) {
            report_repeated(*table, row, output_column, read.line(*n, *s));
            continue;
        }
        read.line(*n, *s) = table->line(row);
        read.is_usable(*n, *s) = output && share ? 1 : 0;
        input.data.gross_output(*n, *s) = output.value_or(0.0);
        input.data.value_added_share(*n, *s) = share.value_or(0.0);
        input.data.technology_quality(*n, *s) = quality;
    }
    return read;
}

/// Sales and output of every country and sector, and value added of every country.
void compare_output(TidyInput& input, const OutputRead& read, const LostRows& lost_trade) {
    const WorldData& data = input.data;
    for (std::size_t n = 0; n < data.countries.size(); ++n) {
        double value_added = 0.0;
        bool all_usable = true;
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            double sales = 0.0;
            for (std::size_t m = 0; m < data.countries.size(); ++m)
                sales += data.trade_flow(n, m, s);
            const double output = data.gross_output(n, s);
            const double tolerance = output_tolerance * std::max(output, sales);
            const std::string where =
                fmt::format("{}, {}", data.countries[n].code, data.sectors[s].code);
            value_added += output * data.value_added_share(n, s);
            if (read.line(n, s) == 0) {
                const bool explained = read.lost.explain(n, s, sales, tolerance);
                all_usable = all_usable && sales == 0.0;
                if (sales > 0.0 && !explained) {
                    input.problems.add({.kind = ProblemKind::missing_row,
                                        .file = read.file,
                                        .where = where,
                                        .expected = fmt::format("a row with gross_output {}",
                                                                shortest_text(sales))});
                }
            } else if (read.is_usable(n, s) == 0) {
                all_usable = false;
            } else if (std::abs(output - sales) > tolerance &&
                       !lost_trade.explain(n, s, output - sales, tolerance)) {
                input.problems.add(
                    {.kind = ProblemKind::output_differs_from_sales,
                     .file = read.file,
                     .line = read.line(n, s),
                     .column = "gross_output",
                     .where = where,
                     .value = shortest_text(output),
                     .expected = fmt::format("{} by trade.csv", shortest_text(sales))});
            }
        }
        if (all_usable && !(value_added > 0.0)) {
            input.problems.add({.kind = ProblemKind::not_positive,
                                .file = read.file,
                                .column = "value_added_share",
                                .where = data.countries[n].code,
                                .value = shortest_text(value_added),
                                .expected = "a country with some value added"});
        }
    }
}

/// Shares that must add up to one over the rows of a country (and of a using sector).
class ShareSums {
  public:
    ShareSums(std::size_t num_countries, std::size_t num_sectors)
        : sum_(num_countries, num_sectors), line_(num_countries, num_sectors) {}

    void add(std::size_t n, std::size_t r, std::size_t line, double share) {
        sum_(n, r) += share;
        if (line_(n, r) == 0) line_(n, r) = line;
    }

    /// Problem for one sum, on the line of its first row.
    void check(Problems& problems, const LostRows& lost, const std::string& file, std::size_t n,
               std::size_t r, std::string where) const {
        const double gap = 1.0 - sum_(n, r);
        if (std::abs(gap) <= share_tolerance || lost.explain(n, r, gap, share_tolerance)) return;
        problems.add({.kind = ProblemKind::shares_do_not_add_up,
                      .file = file,
                      .line = line_(n, r),
                      .column = "share",
                      .where = std::move(where),
                      .value = shortest_text(sum_(n, r)),
                      .expected = "1"});
    }

  private:
    Array2<double> sum_;
    Array2<std::size_t> line_;
};

void read_inputs(TidyInput& input, const OutputRead& output) {
    constexpr std::array<std::string_view, 4> columns{"country", "input_sector", "using_sector",
                                                      "share"};
    auto table = TidyTable::open(input, "inputs.csv", columns, false);
    if (!table) return;
    const std::array<std::size_t, 4> at{table->column(columns[0]), table->column(columns[1]),
                                        table->column(columns[2]), table->column(columns[3])};
    table->show_rows_as([&](std::size_t row) {
        return fmt::format("{}, {} used by {}", table->text(row, at[0]), table->text(row, at[1]),
                           table->text(row, at[2]));
    });
    WorldData& data = input.data;
    const std::size_t num_countries = data.countries.size();
    const std::size_t num_sectors = data.sectors.size();
    data.input_share = Array3<double>(num_countries, num_sectors, num_sectors);
    Array3<std::size_t> first_line(num_countries, num_sectors, num_sectors);
    ShareSums sums(num_countries, num_sectors);
    LostRows lost;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto n = table->country(row, at[0]);
        const auto s = table->sector(row, at[1]);
        const auto r = table->sector(row, at[2]);
        const auto share = read_share(*table, row, at[3], 1.0 + share_tolerance);
        const bool is_placed = n && s && r;
        const bool is_repeated = is_placed && first_line(*n, *s, *r) != 0;
        if (is_repeated) report_repeated(*table, row, at[3], first_line(*n, *s, *r));
        if (!is_placed || !share || is_repeated) {
            lost.add(table->text(row, at[0]), table->text(row, at[2]), n, r, share);
        }
        if (!is_placed || is_repeated) continue;
        first_line(*n, *s, *r) = table->line(row);
        data.input_share(*n, *s, *r) = share.value_or(0.0);
        sums.add(*n, *r, table->line(row), share.value_or(0.0));
    }
    for (std::size_t n = 0; n < num_countries && output.is_read; ++n) {
        for (std::size_t r = 0; r < num_sectors; ++r) {
            const bool buys_inputs = output.line(n, r) != 0 && output.is_usable(n, r) == 1 &&
                                     data.value_added_share(n, r) < 1.0 &&
                                     data.gross_output(n, r) > 0.0;
            if (!buys_inputs) continue;
            sums.check(
                input.problems, lost, table->file(), n, r,
                fmt::format("{}, inputs used by {}", data.countries[n].code, data.sectors[r].code));
        }
    }
}

void read_consumption(TidyInput& input) {
    constexpr std::array<std::string_view, 3> columns{"country", "sector", "share"};
    auto table = TidyTable::open(input, "consumption.csv", columns, false);
    if (!table) return;
    const std::array<std::size_t, 3> at{table->column(columns[0]), table->column(columns[1]),
                                        table->column(columns[2])};
    table->show_rows_as([&](std::size_t row) {
        return fmt::format("{}, {}", table->text(row, at[0]), table->text(row, at[1]));
    });
    WorldData& data = input.data;
    const std::size_t num_countries = data.countries.size();
    const std::size_t num_sectors = data.sectors.size();
    data.consumption_share = Array2<double>(num_countries, num_sectors);
    Array2<std::size_t> first_line(num_countries, num_sectors);
    ShareSums sums(num_countries, 1);
    LostRows lost;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto n = table->country(row, at[0]);
        const auto s = table->sector(row, at[1]);
        const auto share = read_share(*table, row, at[2], 1.0 + share_tolerance);
        const bool is_repeated = n && s && first_line(*n, *s) != 0;
        if (is_repeated) report_repeated(*table, row, at[2], first_line(*n, *s));
        if (!n || !s || !share || is_repeated) lost.add(table->text(row, at[0]), {}, n, 0, share);
        if (!n || !s || is_repeated) continue;
        first_line(*n, *s) = table->line(row);
        data.consumption_share(*n, *s) = share.value_or(0.0);
        sums.add(*n, 0, table->line(row), share.value_or(0.0));
    }
    for (std::size_t n = 0; n < num_countries; ++n) {
        sums.check(input.problems, lost, table->file(), n, 0, data.countries[n].code);
    }
}

}  // namespace

void read_accounts(TidyInput& input) {
    const std::optional<LostRows> lost_trade = read_trade(input);
    read_alternative_tariffs(input);
    const OutputRead output = read_output(input);
    if (input.has_axes() && lost_trade && output.is_read)
        compare_output(input, output, *lost_trade);
    read_inputs(input, output);
    read_consumption(input);
}

}  // namespace entente::detail

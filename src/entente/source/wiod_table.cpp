#include "entente/source/wiod_table.hpp"

#include <array>
#include <map>
#include <string>
#include <utility>

#include "entente/source/csv_table.hpp"
#include "entente/source/wiod_codes.hpp"

namespace entente {
namespace {

/// "ROM_c12" to ROU and c12; nothing for columns of final use and output.
std::optional<std::pair<std::string, std::string>> economy_and_sector(std::string_view name) {
    const std::size_t bar = name.find('_');
    if (bar == std::string_view::npos || name.substr(bar + 1, 1) != "c") return std::nullopt;
    return std::pair{iso3_from_wiod(std::string(name.substr(0, bar))),
                     std::string(name.substr(bar + 1))};
}

}  // namespace

WiodTable read_wiod_table(const std::filesystem::path& file, Problems& problems) {
    constexpr std::array<std::string_view, 2> required{"row", "output"};
    const auto table = CsvTable::read(file, required, problems);
    if (!table) return {};
    const std::size_t row_names = *table->column("row");
    const std::size_t outputs = *table->column("output");
    // Of every buying sector: place of its column, and what it buys by selling sector.
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < table->columns().size(); ++c) {
        if (economy_and_sector(table->columns()[c])) columns.push_back(c);
    }
    std::vector<std::map<std::string, double>> bought(columns.size());
    WiodTable read;
    for (std::size_t r = 0; r < table->num_rows(); ++r) {
        const auto seller = economy_and_sector(table->text(r, row_names));
        const bool is_column =
            r < columns.size() && table->text(r, row_names) == table->columns()[columns[r]];
        if (!seller || !is_column) {
            problems.add(table->problem_at(ProblemKind::unknown_word, r, row_names));
            continue;
        }
        for (std::size_t k = 0; k < columns.size(); ++k) {
            bought[k][seller->second] +=
                table->number(r, columns[k], problems, table->columns()[columns[k]]).value_or(0.0);
        }
        read.output.push_back({.country = seller->first,
                               .sector = seller->second,
                               .gross_output = table->number(r, outputs, problems).value_or(0.0)});
    }
    if (read.output.size() != columns.size()) return read;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        read.output[k].value_added = read.output[k].gross_output;
        for (const auto& [sector, value] : bought[k]) {
            read.inputs.push_back({.country = read.output[k].country,
                                   .input_sector = sector,
                                   .using_sector = read.output[k].sector,
                                   .value = value});
            read.output[k].value_added -= value;
        }
    }
    return read;
}

}  // namespace entente

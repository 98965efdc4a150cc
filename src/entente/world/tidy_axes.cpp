#include <fmt/format.h>

#include <array>

#include "entente/world/limits.hpp"
#include "entente/world/tidy_parts.hpp"

namespace entente::detail {
namespace {

/// Lines on which codes were declared, to tell of the first when one comes twice.
class Declared {
  public:
    bool is_new(TidyTable& table, std::size_t row, std::size_t column, const std::string& code) {
        const auto [entry, is_first] = lines_.emplace(code, table.line(row));
        if (!is_first) {
            table.problem(
                ProblemKind::duplicate_row, row, column, {},
                "keep one of the rows: the first is on line " + std::to_string(entry->second));
        }
        return is_first;
    }

  private:
    std::map<std::string, std::size_t> lines_;
};

template <class Records>
Axis axis_of(const Records& records) {
    std::vector<std::string> codes;
    codes.reserve(records.size());
    for (const auto& record : records) codes.push_back(record.code);
    return Axis(std::move(codes));
}

void report_if_empty(TidyInput& input, const TidyTable& table) {
    if (table.num_rows() == 0) {
        input.problems.add({.kind = ProblemKind::empty_table, .file = table.file()});
    }
}

void read_countries(TidyInput& input) {
    constexpr std::array<std::string_view, 2> columns{"iso3", "name"};
    auto table = TidyTable::open(input, "countries.csv", columns, true);
    if (!table) return;
    report_if_empty(input, *table);
    const std::size_t code_column = table->column("iso3");
    const std::size_t name_column = table->column("name");
    Declared declared;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        // A wrong code still names its position, so that it is reported here and not again in
        // every table that uses it.
        std::string code = table->declared_code(row, code_column);
        if (is_number(code)) {
            const CodeAdvice advice = advise_on_country(code, {});
            table->problem(advice.kind, row, code_column, {}, advice.fix);
        }
        if (code.empty() || !declared.is_new(*table, row, code_column, code)) continue;
        input.data.countries.push_back(
            {std::move(code), std::string(table->text(row, name_column))});
    }
    if (!input.data.countries.empty()) input.countries = axis_of(input.data.countries);
}

Sector read_sector(TidyTable& table, std::size_t row) {
    Sector sector;
    sector.code = table.declared_code(row, table.column("sector"));
    sector.name = table.text(row, table.column("name"));
    sector.isic = table.optional_text(row, "isic");
    const std::size_t theta_column = table.column("trade_elasticity");
    if (const auto theta = table.number(row, theta_column)) {
        sector.trade_elasticity = *theta;
        if (*theta <= 0.0) {
            table.problem(ProblemKind::not_positive, row, theta_column,
                          "a positive theta, such as 5");
        }
    }
    sector.trade_elasticity_se = table.optional_number(row, "trade_elasticity_se");
    if (sector.trade_elasticity_se && *sector.trade_elasticity_se < 0.0) {
        table.problem(ProblemKind::negative_value, row, *table.find_column("trade_elasticity_se"),
                      "0 or more", "correct it, or leave it empty");
    }
    const auto kind = sector_kind_of_word(table.optional_text(row, "kind"));
    if (!kind) {
        table.problem(ProblemKind::value_out_of_range, row, *table.find_column("kind"),
                      "goods or services", "write goods or services, or leave it empty");
    }
    sector.kind = kind.value_or(SectorKind::unstated);
    return sector;
}

void read_sectors(TidyInput& input) {
    constexpr std::array<std::string_view, 3> columns{"sector", "name", "trade_elasticity"};
    auto table = TidyTable::open(input, "sectors.csv", columns, true);
    if (!table) return;
    report_if_empty(input, *table);
    const std::size_t code_column = table->column("sector");
    table->show_rows_as(
        [&](std::size_t row) { return std::string(table->text(row, code_column)); });
    Declared declared;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        Sector sector = read_sector(*table, row);
        if (sector.code.empty() || !declared.is_new(*table, row, code_column, sector.code)) {
            continue;
        }
        input.data.sectors.push_back(std::move(sector));
    }
    if (!input.data.sectors.empty()) input.sectors = axis_of(input.data.sectors);
}

}  // namespace

void read_axes(TidyInput& input) {
    read_countries(input);
    read_sectors(input);
    WorldData& data = input.data;
    if (input.has_axes() && !arrays_fit(data.countries.size(), data.sectors.size())) {
        input.problems.add({.kind = ProblemKind::file_too_large,
                            .file = (input.folder / "countries.csv").string(),
                            .value = fmt::format("{} countries and {} sectors",
                                                 data.countries.size(), data.sectors.size())});
        input.countries.reset();
        input.sectors.reset();
    }
    if (!input.has_axes()) {
        data.countries.clear();
        data.sectors.clear();
    }
    const std::size_t num_countries = data.countries.size();
    const std::size_t num_sectors = data.sectors.size();
    data.trade_flow = Array3<double>(num_countries, num_countries, num_sectors);
    data.tariff_rate = Array3<double>(num_countries, num_countries, num_sectors);
    data.trade_quality = Array3<Quality>(num_countries, num_countries, num_sectors);
    data.gross_output = Array2<double>(num_countries, num_sectors);
    data.value_added_share = Array2<double>(num_countries, num_sectors);
    data.technology_quality = Array2<Quality>(num_countries, num_sectors);
}

}  // namespace entente::detail

#include <fmt/format.h>

#include <array>

#include "entente/source/iso_countries.hpp"
#include "entente/world/tidy_parts.hpp"

namespace entente::detail {
namespace {

/// A member must be a country of this world, or one that the world counts in a rest of the world:
/// lists of alliances are longer than the list of economies with data.
void check_member(TidyInput& input, TidyTable& table, std::size_t row, std::size_t column) {
    const std::string_view code = table.text(row, column);
    if (input.countries && !input.countries->contains(code) && !iso3_name(code)) {
        table.country(row, column);
    }
}

void read_groups(TidyInput& input) {
    constexpr std::array<std::string_view, 4> columns{"group", "iso3", "valid_from", "valid_to"};
    auto table = TidyTable::open(input, "groups.csv", columns, false);
    if (!table) return;
    const std::size_t group_column = table->column("group");
    const std::size_t country_column = table->column("iso3");
    table->show_rows_as([&](std::size_t row) {
        return fmt::format("{}, {}", table->text(row, group_column),
                           table->text(row, country_column));
    });
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        Membership membership{.group = table->declared_code(row, group_column),
                              .country = std::string(table->text(row, country_column)),
                              .valid_from = table->optional_date(row, "valid_from"),
                              .valid_to = table->optional_date(row, "valid_to"),
                              .source = table->optional_text(row, "source")};
        check_member(input, *table, row, country_column);
        if (input.countries && input.countries->contains(membership.group)) {
            table->problem(ProblemKind::bad_code, row, group_column,
                           "a group code that is not also a country code", "rename the group");
        }
        if (membership.valid_from && membership.valid_to &&
            *membership.valid_to < *membership.valid_from) {
            table->problem(ProblemKind::value_out_of_range, row, table->column("valid_to"),
                           "a day not before valid_from");
        }
        input.data.memberships.push_back(std::move(membership));
    }
}

void read_parameters(TidyInput& input) {
    constexpr std::array<std::string_view, 6> columns{"name", "value", "unit",
                                                      "low",  "high",  "source"};
    auto table = TidyTable::open(input, "parameters.csv", columns, false);
    if (!table) return;
    const std::size_t name_column = table->column("name");
    table->show_rows_as(
        [&](std::size_t row) { return std::string(table->text(row, name_column)); });
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        if (table->text(row, name_column).empty()) {
            table->problem(ProblemKind::empty_value, row, name_column);
        }
        Parameter parameter{.name = std::string(table->text(row, name_column)),
                            .value = table->number(row, table->column("value")).value_or(0.0),
                            .unit = table->optional_text(row, "unit"),
                            .low = table->optional_number(row, "low"),
                            .high = table->optional_number(row, "high"),
                            .source = table->optional_text(row, "source")};
        if (parameter.low && parameter.high && *parameter.low > *parameter.high) {
            table->problem(ProblemKind::value_out_of_range, row, table->column("low"),
                           "a number that is not above the one in column high");
        }
        input.data.parameters.push_back(std::move(parameter));
    }
}

void read_sources(TidyInput& input) {
    constexpr std::array<std::string_view, 6> columns{"source", "title", "publisher",
                                                      "year",   "url",   "licence"};
    auto table = TidyTable::open(input, "sources.csv", columns, false);
    if (!table) return;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        if (table->text(row, table->column("source")).empty()) {
            table->problem(ProblemKind::empty_value, row, table->column("source"));
        }
        input.data.sources.push_back({.code = table->optional_text(row, "source"),
                                      .title = table->optional_text(row, "title"),
                                      .publisher = table->optional_text(row, "publisher"),
                                      .year = table->optional_text(row, "year"),
                                      .url = table->optional_text(row, "url"),
                                      .licence = table->optional_text(row, "licence")});
    }
}

void read_reference_values(TidyInput& input) {
    constexpr std::array<std::string_view, 6> columns{"check", "subject",   "value",
                                                      "unit",  "tolerance", "source"};
    auto table = TidyTable::open(input, "reference.csv", columns, false);
    if (!table) return;
    const std::size_t check_column = table->column("check");
    const std::size_t subject_column = table->column("subject");
    table->show_rows_as([&](std::size_t row) {
        return fmt::format("{} {}", table->text(row, check_column),
                           table->text(row, subject_column));
    });
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        if (table->text(row, check_column).empty()) {
            table->problem(ProblemKind::empty_value, row, check_column);
        }
        ReferenceValue reference{.check = std::string(table->text(row, check_column)),
                                 .subject = std::string(table->text(row, subject_column)),
                                 .value = table->number(row, table->column("value")).value_or(0.0),
                                 .unit = table->optional_text(row, "unit"),
                                 .tolerance = table->optional_number(row, "tolerance"),
                                 .source = table->optional_text(row, "source")};
        if (reference.tolerance && *reference.tolerance < 0.0) {
            table->problem(ProblemKind::negative_value, row, table->column("tolerance"),
                           "0 or more", "correct it, or leave it empty");
        }
        input.data.reference_values.push_back(std::move(reference));
    }
}

}  // namespace

void read_records(TidyInput& input) {
    read_groups(input);
    read_parameters(input);
    read_sources(input);
    read_reference_values(input);
}

}  // namespace entente::detail

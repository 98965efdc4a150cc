#include "entente/world/tidy_input.hpp"

#include "entente/base/number_text.hpp"
#include "entente/source/text_file.hpp"

namespace entente::detail {

std::optional<TidyTable> TidyTable::open(TidyInput& input, const std::string& name,
                                         ColumnNames columns, bool required) {
    const auto path = find_plain_or_gzip(input.folder, name);
    if (!path) {
        if (required) {
            input.problems.add(
                {.kind = ProblemKind::file_missing, .file = (input.folder / name).string()});
        }
        return std::nullopt;
    }
    auto table = CsvTable::read(*path, columns, input.problems);
    if (!table) return std::nullopt;
    return TidyTable(input, std::move(*table));
}

std::string TidyTable::optional_text(std::size_t row, std::string_view name) const {
    const auto column = table_.column(name);
    return column ? std::string(table_.text(row, *column)) : std::string{};
}

void TidyTable::problem(ProblemKind kind, std::size_t row, std::size_t column, std::string expected,
                        std::string fix) {
    Problem found = table_.problem_at(kind, row, column);
    if (where_) found.where = where_(row);
    found.expected = std::move(expected);
    found.fix = std::move(fix);
    input_->problems.add(std::move(found));
}

std::optional<std::size_t> TidyTable::code(const std::optional<Axis>& axis, Advise advise,
                                           AdviceSoFar& advice, std::size_t row,
                                           std::size_t column) {
    if (!axis) return std::nullopt;
    const std::string_view code = table_.text(row, column);
    if (const auto position = axis->find(code)) return position;
    if (code.empty()) {
        problem(ProblemKind::empty_value, row, column);
        return std::nullopt;
    }
    auto known = advice.find(code);
    if (known == advice.end()) known = advice.emplace(code, advise(code, axis->codes())).first;
    problem(known->second.kind, row, column, {}, known->second.fix);
    return std::nullopt;
}

std::optional<std::size_t> TidyTable::country(std::size_t row, std::size_t column) {
    return code(input_->countries, advise_on_country, input_->country_advice, row, column);
}

std::optional<std::size_t> TidyTable::sector(std::size_t row, std::size_t column) {
    return code(input_->sectors, advise_on_sector, input_->sector_advice, row, column);
}

std::string TidyTable::declared_code(std::size_t row, std::size_t column) {
    const std::string_view code = table_.text(row, column);
    if (code.empty()) {
        problem(ProblemKind::empty_value, row, column);
    } else if (!is_code(code)) {
        problem(ProblemKind::bad_code, row, column);
    }
    return std::string(code);
}

std::optional<double> TidyTable::number(std::size_t row, std::size_t column) {
    const auto parsed = parse_number(table_.text(row, column));
    if (const double* value = std::get_if<double>(&parsed)) return *value;
    problem(std::get<ProblemKind>(parsed), row, column);
    return std::nullopt;
}

std::optional<double> TidyTable::optional_number(std::size_t row, std::string_view name) {
    const auto column = table_.column(name);
    if (!column || table_.text(row, *column).empty()) return std::nullopt;
    return number(row, *column);
}

std::optional<Date> TidyTable::optional_date(std::size_t row, std::string_view name) {
    const auto column = table_.column(name);
    if (!column || table_.text(row, *column).empty()) return std::nullopt;
    const auto date = parse_date(table_.text(row, *column));
    if (!date) problem(ProblemKind::not_a_date, row, *column, "YYYY-MM-DD");
    return date;
}

Quality TidyTable::quality(std::size_t row) {
    const auto column = table_.column("quality");
    if (!column) return Quality::observed;
    const std::string_view word = table_.text(row, *column);
    const auto quality = quality_of_word(word);
    if (!quality) {
        problem(word.empty() ? ProblemKind::empty_value : ProblemKind::unknown_quality, row,
                *column, "observed, scaled or estimated");
    }
    return quality.value_or(Quality::observed);
}

}  // namespace entente::detail

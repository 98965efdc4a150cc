#include "entente/source/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/number_text.hpp"
#include "entente/source/text_file.hpp"

namespace entente {
namespace {

/// Walks through the text field by field. Quoted fields are unquoted in place, which never makes
/// them longer, so that all fields stay views of one buffer.
class FieldReader {
  public:
    FieldReader(std::string& text, char separator) : text_(text), separator_(separator) {}

    bool at_end() const { return at_ >= text_.size(); }
    std::size_t line() const { return line_; }

    /// Reads one record; start and length of every field are appended to `fields`.
    template <class Fields>
    std::size_t read_record(Fields& fields) {
        std::size_t count = 0;
        while (true) {
            fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
            ++count;
            if (at_end()) return count;
            const char stop = text_[at_++];
            if (stop == '\n') {
                ++line_;
                return count;
            }
        }
    }

    struct Place {
        std::size_t start;
        std::size_t length;
    };

  private:
    Place plain() {
        const std::size_t start = at_;
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
        std::size_t length = at_ - start;
        if (length > 0 && text_[start + length - 1] == '\r') --length;
        return {start, length};
    }

    Place quoted() {
        const std::size_t start = at_ + 1;
        std::size_t write = start;
        ++at_;
        while (!at_end()) {
            if (text_[at_] == '"') {
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    text_[write++] = '"';
                    at_ += 2;
                    continue;
                }
                ++at_;
                break;
            }
            if (text_[at_] == '\n') ++line_;
            text_[write++] = text_[at_++];
        }
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
        return {start, write - start};
    }

    std::string& text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether two neighbouring fields look like one number with a decimal comma: 10,5. A number that
/// begins with a zero and goes on, such as a sector code 01, does not.
bool is_split_number(std::string_view whole, std::string_view fraction) {
    if (whole.starts_with('-')) whole.remove_prefix(1);
    return is_digits(whole) && is_digits(fraction) && (whole.size() == 1 || whole.front() != '0');
}

/// What is wrong with a row of too many or too few fields.
Problem row_of_wrong_length(const std::vector<std::string_view>& fields,
                            const std::vector<std::string>& columns, char separator) {
    const bool may_be_split = separator == ',' && fields.size() == columns.size() + 1;
    for (std::size_t c = 0; may_be_split && c < columns.size(); ++c) {
        if (!is_split_number(fields[c], fields[c + 1])) continue;
        return {.kind = ProblemKind::decimal_comma,
                .column = columns[c],
                .value = fmt::format("{},{}", fields[c], fields[c + 1]),
                .fix = "write a decimal point, and quote texts that contain a comma"};
    }
    return {.kind = ProblemKind::wrong_field_count,
            .value = fmt::format("{} fields", fields.size()),
            .expected = fmt::format("{}", columns.size())};
}

/// Programs set to a language that writes decimal commas save "CSV" with semicolons.
std::optional<Problem> other_separator(const std::vector<std::string>& columns,
                                       std::size_t num_required) {
    if (columns.size() != 1 || num_required < 2) return std::nullopt;
    const std::size_t at = columns[0].find_first_of(";\t|");
    if (at == std::string::npos) return std::nullopt;
    const std::string separator =
        columns[0][at] == '\t' ? "tabs" : fmt::format("'{}'", columns[0][at]);
    return Problem{.kind = ProblemKind::missing_column,
                   .line = 1,
                   .value = columns[0],
                   .expected = "columns separated by commas",
                   .fix = fmt::format("the columns seem to be separated by {}: save the file with "
                                      "commas between columns and points in numbers",
                                      separator)};
}

}  // namespace

std::optional<CsvTable> CsvTable::read(const std::filesystem::path& path,
                                       std::span<const std::string_view> required,
                                       Problems& problems, const CsvOptions& options) {
    std::optional<std::string> text = read_text_file(path, path.string(), problems);
    if (!text) return std::nullopt;
    return parse(std::move(*text), path.string(), required, problems, options);
}

std::optional<CsvTable> CsvTable::parse(std::string text, std::string file,
                                        std::span<const std::string_view> required,
                                        Problems& problems, const CsvOptions& options) {
    CsvTable table;
    table.file_ = std::move(file);
    table.text_ = std::move(text);
    if (table.text_.find_first_not_of(" \t\r\n") == std::string::npos) {
        problems.add({.kind = ProblemKind::empty_table, .file = table.file_});
        return std::nullopt;
    }
    FieldReader reader(table.text_, options.separator);
    std::vector<FieldReader::Place> record;
    const auto view = [&](const FieldReader::Place& place) {
        return std::string_view(table.text_).substr(place.start, place.length);
    };

    if (options.has_header) {
        reader.read_record(record);
        for (const auto& place : record) table.columns_.emplace_back(view(place));
        if (auto problem = other_separator(table.columns_, required.size())) {
            problem->file = table.file_;
            problems.add(std::move(*problem));
            return std::nullopt;
        }
    }
    while (!reader.at_end()) {
        const std::size_t line = reader.line();
        record.clear();
        const std::size_t count = reader.read_record(record);
        if (count == 1 && record[0].length == 0) continue;
        if (table.columns_.empty()) {
            for (std::size_t c = 1; c <= count; ++c) table.columns_.push_back(std::to_string(c));
        }
        if (count != table.columns_.size()) {
            std::vector<std::string_view> fields;
            fields.reserve(count);
            for (const auto& place : record) fields.push_back(view(place));
            Problem problem = row_of_wrong_length(fields, table.columns_, options.separator);
            problem.file = table.file_;
            problem.line = line;
            problems.add(std::move(problem));
            continue;
        }
        table.lines_.push_back(line);
        for (const auto& place : record) table.fields_.push_back({place.start, place.length});
    }

    if (!table.has_columns(required, problems)) return std::nullopt;
    return table;
}

bool CsvTable::has_columns(std::span<const std::string_view> required, Problems& problems) const {
    bool complete = true;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (column(columns_[c]) != c) {
            problems.add({.kind = ProblemKind::repeated_column,
                          .file = file_,
                          .line = 1,
                          .column = columns_[c]});
            complete = false;
        }
    }
    for (const std::string_view name : required) {
        if (!column(name)) {
            problems.add({.kind = ProblemKind::missing_column,
                          .file = file_,
                          .line = 1,
                          .column = std::string(name),
                          .expected = fmt::format("the columns {}", fmt::join(required, ", "))});
            complete = false;
        }
    }
    return complete;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

std::string_view CsvTable::text(std::size_t row, std::size_t column) const {
    const Field& field = fields_[row * columns_.size() + column];
    return std::string_view(text_).substr(field.start, field.length);
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column, Problems& problems,
                                       std::string_view where) const {
    const auto parsed = parse_number(text(row, column));
    if (const double* value = std::get_if<double>(&parsed)) return *value;
    Problem problem = problem_at(std::get<ProblemKind>(parsed), row, column);
    problem.where = where;
    problems.add(std::move(problem));
    return std::nullopt;
}

Problem CsvTable::problem_at(ProblemKind kind, std::size_t row, std::size_t column) const {
    return {.kind = kind,
            .file = file_,
            .line = line(row),
            .column = columns_[column],
            .value = std::string(text(row, column))};
}

}  // namespace entente

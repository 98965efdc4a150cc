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
            problems.add({.kind = ProblemKind::wrong_field_count,
                          .file = table.file_,
                          .line = line,
                          .value = fmt::format("{} fields", count),
                          .expected = fmt::format("{}", table.columns_.size())});
            continue;
        }
        table.lines_.push_back(line);
        for (const auto& place : record) table.fields_.push_back({place.start, place.length});
    }

    bool complete = true;
    for (std::size_t c = 0; c < table.columns_.size(); ++c) {
        if (table.column(table.columns_[c]) != c) {
            problems.add({.kind = ProblemKind::repeated_column,
                          .file = table.file_,
                          .line = 1,
                          .column = table.columns_[c]});
            complete = false;
        }
    }
    for (const std::string_view name : required) {
        if (!table.column(name)) {
            problems.add({.kind = ProblemKind::missing_column,
                          .file = table.file_,
                          .line = 1,
                          .column = std::string(name),
                          .expected = fmt::format("the columns {}", fmt::join(required, ", "))});
            complete = false;
        }
    }
    if (!complete) return std::nullopt;
    return table;
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

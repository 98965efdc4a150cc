#include "entente/world/layer/validate_layer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "entente/base/nearest_code.hpp"
#include "entente/source/iso_countries.hpp"
#include "entente/world/code_rules.hpp"
#include "entente/world/layer/layer_layout.hpp"

namespace entente::detail {
namespace {

/// Groups that stand where an economy may stand. XKX is the code in use for Kosovo.
const std::vector<std::string>& group_codes() {
    static const std::vector<std::string> codes{"ASEAN",    "BRICS", "CPTPP", "EAEU",
                                                "EFTA",     "EU",    "EU27",  "GCC",
                                                "MERCOSUR", "USMCA", "WLD",   "XKX"};
    return codes;
}

const std::vector<std::string>& known_economies() {
    static const std::vector<std::string> codes = [] {
        std::vector<std::string> all = group_codes();
        for (const IsoCountry& country : iso_countries()) all.push_back(country.iso3);
        std::ranges::sort(all);
        return all;
    }();
    return codes;
}

struct Finding {
    ProblemKind kind{};
    std::string expected{};
    std::string fix{};
};

Finding about_economy(const std::string& text) {
    if (is_number(text)) {
        const CodeAdvice advice = advise_on_country(text, {});
        return {advice.kind, "an alpha-3 code", advice.fix};
    }
    const std::string nearest = nearest_code(text, known_economies());
    return {ProblemKind::unknown_economy, "an alpha-3 code",
            nearest.empty() ? std::string{} : fmt::format("write {} if that was meant", nearest)};
}

std::optional<Finding> fault_of_word(const LayerColumnLayout& column, const std::string& text) {
    if (std::ranges::find(column.words, text) != column.words.end()) return std::nullopt;
    const std::vector<std::string> words(column.words.begin(), column.words.end());
    const std::string nearest = nearest_code(text, words);
    return Finding{
        ProblemKind::unknown_word, fmt::format("{}", fmt::join(words, ", ")),
        nearest.empty() ? std::string{} : fmt::format("write {} if that was meant", nearest)};
}

std::optional<Finding> fault_of_text(const LayerColumnLayout& column, const std::string& text) {
    if (text.empty()) {
        if (column.may_be_empty) return std::nullopt;
        return Finding{ProblemKind::empty_value, std::string(column.text)};
    }
    switch (column.kind) {
        case LayerColumnKind::economy:
            if (std::ranges::binary_search(known_economies(), text)) return std::nullopt;
            return about_economy(text);
        case LayerColumnKind::word:
            return fault_of_word(column, text);
        case LayerColumnKind::day:
            if (parse_date(text)) return std::nullopt;
            return Finding{ProblemKind::not_a_date, "YYYY-MM-DD"};
        case LayerColumnKind::month:
            if (text.size() == 7 && days_of(text)) return std::nullopt;
            return Finding{ProblemKind::not_a_date, "YYYY-MM", "write it as YYYY-MM"};
        case LayerColumnKind::partial_date:
            if (days_of(text)) return std::nullopt;
            return Finding{ProblemKind::not_a_date, "YYYY, YYYY-MM or YYYY-MM-DD",
                           "write as much of it as the source states, as in 2024-05"};
        default:
            if (text.find_first_of("\r\n") == std::string::npos) return std::nullopt;
            return Finding{ProblemKind::wrong_type, "text on one line"};
    }
}

std::optional<Finding> fault_of_number(const LayerColumnLayout& column, double number,
                                       bool numbers_are_read) {
    if (std::isnan(number)) {
        if (column.may_be_empty || numbers_are_read) return std::nullopt;
        return Finding{ProblemKind::empty_value, std::string(column.text)};
    }
    if (!std::isfinite(number)) return Finding{ProblemKind::not_a_number};
    if (column.kind == LayerColumnKind::non_negative && number < 0.0) {
        return Finding{ProblemKind::negative_value, "0 or more", "correct it, or remove the row"};
    }
    if (column.kind == LayerColumnKind::integer && number != std::round(number)) {
        return Finding{ProblemKind::wrong_type, "a whole number"};
    }
    if (number < column.low || number > column.high) {
        return Finding{ProblemKind::value_out_of_range,
                       fmt::format("{} to {}", column.low, column.high)};
    }
    return std::nullopt;
}

/// One table while it is held against its layout.
class TableCheck {
  public:
    TableCheck(const LayerData& data, const LayerTable& table, const LayerTableLayout& layout,
               const LayerPlaces& places, Problems& problems)
        : data_(data), table_(table), layout_(layout), places_(places), problems_(problems) {}

    void run() {
        if (!has_columns()) return;
        for (const LayerColumnLayout& column : layout_.columns) {
            check_column(column);
            if (!column.refers_to.empty()) check_reference(column);
            if (!column.letters.empty()) check_letters(column);
        }
        if (!layout_.dated_by.empty()) check_dates();
        check_keys();
    }

  private:
    bool has_columns() {
        bool complete = true;
        for (const LayerColumnLayout& column : layout_.columns) {
            const LayerColumn* found = table_.find(column.name);
            if (found != nullptr && found->numeric() == is_numeric(column.kind) &&
                found->size() == table_.num_rows()) {
                continue;
            }
            complete = false;
            problems_.add({.kind = ProblemKind::missing_column,
                           .file = file(),
                           .column = std::string(column.name),
                           .expected = std::string(column.text)});
        }
        if (complete && table_.columns.size() != layout_.columns.size()) {
            complete = false;
            problems_.add({.kind = ProblemKind::repeated_column,
                           .file = file(),
                           .expected = fmt::format("{} columns", layout_.columns.size())});
        }
        return complete;
    }

    void check_column(const LayerColumnLayout& layout) {
        const LayerColumn& column = table_[layout.name];
        if (column.numeric()) {
            for (std::size_t row = 0; row < column.size(); ++row) {
                const double number = column.number(row);
                if (auto fault = fault_of_number(layout, number, places_.numbers_are_read)) {
                    report(row, layout.name, std::isnan(number) ? "" : fmt::format("{}", number),
                           std::move(*fault));
                }
            }
            return;
        }
        std::vector<std::optional<Finding>> faults;
        bool has_fault = false;
        for (const std::string& word : column.words()) {
            faults.push_back(fault_of_text(layout, word));
            has_fault = has_fault || faults.back().has_value();
        }
        for (std::size_t row = 0; has_fault && row < column.size(); ++row) {
            const auto& fault = faults[column.code(row)];
            if (fault) report(row, layout.name, column.text(row), *fault);
        }
    }

    const LayerColumn* column_of(std::string_view table, std::string_view column) const {
        const auto found = std::ranges::find(data_.tables, table, &LayerTable::name);
        return found == data_.tables.end() ? nullptr : found->find(column);
    }

    void check_reference(const LayerColumnLayout& layout) {
        const std::size_t dot = layout.refers_to.find('.');
        const LayerColumn* known =
            column_of(layout.refers_to.substr(0, dot), layout.refers_to.substr(dot + 1));
        if (known == nullptr) return;
        const LayerColumn& column = table_[layout.name];
        std::vector<bool> is_known;
        for (const std::string& word : column.words()) {
            is_known.push_back(std::ranges::find(known->words(), word) != known->words().end());
        }
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (is_known[column.code(row)]) continue;
            report(row, layout.name, column.text(row),
                   {ProblemKind::unknown_word, fmt::format("a value of {}", layout.refers_to),
                    fmt::format("correct it, or add it to {}", layout.refers_to)});
        }
    }

    void check_letters(const LayerColumnLayout& layout) {
        const auto rows = std::ranges::find(data_.tables, layout.letters_for, &LayerTable::name);
        if (rows == data_.tables.end()) return;
        const LayerColumn& column = table_[layout.name];
        for (std::size_t row = 0; row < column.size(); ++row) {
            const std::string& text = column.text(row);
            const bool has_other = text.find_first_not_of(layout.letters) != std::string::npos;
            if (text.size() == rows->num_rows() && !has_other) continue;
            report(row, layout.name,
                   has_other ? text.substr(text.find_first_not_of(layout.letters), 1)
                             : fmt::format("{} letters", text.size()),
                   {ProblemKind::wrong_type,
                    fmt::format("one of {} for each of the {} rows of {}", layout.letters,
                                rows->num_rows(), layout.letters_for)});
        }
    }

    void check_dates() {
        const LayerColumn& dates = table_[layout_.dated_by];
        for (std::size_t row = 0; row < dates.size(); ++row) {
            const auto days = days_of(dates.text(row));
            if (days && days->first > data_.as_of) {
                report(row, layout_.dated_by, dates.text(row),
                       {ProblemKind::later_than_as_of,
                        fmt::format("a day not after {}", date_text(data_.as_of))});
            }
        }
    }

    /// Rows in rising order of their keys, as the bundled ones are, need no second look.
    void check_keys() {
        bool is_rising = true;
        for (std::size_t row = 1; is_rising && row < table_.num_rows(); ++row) {
            is_rising = compare_keys(row - 1, row) < 0;
        }
        if (is_rising) return;
        std::set<std::string> seen;
        for (std::size_t row = 0; row < table_.num_rows(); ++row) {
            if (!seen.insert(key_text(row)).second) {
                report(row, layout_.key.front(), key_text(row), {ProblemKind::duplicate_row});
            }
        }
    }

    int compare_keys(std::size_t a, std::size_t b) const {
        for (const std::string_view name : layout_.key) {
            const LayerColumn& column = table_[name];
            if (column.numeric()) {
                if (column.number(a) < column.number(b)) return -1;
                if (column.number(a) > column.number(b)) return 1;
            } else if (column.code(a) != column.code(b)) {
                return column.text(a) < column.text(b) ? -1 : 1;
            }
        }
        return 0;
    }

    std::string key_text(std::size_t row) const {
        std::string key;
        for (const std::string_view name : layout_.key) {
            const LayerColumn& column = table_[name];
            key += (key.empty() ? "" : " ") +
                   (column.numeric() ? fmt::format("{}", column.number(row)) : column.text(row));
        }
        return key;
    }

    std::string file() const { return places_.file ? places_.file(table_.name) : table_.name; }

    void report(std::size_t row, std::string_view column, std::string value, Finding finding) {
        problems_.add({.kind = finding.kind,
                       .file = file(),
                       .line = places_.line ? places_.line(table_.name, row) : 0,
                       .column = std::string(column),
                       .where = key_text(row),
                       .value = std::move(value),
                       .expected = std::move(finding.expected),
                       .fix = std::move(finding.fix)});
    }

    const LayerData& data_;
    const LayerTable& table_;
    const LayerTableLayout& layout_;
    const LayerPlaces& places_;
    Problems& problems_;
};

void check_sources(const LayerData& data, const LayerPlaces& places, Problems& problems) {
    for (const std::string& name : data.source_names) {
        if (std::ranges::find(data.sources, name, &Source::code) != data.sources.end()) continue;
        problems.add({.kind = ProblemKind::unknown_source,
                      .file = places.file ? places.file("sources") : "sources",
                      .value = name});
    }
}

std::optional<int> digits(std::string_view text) {
    if (!is_number(text)) return std::nullopt;
    int value = 0;
    for (const char digit : text) value = 10 * value + (digit - '0');
    return value;
}

}  // namespace

std::optional<std::pair<Date, Date>> days_of(std::string_view text) {
    if (text.size() == 10) {
        const auto day = parse_date(text);
        if (!day) return std::nullopt;
        return std::pair{*day, *day};
    }
    const bool has_month = text.size() == 7 && text[4] == '-';
    if (text.size() != 4 && !has_month) return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = has_month ? digits(text.substr(5)) : std::optional(1);
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    using std::chrono::day, std::chrono::last;
    const std::chrono::year y{*year};
    const std::chrono::month first{static_cast<unsigned>(*month)};
    const std::chrono::month end = has_month ? first : std::chrono::December;
    return std::pair{Date{y / first / day{1}}, Date{y / end / last}};
}

void validate_layer(const LayerData& data, const LayerPlaces& places, Problems& problems) {
    const LayerLayout* layout = find_layer_layout(data.layout);
    if (layout == nullptr || data.version != layout->version) {
        std::vector<std::string_view> names;
        for (const LayerLayout& known : layer_layouts()) names.push_back(known.name);
        Problem problem{.kind = ProblemKind::unknown_layout,
                        .file = places.file ? places.file("layer") : data.name,
                        .column = "layout",
                        .value = data.layout,
                        .expected = fmt::format("{}", fmt::join(names, ", "))};
        if (layout != nullptr) {
            problem.kind = ProblemKind::wrong_layer_version;
            problem.column = "version";
            problem.where = data.name;
            problem.value = std::to_string(data.version);
            problem.expected = std::to_string(layout->version);
        }
        problems.add(std::move(problem));
        return;
    }
    check_sources(data, places, problems);
    for (const LayerTableLayout& expected : layout->tables) {
        const auto table = std::ranges::find(data.tables, expected.name, &LayerTable::name);
        if (table == data.tables.end()) {
            problems.add({.kind = ProblemKind::file_missing,
                          .file = places.file ? places.file(std::string(expected.name))
                                              : std::string(expected.name)});
            continue;
        }
        TableCheck(data, *table, expected, places, problems).run();
    }
}

}  // namespace entente::detail

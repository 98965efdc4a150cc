#pragma once

// What can be wrong with input, one record per finding. Readers collect every problem of a file or
// folder before they give up, so that a user mends them in one round.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The kinds of bad input entente tells apart. The sentence and the advice for each stand together
/// in problem.cpp, so that wording is reviewed in one place.
enum class ProblemKind {
    file_missing,
    file_unreadable,
    file_truncated,
    file_too_large,
    not_utf8,
    bad_toml,
    missing_key,
    unknown_key,
    wrong_type,
    missing_column,
    repeated_column,
    wrong_field_count,
    empty_value,
    not_a_number,
    decimal_comma,
    not_available,
    not_a_date,
    bad_code,
    numeric_country_code,
    lost_leading_zero,
    unknown_country,
    unknown_sector,
    unknown_group,
    unknown_quality,
    unknown_source,
    different_series,
    unknown_economy,
    unknown_layout,
    later_than_as_of,
    duplicate_row,
    missing_row,
    negative_value,
    not_positive,
    share_out_of_range,
    shares_do_not_add_up,
    tariff_looks_like_percent,
    tariff_on_itself,
    output_differs_from_sales,
    empty_table,
    bad_world_file,
    wrong_schema_version,
    wrong_layer_version,
    content_hash_differs,
    value_out_of_range,
    unknown_word,
    misplaced_key,
    bad_change,
    not_in_world,
    unknown_table,
    measure_on_itself,
    measure_without_cells,
    contradictory_measures,
    dates_out_of_order,
    base_in_circle,
    nothing_taken_out,
    bad_compact_form,
    nothing_to_vary,
    input_not_varied,
    no_equilibrium,
};

/// One finding: what is wrong, where, the value seen, what was expected, how to mend it.
/// Places are named by country and sector codes, never by array positions.
struct Problem {
    ProblemKind kind{};
    std::string file{};
    /// Line in the file, counted from 1; 0 when the problem is not on a line.
    std::size_t line = 0;
    /// Character in that line, counted from 1; 0 = not known.
    std::size_t character = 0;
    std::string column{};
    /// Codes of the cell, such as "MEX to USA, MVH".
    std::string where{};
    std::string value{};
    std::string expected{};
    /// Advice for this very case; empty = the advice of the kind.
    std::string fix{};
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The sentence of a kind, such as "a country code is not in countries.csv".
std::string_view sentence(ProblemKind kind);

/// One line for people: place, sentence, value, expectation, advice.
std::string describe(const Problem& problem);

/// All problems for people, one a line. At most `limit` of each kind are written out and the rest
/// counted, because one wrong column can spoil a hundred thousand rows.
std::string describe(const std::vector<Problem>& problems, std::size_t limit = 20);

/// Collects problems while a file or folder is read to its end.
class Problems {
  public:
    void add(Problem problem);
    bool empty() const { return found_.empty(); }
    std::size_t size() const { return found_.size(); }
    const std::vector<Problem>& found() const { return found_; }
    /// @throws DataError holding every problem, if there is one.
    void throw_if_any() const;

  private:
    std::vector<Problem> found_;
};

}  // namespace entente

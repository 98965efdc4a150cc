#include "entente/source/un_votes_matrix.hpp"

#include <algorithm>
#include <array>

#include "entente/source/csv_table.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 8> heading{"rcid", "date", "me", "nu",
                                                  "di",   "hr",   "co", "ec"};
constexpr std::size_t first_mark = 2;

/// The letter of a choice; 0 if it is none. A program that met empty cells wrote 1 as 1.0.
char choice_letter(std::string_view text) {
    if (text.ends_with(".0")) text.remove_suffix(2);
    return text.size() == 1 && std::string_view("12389").find(text[0]) != std::string_view::npos
               ? text[0]
               : '\0';
}

}  // namespace

UnVotesMatrix read_un_votes_matrix(const std::filesystem::path& file, Problems& problems) {
    UnVotesMatrix matrix;
    const auto table = CsvTable::read(file, heading, problems);
    if (!table) return matrix;
    std::vector<std::size_t> state_columns;
    for (std::size_t c = 0; c < table->columns().size(); ++c) {
        const std::string& name = table->columns()[c];
        if (std::find(heading.begin(), heading.end(), name) != heading.end()) continue;
        matrix.states.push_back(name);
        state_columns.push_back(c);
    }
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        UnVoteRow vote;
        vote.number =
            static_cast<int>(table->number(row, *table->column("rcid"), problems).value_or(0.0));
        vote.date = std::string(table->text(row, *table->column("date")));
        for (std::size_t mark = first_mark; mark < heading.size(); ++mark) {
            if (table->text(row, *table->column(heading[mark])) != "True") continue;
            vote.issues += (vote.issues.empty() ? "" : " ") + std::string(heading[mark]);
        }
        for (const std::size_t c : state_columns) {
            const char letter = choice_letter(table->text(row, c));
            if (letter == '\0') {
                Problem problem = table->problem_at(ProblemKind::unknown_word, row, c);
                problem.expected = "1, 2, 3, 8 or 9";
                problems.add(std::move(problem));
            }
            vote.choices += letter == '\0' ? '9' : letter;
        }
        matrix.rows.push_back(std::move(vote));
    }
    return matrix;
}

}  // namespace entente

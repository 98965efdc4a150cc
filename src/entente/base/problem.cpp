#include "entente/base/problem.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

#include "entente/base/error.hpp"

namespace entente {
namespace {

struct Wording {
    ProblemKind kind;
    std::string_view sentence;
    std::string_view fix;
};

// The one place where problems get their words. A fix given with a problem replaces the one here.
constexpr std::array wordings{
    Wording{ProblemKind::file_missing, "the file is missing", "add it, or check the folder's path"},
    Wording{ProblemKind::file_unreadable, "the file cannot be read",
            "check its path and permissions"},
    Wording{ProblemKind::file_truncated, "the compressed file ends too early or is damaged",
            "copy or compress it again"},
    Wording{ProblemKind::file_too_large, "the file is larger than a world can need",
            "check that it is the right file"},
    Wording{ProblemKind::not_utf8, "the text is not UTF-8", "save the file as UTF-8"},
    Wording{ProblemKind::bad_toml, "the file is not valid TOML", "mend the line named"},
    Wording{ProblemKind::missing_key, "a required key is missing", "add the key"},
    Wording{ProblemKind::unknown_key, "a key is not known", "correct its spelling, or remove it"},
    Wording{ProblemKind::wrong_type, "a value is of the wrong kind", "write it as expected"},
    Wording{ProblemKind::missing_column, "a required column is missing",
            "add the column, or correct its name in the header"},
    Wording{ProblemKind::repeated_column, "a column name appears twice", "keep one of the two"},
    Wording{ProblemKind::wrong_field_count, "the row has more or fewer fields than the header",
            "quote fields that contain a comma, and write numbers with a decimal point"},
    Wording{ProblemKind::empty_value, "a value is empty", "fill it in, or remove the row"},
    Wording{ProblemKind::not_a_number, "a value is not a number",
            "write a plain number such as 1234.5"},
    Wording{ProblemKind::decimal_comma, "a number is written with a comma",
            "write a decimal point and no thousands separator"},
    Wording{ProblemKind::not_available, "a value is marked as not available",
            "remove the row, or write 0 if there is no trade"},
    Wording{ProblemKind::not_a_date, "a value is not a date", "write it as YYYY-MM-DD"},
    Wording{ProblemKind::bad_code, "a code is empty or has characters that codes may not have",
            "use letters, digits, '_', '-', '.', '&' and single spaces"},
    Wording{ProblemKind::numeric_country_code, "a country code is a number",
            "use the ISO 3166 alpha-3 code"},
    Wording{ProblemKind::lost_leading_zero, "a code seems to have lost its leading zeros",
            "keep the column as text when saving"},
    Wording{ProblemKind::unknown_country, "a country code is not in countries.csv",
            "add it to countries.csv, or correct it"},
    Wording{ProblemKind::unknown_sector, "a sector code is not in sectors.csv",
            "add it to sectors.csv, or correct it"},
    Wording{ProblemKind::unknown_group, "a group is not known", "check the groups of the world"},
    Wording{ProblemKind::unknown_quality, "a quality mark is not known",
            "use observed, scaled or estimated"},
    Wording{ProblemKind::unknown_source, "a source is named that sources.csv does not list",
            "add a row for it to sources.csv"},
    Wording{ProblemKind::different_series,
            "a change is taken between figures of different publishers or concepts",
            "take both ends from one publisher, or compare shares with their noise stated"},
    Wording{ProblemKind::unknown_economy, "a code is neither an economy of ISO 3166 nor a group",
            "use the alpha-3 code, or WLD for all partners"},
    Wording{ProblemKind::unknown_layout, "a layer has a layout that is not known",
            "use one of the layouts expected"},
    Wording{ProblemKind::later_than_as_of, "a date lies after the last day the layer knows of",
            "correct the date, or raise as_of in layer.toml"},
    Wording{ProblemKind::duplicate_row, "the same cell is given twice", "keep one of the rows"},
    Wording{ProblemKind::missing_row, "a cell that must be given is missing", "add the row"},
    Wording{ProblemKind::negative_value, "a value is negative",
            "trade and output cannot be negative: correct or remove it"},
    Wording{ProblemKind::not_positive, "a value must be greater than zero", "correct it"},
    Wording{ProblemKind::share_out_of_range, "a share is outside 0 to 1",
            "write shares as parts of one: 0.25, not 25"},
    Wording{ProblemKind::shares_do_not_add_up, "shares do not add up to 1",
            "correct them, or divide each by their sum"},
    Wording{ProblemKind::tariff_looks_like_percent,
            "a tariff rate looks like percent or a factor, not like a part of one",
            "write rates as parts of one: 0.25 for 25 percent"},
    Wording{ProblemKind::tariff_on_itself, "a country has a tariff on itself", "set it to 0"},
    Wording{ProblemKind::output_differs_from_sales,
            "gross output in output.csv differs from the sales in trade.csv",
            "make gross_output the sum of the origin's rows in trade.csv"},
    Wording{ProblemKind::empty_table, "the table has no rows", "add the rows"},
    Wording{ProblemKind::bad_world_file, "this is not a world file of entente",
            "build or import the world again"},
    Wording{ProblemKind::wrong_schema_version, "the world file has another version of the format",
            "build or import the world again with this version of entente"},
    Wording{ProblemKind::wrong_layer_version, "a layer has another version of its layout",
            "build or import the layer again with this version of entente"},
    Wording{ProblemKind::content_hash_differs,
            "the content of the world file does not match its hash",
            "the file is damaged or was edited: build or import the world again"},
    Wording{ProblemKind::value_out_of_range, "a value is outside its range", "correct it"},
    Wording{ProblemKind::unknown_word, "a word is not one of those that may stand here",
            "use one of the words expected"},
    Wording{ProblemKind::misplaced_key, "a key does not belong to this kind of measure",
            "remove the key, or choose another kind"},
    Wording{ProblemKind::bad_change, "a change is not written in a form this measure can have",
            "write it in one of the forms expected"},
    Wording{ProblemKind::not_in_world, "a code is not in the world", "use a code of the world"},
    Wording{ProblemKind::unknown_table, "a tariff table is not in the world",
            "use a table of the world, or add it to the world"},
    Wording{ProblemKind::measure_on_itself, "a measure of a country is aimed at itself",
            "name another country in by or on"},
    Wording{ProblemKind::measure_without_cells, "a measure touches no trade between two countries",
            "check by and on, and the day from which it is valid"},
    Wording{ProblemKind::contradictory_measures, "two measures contradict each other",
            "remove one of the two, or give them days that do not overlap"},
    Wording{ProblemKind::dates_out_of_order, "a measure replaces one that begins on a later day",
            "write the measures in the order of their days, or end the earlier one"},
    Wording{ProblemKind::base_in_circle, "a scenario builds on itself",
            "remove it from the bases of the files named"},
    Wording{ProblemKind::nothing_taken_out, "a measure to be taken out is not in the bases",
            "name in base the file that holds it, or remove the file from minus"},
    Wording{ProblemKind::bad_compact_form, "the short form of a scenario cannot be read",
            "copy the whole text from entente scenario show --compact"},
    Wording{ProblemKind::nothing_to_vary, "an input of the ensemble has nothing to vary",
            "add what it varies, or take the input out of vary"},
    Wording{ProblemKind::input_not_varied, "a table describes an input that is not varied",
            "name the input in vary, or remove the table"},
    Wording{ProblemKind::no_equilibrium, "the data have no equilibrium that could be found",
            "look at the accounts of the country named with entente world check"},
};

const Wording& wording(ProblemKind kind) {
    for (const Wording& entry : wordings) {
        if (entry.kind == kind) return entry;
    }
    throw ShapeError("A kind of problem has no wording.");
}

std::string place(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += fmt::format("{}line {}", text.empty() ? "" : ", ", problem.line);
    if (problem.line > 0 && problem.character > 0) {
        text += fmt::format(", character {}", problem.character);
    }
    if (!problem.column.empty()) {
        text += fmt::format("{}column {}", text.empty() ? "" : ", ", problem.column);
    }
    if (!problem.where.empty())
        text += fmt::format("{}{}", text.empty() ? "" : ", ", problem.where);
    return text;
}

}  // namespace

std::string_view sentence(ProblemKind kind) {
    return wording(kind).sentence;
}

std::string describe(const Problem& problem) {
    const std::string at = place(problem);
    std::string text = at.empty() ? std::string{} : at + ": ";
    text += sentence(problem.kind);
    if (!problem.value.empty()) text += fmt::format(" (found \"{}\"", problem.value);
    if (!problem.expected.empty()) {
        text += fmt::format("{}expected {}", problem.value.empty() ? " (" : ", ", problem.expected);
    }
    if (!problem.value.empty() || !problem.expected.empty()) text += ")";
    const std::string_view fix = problem.fix.empty() ? wording(problem.kind).fix : problem.fix;
    return text + fmt::format(". To mend it: {}.", fix);
}

std::string describe(const std::vector<Problem>& problems, std::size_t limit) {
    std::map<ProblemKind, std::size_t> seen;
    std::string text =
        fmt::format("{} problem{} in the input.", problems.size(), problems.size() == 1 ? "" : "s");
    for (const Problem& problem : problems) {
        if (++seen[problem.kind] <= limit) text += "\n  " + describe(problem);
    }
    for (const auto& [kind, count] : seen) {
        if (count > limit) {
            text += fmt::format("\n  ... and {} more like: {}.", count - limit, sentence(kind));
        }
    }
    return text;
}

void Problems::add(Problem problem) {
    found_.push_back(std::move(problem));
}

void Problems::throw_if_any() const {
    if (!found_.empty()) throw DataError(found_);
}

}  // namespace entente

#include "entente/report/hedging/validation.hpp"

#include <fmt/format.h>

#include "entente/report/levels.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table known_groups_table(const HedgingValidation& validation) {
    Table table{.title = "Known groups",
                .columns = {{.name = "name", .title = "Group"},
                            {.name = "expected", .title = "Expected"},
                            {.name = "probability", .title = "P"},
                            {.name = "outcome", .title = "Outcome"},
                            {.name = "note", .title = "Note", .spare = 1}},
                .rows = {},
                .notes = {"P: share of draws in which it holds. Passed from .8, right sign above "
                          ".5. Failures are kept."}};
    for (const KnownGroupResult& group : validation.known_groups) {
        table.rows.push_back(
            {text_cell(group.name), text_cell(group.expected), number_cell(group.probability),
             text_cell(std::string(outcome_word(group.outcome))), text_cell(group.note)});
        if (group.outcome == KnownGroupOutcome::failed && !group.note.empty()) {
            table.notes.push_back(fmt::format("{} failed: {}", group.name, group.note));
        }
    }
    return table;
}

Table placebo_table(const HedgingValidation& validation) {
    Table table{
        .title = "Placebos: another country in the place of " + validation.poles[rival_pole],
        .columns = {{.name = "stand_in", .title = "Stand-in"},
                    {.name = "rank_correlation", .title = "Rank correlation"},
                    {.name = "placebo_sd", .title = "Spread", .unit = "sd", .decimals = 1},
                    {.name = "real_sd", .title = "Spread of ours", .unit = "sd", .decimals = 1},
                    {.name = "economies", .title = "Economies", .decimals = 0}},
        .rows = {},
        .notes = {"With a stand-in the spread is about as large, so spread is no evidence; "
                  "the rank correlation is what trading widely gives."}};
    for (const PlaceboResult& placebo : validation.placebos) {
        table.rows.push_back({text_cell(placebo.stand_in), number_cell(placebo.rank_correlation),
                              number_cell(placebo.placebo_sd), number_cell(placebo.real_sd),
                              number_cell(static_cast<double>(placebo.num_rows))});
    }
    return table;
}

}  // namespace

std::string_view outcome_word(KnownGroupOutcome outcome) {
    switch (outcome) {
        case KnownGroupOutcome::passed:
            return "passed";
        case KnownGroupOutcome::right_sign:
            return "right sign";
        case KnownGroupOutcome::failed:
            return "failed";
        case KnownGroupOutcome::not_computable:
            break;
    }
    return "not computable";
}

Document hedging_validation_document(const HedgingValidation& validation) {
    return {
        .title = "How far hedging activity can be trusted",
        .introduction = {fmt::format("{} economies, {} draws, seed {}.", validation.num_scored,
                                     validation.num_draws, validation.seed)},
        .tables = {known_groups_table(validation), placebo_table(validation)},
        .closing = {
            fmt::format("Rank correlation of the index with ln GDP {:.2f}, with the mass of own "
                        "acts in the ledger, over the economies that have any, {:.2f}; of "
                        "position with activity {:.2f}.",
                        validation.with_size, validation.with_ledger_mass,
                        validation.position_with_activity),
            fmt::format("The middle economy's interval of nine draws of ten is {:.1f} points "
                        "and {:.0f} ranks wide.",
                        validation.median_width, validation.median_rank_width),
            fmt::format("Mean probability of the label printed {:.2f}, of it or a neighbour "
                        "{:.2f}.",
                        validation.label_probability, validation.near_probability)}};
}

Document article_comparison_document(const ArticleComparison& comparison) {
    Table table{.columns = {{.name = "code", .title = "Code"},
                            {.name = "article_label", .title = "Article"},
                            {.name = "label", .title = "Ours"},
                            {.name = "label_probability", .title = "P(label)"},
                            {.name = "score", .title = "Score", .decimals = 1},
                            {.name = "low", .title = "Low", .unit = "5%", .decimals = 1},
                            {.name = "high", .title = "High", .unit = "95%", .decimals = 1}},
                .rows = {},
                .notes = {"ASEAN: its members weighted by GDP inside each draw."}};
    for (const ArticleRow& row : comparison.rows) {
        table.rows.push_back({text_cell(row.code),
                              text_cell(std::string(level_words(row.article_label))),
                              text_cell(std::string(level_words(row.label.label))),
                              number_cell(row.label.probability), number_cell(row.index.median),
                              number_cell(row.index.low), number_cell(row.index.high)});
    }
    const WordAgreement& agreement = comparison.agreement;
    return {
        .title = "Hedging activity beside the article",
        .introduction = {"Article: \"Hedging or Heading Away? The Quiet Drift of US Allies "
                         "Toward China\" (A2 of docs/claims.md)."},
        .tables = {table},
        .closing = {
            fmt::format("Kendall's tau_b {:.2f}, at most {:.2f} with these ties; one order in "
                        "{:.1f} does as well (p = {:.3f}).",
                        agreement.at_medians.tau_b, agreement.largest_possible,
                        1.0 / agreement.at_medians.p_one_sided, agreement.at_medians.p_one_sided),
            fmt::format("Nine draws of ten lie from {:.2f} to {:.2f}; without ASEAN {:.2f}.",
                        agreement.tau_b.low, agreement.tau_b.high, comparison.tau_b_of_countries),
            "Six rows prove little, whatever they show. Nothing was fitted to them."}};
}

std::string render(const ArticleComparison& comparison, const Rendering& how) {
    const Document document = article_comparison_document(comparison);
    const WordAgreement& agreement = comparison.agreement;
    const JsonObject object{{"rows", document.tables[0]},
                            {"tau_b", number_cell(agreement.at_medians.tau_b)},
                            {"p_one_sided", number_cell(agreement.at_medians.p_one_sided)},
                            {"p_two_sided", number_cell(agreement.at_medians.p_two_sided)},
                            {"tau_b_low", number_cell(agreement.tau_b.low)},
                            {"tau_b_high", number_cell(agreement.tau_b.high)},
                            {"tau_b_largest_possible", number_cell(agreement.largest_possible)},
                            {"tau_b_of_countries", number_cell(comparison.tau_b_of_countries)}};
    return detail::render_document(document, document.tables[0], object, how);
}

}  // namespace entente

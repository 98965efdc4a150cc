#include "entente/report/hedging/measure_checks.hpp"

#include "entente/report/levels.hpp"
#include "entente/report/render_document.hpp"

namespace entente {

Table measure_check_table(const MeasureChecks& checks) {
    Table table{.columns = {{.name = "check", .title = "Check"},
                            {.name = "name", .title = "Of"},
                            {.name = "expected", .title = "Expected"},
                            {.name = "figure", .title = "Figure"},
                            {.name = "outcome", .title = "Outcome"},
                            {.name = "note", .title = "Note"}},
                .rows = {},
                .notes = {}};
    for (const KnownGroupResult& group : checks.validation.known_groups) {
        table.rows.push_back({text_cell("known group"), text_cell(group.name),
                              text_cell(group.expected), number_cell(group.probability),
                              text_cell(std::string(outcome_word(group.outcome))),
                              text_cell(group.note)});
    }
    for (const PlaceboResult& placebo : checks.validation.placebos) {
        table.rows.push_back({text_cell("placebo"),
                              text_cell(placebo.stand_in),
                              text_cell("near 0"),
                              number_cell(placebo.rank_correlation),
                              {},
                              {}});
    }
    for (const ArticleRow& row : checks.article.rows) {
        table.rows.push_back({text_cell("article"),
                              text_cell(row.code),
                              text_cell(std::string(level_words(row.article_label))),
                              number_cell(row.index.median),
                              text_cell(std::string(level_words(row.label.label))),
                              {}});
    }
    const WordAgreement& agreement = checks.article.agreement;
    table.rows.push_back({text_cell("article"),
                          text_cell("tau_b"),
                          text_cell("near 1"),
                          number_cell(agreement.at_medians.tau_b),
                          {},
                          {}});
    table.rows.push_back({text_cell("article"),
                          text_cell("tau_b without ASEAN"),
                          text_cell("near 1"),
                          number_cell(checks.article.tau_b_of_countries),
                          {},
                          {}});
    return table;
}

std::string render(const MeasureChecks& checks, const Rendering& how) {
    Document document = hedging_validation_document(checks.validation);
    const Document article = article_comparison_document(checks.article);
    document.tables.insert(document.tables.end(), article.tables.begin(), article.tables.end());
    document.tables.back().title = article.title;
    document.closing.insert(document.closing.end(), article.closing.begin(), article.closing.end());
    document.closing.push_back(layers_line(checks.layers));
    const Table table = measure_check_table(checks);
    return detail::render_document(
        document, table,
        {{"draws", number_cell(static_cast<double>(checks.validation.num_draws))},
         {"seed", number_cell(static_cast<double>(checks.validation.seed))},
         {"checks", table}},
        how);
}

}  // namespace entente

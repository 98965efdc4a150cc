#include <limits>

#include "entente/numerics/rank_correlation.hpp"
#include "entente/study/hedging/validation.hpp"

namespace entente {
namespace {

constexpr std::string_view group_code = "ASEAN";

struct ArticleWord {
    std::string code;
    /// 0 Low to 4 High.
    HedgingLabel word;
};

/// Source: the heat map of the article A2 of docs/claims.md, column of activity.
const std::vector<ArticleWord>& article_words() {
    static const std::vector<ArticleWord> words{{"DEU", 4}, {"FRA", 3}, {"JPN", 4},
                                                {"KOR", 3}, {"GBR", 2}, {"ASEAN", 2}};
    return words;
}

/// The case of an economy, or all cases of the members of ASEAN with their GDP.
HedgingGroup group_of(const std::string& code, const HedgingLayers& layers,
                      const HedgingEvidence& evidence, int year) {
    HedgingGroup group{.code = code, .members = {}, .weights = {}};
    for (std::size_t i = 0; i < evidence.cases.size(); ++i) {
        const HedgingCase& one = evidence.cases[i];
        if (!one.is_ranked) continue;
        if (one.code == code) {
            group.members.push_back(i);
            group.weights.push_back(1.0);
        } else if (code == group_code && layers.geography != nullptr) {
            const Date end = std::chrono::year(year) / std::chrono::December / 31;
            const auto gdp = layers.geography->gdp_of(one.code, year);
            if (!gdp || !layers.geography->is_member(group_code, one.code, end)) continue;
            group.members.push_back(i);
            group.weights.push_back(*gdp);
        }
    }
    return group;
}

}  // namespace

ArticleComparison compare_with_article(const HedgingLayers& layers, const HedgingEvidence& evidence,
                                       const HedgingDraws& draws, int year) {
    std::vector<HedgingGroup> groups;
    for (const ArticleWord& word : article_words()) {
        groups.push_back(group_of(word.code, layers, evidence, year));
    }
    const HedgingDraws drawn = group_draws(draws, groups);
    const auto summaries = summarize_draws(drawn);

    ArticleComparison comparison;
    std::vector<std::size_t> rows;
    std::vector<double> words;
    std::vector<double> country_scores;
    std::vector<double> country_words;
    for (std::size_t k = 0; k < groups.size(); ++k) {
        if (!summaries[k]) continue;
        const ArticleWord& word = article_words()[k];
        rows.push_back(k);
        words.push_back(word.word);
        comparison.rows.push_back({.code = word.code,
                                   .article_label = word.word,
                                   .index = summaries[k]->index,
                                   .label = summaries[k]->label});
        if (word.code == group_code) continue;
        country_scores.push_back(summaries[k]->index.median);
        country_words.push_back(word.word);
    }
    comparison.agreement = compare_with_words(drawn, rows, words);
    comparison.tau_b_of_countries = kendall_tau_b(country_scores, country_words);
    return comparison;
}

}  // namespace entente

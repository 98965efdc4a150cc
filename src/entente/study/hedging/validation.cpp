#include "entente/study/hedging/validation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Figures of a year and signals up to the end of it.
HedgingView end_of(const std::string& economy, int year) {
    return {.economy = economy, .year = year, .signals_as_of = year + 1.0};
}

/// An economy expected to hedge more in one year than in another.
struct ExpectedTurn {
    std::string economy;
    int high_year;
    int low_year;
    /// What was expected to turn it, with the rows of the ledger that say so.
    std::string note;
};

const std::vector<ExpectedTurn>& expected_turns() {
    static const std::vector<ExpectedTurn> turns{
        {"AUS", 2010, 2020,
         "Huawei was banned in 2018 and an inquiry asked for in 2020 (ledger s0032, s0056)."},
        {"ITA", 2019, 2024,
         "It joined the Belt and Road in 2019 and left it in 2023 (ledger s0044, s0145)."},
        {"GBR", 2016, 2023, "It banned Huawei from its networks in 2020 (ledger s0061)."},
        {"IND", 2019, 2021,
         "It screened investment and banned apps in 2020 (ledger s0057, s0060)."},
        {"CAN", 2026, 2024, "Acts of 2022 to 2024 against China still count."},
        {"PHL", 2016, 2023,
         "Expected to fail: its turn was in security; trade and votes went the other way."},
        {"DEU", 2019, 2024, "Against the article, which calls its activity High."}};
    return turns;
}

struct ExpectedRank {
    std::string economy;
    std::string note;
};

const std::vector<ExpectedRank>& expected_top_third() {
    static const std::vector<ExpectedRank> ranks{
        {"KOR", "An ally that trades much with both."},
        {"HUN",
         "Expected to fail: its Chinese factories came after every structural series ends."}};
    return ranks;
}

const std::vector<std::string>& stand_ins() {
    static const std::vector<std::string> codes{"JPN", "DEU", "BRA", "ZAF", "IND"};
    return codes;
}

bool contains(const PerPole<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Views of the turns in pairs: the high one, then the low one.
std::vector<HedgingView> views_of_turns(const PerPole<std::string>& poles) {
    std::vector<HedgingView> views;
    for (const ExpectedTurn& turn : expected_turns()) {
        if (contains(poles, turn.economy)) continue;
        views.push_back(end_of(turn.economy, turn.high_year));
        views.push_back(end_of(turn.economy, turn.low_year));
    }
    return views;
}

/// Position of the ranked case of an economy.
std::optional<std::size_t> case_of(const HedgingEvidence& evidence, const std::string& code) {
    for (std::size_t i = 0; i < evidence.cases.size(); ++i) {
        if (evidence.cases[i].is_ranked && evidence.cases[i].code == code) return i;
    }
    return {};
}

std::vector<KnownGroup> known_groups(const HedgingEvidence& evidence,
                                     const PerPole<std::string>& poles) {
    std::vector<KnownGroup> groups;
    std::size_t row = evidence.cases.size() - views_of_turns(poles).size();
    for (const ExpectedTurn& turn : expected_turns()) {
        if (contains(poles, turn.economy)) continue;
        groups.push_back(
            {.name = turn.economy,
             .expected = std::to_string(turn.high_year) + " above " + std::to_string(turn.low_year),
             .row = row,
             .other_row = row + 1,
             .note = turn.note});
        row += 2;
    }
    for (const ExpectedRank& rank : expected_top_third()) {
        if (const auto i = case_of(evidence, rank.economy)) {
            groups.push_back({.name = rank.economy,
                              .expected = "in the top third",
                              .kind = KnownGroup::Kind::top_third,
                              .row = *i,
                              .note = rank.note});
        }
    }
    return groups;
}

/// [case] default index; NaN without score.
std::vector<double> default_index(const HedgingEvidence& evidence,
                                  const HedgingParameters& parameters) {
    std::vector<double> index;
    for (const HedgingScore& score : score_hedging(evidence, parameters)) {
        index.push_back(score.index);
    }
    return index;
}

PlaceboResult placebo(const HedgingLayers& layers, const HedgingEvidence& real,
                      const std::vector<double>& real_index, const std::string& anchor,
                      const std::string& stand_in, const HedgingParameters& parameters) {
    // Only the scores are asked for, so nothing need cut labels.
    const HedgingEvidence other =
        make_hedging_evidence(layers, {.poles = {anchor, stand_in}, .reference_years = {}});
    const std::vector<double> other_index = default_index(other, parameters);
    std::vector<double> real_side;
    std::vector<double> placebo_side;
    for (std::size_t i = 0; i < other.cases.size(); ++i) {
        if (const auto same = case_of(real, other.cases[i].code)) {
            real_side.push_back(real_index[*same]);
            placebo_side.push_back(other_index[i]);
        }
    }
    return compare_placebo(stand_in, real_side, placebo_side);
}

/// Mass of an economy's own acts over all channels, acts of blocs left out.
double own_mass(const HedgingEvidence& evidence, const HedgingCase& one,
                const HedgingParameters& parameters) {
    SignalWeighing weighing = parameters.signals;
    weighing.bloc_weight = 0.0;
    double mass = 0.0;
    for (const SignalBalance& balance :
         signal_balances(evidence.ledger, one.code, one.signals_as_of.value_or(0.0),
                         stated_magnitudes(evidence.ledger), weighing)) {
        mass += balance.mass;
    }
    return mass;
}

double log_gdp(const HedgingLayers& layers, const std::string& code, int year) {
    if (layers.geography == nullptr) return nan;
    const auto gdp = layers.geography->gdp_of(code, year);
    return gdp ? std::log(*gdp) : nan;
}

void add_spread(HedgingValidation& validation, const HedgingLayers& layers,
                const HedgingEvidence& evidence,
                const std::vector<std::optional<HedgingSummary>>& summaries,
                const HedgingParameters& parameters, int year) {
    std::vector<double> index;
    std::vector<double> position;
    std::vector<double> activity;
    std::vector<double> sizes;
    std::vector<double> masses;
    std::vector<double> widths;
    std::vector<double> rank_widths;
    for (std::size_t i = 0; i < evidence.cases.size(); ++i) {
        if (!evidence.cases[i].is_ranked || !summaries[i]) continue;
        const HedgingSummary& summary = *summaries[i];
        index.push_back(summary.index.median);
        position.push_back(summary.position.median);
        activity.push_back(summary.activity.median);
        sizes.push_back(log_gdp(layers, evidence.cases[i].code, year));
        // An economy without acts says nothing of what more acts do to a score.
        const double mass = own_mass(evidence, evidence.cases[i], parameters);
        masses.push_back(mass > 0.0 ? mass : nan);
        widths.push_back(summary.index.width());
        rank_widths.push_back(summary.rank->width());
        validation.label_probability += summary.label.probability;
        validation.near_probability += summary.label.probability_with_neighbours;
    }
    validation.num_scored = index.size();
    validation.label_probability /= static_cast<double>(index.size());
    validation.near_probability /= static_cast<double>(index.size());
    validation.with_size = rank_correlation_of_known(index, sizes);
    validation.with_ledger_mass = rank_correlation_of_known(index, masses);
    validation.position_with_activity = rank_correlation_of_known(position, activity);
    validation.median_width = median(widths);
    validation.median_rank_width = median(rank_widths);
}

}  // namespace

HedgingValidation validate_hedging(const HedgingLayers& layers, const HedgingDrawOptions& options,
                                   const PerPole<std::string>& poles) {
    HedgingEvidenceOptions asked{.poles = poles};
    asked.further = views_of_turns(poles);
    const HedgingEvidence evidence = make_hedging_evidence(layers, asked);
    const HedgingDraws draws = draw_hedging(evidence, options);
    std::vector<bool> is_ranked;
    for (const HedgingCase& one : evidence.cases) is_ranked.push_back(one.is_ranked);
    const auto summaries = summarize_draws(draws, is_ranked, options.threads);

    HedgingValidation validation{
        .poles = poles, .seed = options.seed, .num_draws = options.num_draws};
    validation.known_groups = check_known_groups(draws, summaries, known_groups(evidence, poles));
    const std::vector<double> real_index = default_index(evidence, options.center);
    for (const std::string& code : stand_ins()) {
        if (contains(poles, code)) continue;
        validation.placebos.push_back(
            placebo(layers, evidence, real_index, poles[anchor_pole], code, options.center));
    }
    add_spread(validation, layers, evidence, summaries, options.center, asked.year);
    return validation;
}

}  // namespace entente

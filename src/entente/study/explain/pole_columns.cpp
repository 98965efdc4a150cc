// What a country or group holds over all others, and how many such powers there are.

#include <fmt/format.h>

#include <algorithm>

#include "entente/study/explain/explainable_column.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "poles.md";
/// Everybody, of whom only the number of poles is told.
constexpr std::string_view everybody = "WLD";
// Incomes listed beside the formula.
constexpr std::size_t most_incomes = 12;

const char* const method_words =
    "Losses in closed form at fixed wages, long run: as entente poles shows them unless told "
    "otherwise.";

/// The candidate of this code; null and a note if it is none.
const PowerRow* candidate(const ExplainData& data, const HeatMapRow& row,
                          Explanation& explanation) {
    const bool is_group = std::ranges::count(data.world().groups(), row.code) > 0;
    if (!is_group && !data.is_economy(row.code)) {
        explanation.notes.push_back(
            row.code + " is no candidate for a pole: it is not an economy or group of the world.");
        return nullptr;
    }
    explanation.notes.push_back(method_words);
    const auto& candidates = data.pole_candidates(row.code).powers;
    return &*std::ranges::find(candidates, row.code,
                               [](const PowerRow& one) { return one.power.code; });
}

std::string candidate_words(const PowerRow& row) {
    return fmt::format("{} {}", row.power.code, row.power.name);
}

/// Money by country it is held over; adds the largest incomes to the cells.
void add_money(const ExplainData& data, const PowerRow& row, Explanation& explanation) {
    const World& world = data.world();
    const Power power = power_named(world, row.power.code);
    const std::vector<double>& gdp = data.losses().state().value_added;
    ExplanationStep step{.name = "leverage_money",
                         .formula = "P[m] = sum_n Y[n] Loss[n,m] [eq:leverage-total]",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = row.total.money,
                         .unit = world.unit()};
    std::vector<std::pair<double, std::size_t>> held;
    for (const std::size_t n : economies(world, {})) {
        if (power.has(n)) continue;
        const double loss = data.losses().of_country(n, power.members).total;
        held.emplace_back(-gdp[n] * loss, n);
        step.parts.push_back(
            {fmt::format("{} {}", world.countries()[n], world.country_name(n)), gdp[n] * loss,
             world.unit(),
             fmt::format("GDP {:.6g} x {:.4g}% lost without it", gdp[n], 100.0 * loss)});
    }
    std::ranges::sort(held);
    held.resize(std::min(held.size(), most_incomes));
    for (const auto& [money, n] : held) {
        explanation.cells.push_back({.source = "world " + world.name(),
                                     .item = "GDP of " + world.countries()[n],
                                     .as_of = fmt::format("{}", world.base_year()),
                                     .value = number_cell(gdp[n]),
                                     .unit = world.unit(),
                                     .note = "value added, one of the largest parts"});
    }
    explanation.steps.push_back(std::move(step));
}

void explain_money(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const PowerRow* one = candidate(data, row, explanation);
    if (one == nullptr) return;
    explanation.unit = data.world().unit();
    explanation.value = number_cell(one->total.money);
    add_money(data, *one, explanation);
}

void explain_share(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const PowerRow* one = candidate(data, row, explanation);
    if (one == nullptr) return;
    const std::string unit = data.world().unit();
    const Power power = power_named(data.world(), row.code);
    ExplanationStep incomes{.name = "GDP of the others",
                            .formula = "sum_n Y[n], members of m left out",
                            .rule = PartRule::sum,
                            .unit = unit};
    for (const std::size_t n : economies(data.world(), {power})) {
        incomes.parts.push_back(
            {data.world().countries()[n], data.losses().state().value_added[n], unit, {}});
    }
    incomes.value = recomputed(incomes);
    explanation.value = number_cell(one->total.share_of_gdp);
    explanation.steps.push_back({.name = explanation.column,
                                 .formula = "P[m] / sum_n Y[n] [eq:leverage-total]",
                                 .page = page,
                                 .rule = PartRule::ratio,
                                 .parts = {{"leverage_money", one->total.money, unit, {}},
                                           {incomes.name, incomes.value, unit, {}}},
                                 .value = one->total.share_of_gdp,
                                 .unit = explanation.unit});
    add_money(data, *one, explanation);
    explanation.steps.push_back(std::move(incomes));
}

void explain_pole_share(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const PowerRow* one = candidate(data, row, explanation);
    if (one == nullptr) return;
    const std::string unit = data.world().unit();
    ExplanationStep all{.name = "leverage_money of all candidates",
                        .formula = "sum P, over all candidates",
                        .rule = PartRule::sum,
                        .unit = unit};
    for (const PowerRow& other : data.pole_candidates(row.code).powers) {
        all.parts.push_back({candidate_words(other), other.total.money, unit, {}});
    }
    all.value = recomputed(all);
    explanation.value = number_cell(one->total.pole_share);
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "p[m] = P[m] / sum P [eq:pole-share]",
         .page = page,
         .rule = PartRule::ratio,
         .parts = {{"leverage_money", one->total.money, unit, {}}, {all.name, all.value, unit, {}}},
         .value = one->total.pole_share,
         .unit = explanation.unit});
    add_money(data, *one, explanation);
    explanation.steps.push_back(std::move(all));
}

void explain_rank(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const PowerRow* one = candidate(data, row, explanation);
    if (one == nullptr) return;
    explanation.value = number_cell(static_cast<double>(one->rank));
    ExplanationStep step{.name = explanation.column,
                         .formula = "1 + candidates with a larger P [eq:leverage-total]",
                         .page = page,
                         .rule = PartRule::sum,
                         .parts = {{candidate_words(*one), 1.0, "itself",
                                    fmt::format("holds {:.6g}", one->total.money)}},
                         .value = static_cast<double>(one->rank)};
    for (const PowerRow& other : data.pole_candidates(row.code).powers) {
        if (other.total.money <= one->total.money) continue;
        step.parts.push_back({candidate_words(other), 1.0, "above it",
                              fmt::format("holds {:.6g}", other.total.money)});
    }
    explanation.steps.push_back(std::move(step));
    add_money(data, *one, explanation);
}

void explain_poles(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const bool is_everybody = row.code == everybody;
    if (!is_everybody && candidate(data, row, explanation) == nullptr) return;
    if (is_everybody) explanation.notes.push_back(method_words);
    const PoleTable& table =
        data.pole_candidates(is_everybody ? data.powers().front().pole.code : row.code);
    explanation.value = number_cell(table.effective_poles);
    ExplanationStep step{
        .name = explanation.column,
        .formula = "1 / sum_m p[m]^2 [eq:effective-poles]",
        .page = page,
        .rule = PartRule::inverse_square_sum,
        .value = table.effective_poles,
        .unit = "poles",
        .note = fmt::format("One figure for the world, over {} candidates: a group that is named "
                            "as a power counts once in place of its members.",
                            table.num_candidates)};
    for (const PowerRow& other : table.powers) {
        step.parts.push_back({candidate_words(other), other.total.pole_share, "pole_share",
                              fmt::format("holds {:.6g}", other.total.money)});
    }
    explanation.steps.push_back(std::move(step));
}

}  // namespace

std::vector<ExplainableColumn> pole_columns(const PoleKeys&) {
    return {{.name = "leverage_money",
             .other_names = {"leverage"},
             .meaning = "What all others would lose without it: a column of entente poles.",
             .has_everybody = true,
             .explain = explain_money},
            {.name = "leverage_share",
             .meaning = "What all others would lose without it over their GDP: a column of entente "
                        "poles.",
             .unit = "0 to 1",
             .has_everybody = true,
             .explain = explain_share},
            {.name = "pole_share",
             .meaning = "Its part of what all candidates for a pole hold: a column of entente "
                        "poles.",
             .unit = "0 to 1",
             .has_everybody = true,
             .explain = explain_pole_share},
            // "rank" alone is that of hedging activity.
            {.name = "pole_rank",
             .meaning = "Its rank among candidates by what they hold: the rank of entente poles.",
             .has_everybody = true,
             .explain = explain_rank},
            {.name = "effective_poles",
             .meaning = "As many equal powers would be as concentrated: the figure of entente "
                        "poles, also asked for as WLD.",
             .unit = "poles",
             .has_everybody = true,
             .explain = explain_poles}};
}

}  // namespace entente::detail

// Reliance on each power's output on its face and through supply chains, by sector.

#include <fmt/format.h>

#include "entente/measures/look_through.hpp"
#include "entente/study/explain/explainable_column.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "look-through.md";

/// One of the two reliances of a country, by sector.
struct Reliance {
    const char* name;
    Array2<double> InputReliance::*by_sector;
    double CountryReliance::*of_country;
};

constexpr Reliance face_value{"face_value", &InputReliance::face_value,
                              &CountryReliance::face_value};
constexpr Reliance look_through{"look_through", &InputReliance::look_through,
                                &CountryReliance::look_through};

/// Null and a note where there is no figure: of the power itself, or without a finite one.
const InputReliance* reliance_on(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                                 Explanation& explanation) {
    if (data.powers()[pole].has(data.world().countries().at(row.code))) {
        explanation.notes.push_back(row.code + " is the power itself.");
        return nullptr;
    }
    const InputReliance& reliance = data.reliance(pole);
    if (!reliance.converged) {
        explanation.notes.push_back(
            "The supply chains of this world have a circle without value added: there is no "
            "figure.");
        return nullptr;
    }
    return &reliance;
}

CountryReliance country_reliance(const ExplainData& data, const InputReliance& reliance,
                                 std::size_t n) {
    return entente::country_reliance(data.world(), data.losses().state(), reliance, n);
}

/// What each sector adds to the figure of the country.
void add_sectors(const ExplainData& data, const InputReliance& reliance, std::size_t n,
                 const Reliance& which, const std::string& name, Explanation& explanation) {
    const World& world = data.world();
    const Array2<double>& by_sector = reliance.*which.by_sector;
    const auto& output = data.losses().state().gross_output;
    double all = 0.0;
    for (std::size_t r = 0; r < world.num_sectors(); ++r) all += output(n, r);
    ExplanationStep step{.name = name,
                         .formula = which.of_country == face_value.of_country
                                        ? "sum_r output share[r] f[n,r] [eq:face-value]"
                                        : "sum_r output share[r] y[n,r] [eq:look-through]",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = country_reliance(data, reliance, n).*which.of_country,
                         .unit = "of output"};
    for (std::size_t r = 0; r < world.num_sectors(); ++r) {
        if (output(n, r) == 0.0) continue;
        const Sector& sector = world.data().sectors[r];
        step.parts.push_back({fmt::format("{} {}", sector.code, sector.name),
                              output(n, r) / all * by_sector(n, r), "of output",
                              fmt::format("{:.4g}% of its output x {:.4g}",
                                          100.0 * output(n, r) / all, by_sector(n, r))});
        explanation.cells.push_back({.source = "world " + world.name(),
                                     .item = "gross output of " + sector.code,
                                     .as_of = fmt::format("{}", world.base_year()),
                                     .value = number_cell(output(n, r)),
                                     .unit = world.unit()});
    }
    explanation.steps.push_back(std::move(step));
}

void explain_reliance(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                      const Reliance& which, Explanation& explanation) {
    const InputReliance* reliance = reliance_on(data, row, pole, explanation);
    if (reliance == nullptr) return;
    const std::size_t n = data.world().countries().at(row.code);
    explanation.value = number_cell(country_reliance(data, *reliance, n).*which.of_country);
    if (explanation.value.is_empty()) {
        explanation.notes.push_back(row.code + " makes nothing in this world.");
        return;
    }
    add_sectors(data, *reliance, n, which, explanation.column, explanation);
}

void explain_ratio(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                   Explanation& explanation) {
    const InputReliance* reliance = reliance_on(data, row, pole, explanation);
    if (reliance == nullptr) return;
    const std::size_t n = data.world().countries().at(row.code);
    const CountryReliance country = country_reliance(data, *reliance, n);
    explanation.value = number_cell(country.hidden_ratio);
    if (explanation.value.is_empty()) {
        explanation.notes.push_back(row.code + " buys nothing from the power directly.");
        return;
    }
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "y / f [eq:look-through]",
         .page = page,
         .rule = PartRule::ratio,
         .parts = {{look_through.name, country.look_through, "of output", {}},
                   {face_value.name, country.face_value, "of output", {}}},
         .value = country.hidden_ratio,
         .note = "Above one: reliance is hidden in goods of others, at home or abroad."});
    add_sectors(data, *reliance, n, look_through, look_through.name, explanation);
    explanation.cells.clear();
    add_sectors(data, *reliance, n, face_value, face_value.name, explanation);
}

}  // namespace

std::vector<ExplainableColumn> reliance_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> columns;
    const auto add = [&](std::string name, std::string meaning, std::string unit, auto explain) {
        columns.push_back({.name = std::move(name),
                           .meaning = std::move(meaning) + ", as entente exposure --show hidden.",
                           .unit = std::move(unit),
                           .has_powers = true,
                           .explain = explain});
    };
    for (std::size_t p = 0; p < poles.size(); ++p) {
        const std::string key = "_" + column_key(poles[p]);
        const std::string power = in_sentence(poles[p]);
        for (const Reliance* which : {&face_value, &look_through}) {
            add(which->name + key,
                which == &face_value
                    ? "Inputs bought directly from " + power + " in its output"
                    : "Output of " + power + " at all stages of inputs in its output",
                "of output", [p, which](const auto& data, const auto& row, auto& explanation) {
                    explain_reliance(data, row, p, *which, explanation);
                });
        }
        add("hidden_ratio" + key, "Look-through over face value of its reliance on " + power, "",
            [p](const auto& data, const auto& row, auto& explanation) {
                explain_ratio(data, row, p, explanation);
            });
    }
    return columns;
}

}  // namespace entente::detail

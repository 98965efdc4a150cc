// Whether an economy keeps its trade with the first power and relies less on it.

#include <fmt/format.h>

#include "entente/study/explain/explainable_column.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "hedging.md";

using Windows = std::vector<UsPlusColumn::Window>;

std::string start_words(const UsPlusColumn::Window& window) {
    return fmt::format("from {} ({})", window.start_year, window.publisher);
}

/// Windows of the economy, with the cells they were read from; empty = the explanation says why.
Windows windows_of(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const HedgingColumn& column = data.hedging();
    if (!column.legend()) {
        explanation.notes.push_back("No figure: " + column.missing() + ".");
        return {};
    }
    explanation.layers = column.legend()->layers;
    const Windows windows = column.us_plus().windows(row.code);
    if (windows.empty()) {
        explanation.notes.push_back(fmt::format(
            "{} has no class: no start and end of a window cover its trade.", row.code));
    }
    const std::string& power = data.options().poles[anchor_pole];
    for (const UsPlusColumn::Window& window : windows) {
        const auto add = [&](std::string item, std::string as_of, double value, std::string unit) {
            explanation.cells.push_back({.source = "layer totals",
                                         .item = std::move(item),
                                         .as_of = std::move(as_of),
                                         .value = number_cell(value),
                                         .unit = std::move(unit)});
        };
        const std::string start = fmt::format("{} ({})", window.start_year, window.publisher);
        const std::string trade = fmt::format("{} with {}, exports plus imports", row.code, power);
        add(trade, start, window.with_then, window.unit_then);
        add(trade, column.us_plus().end(), window.with_now, window.unit_now);
        add("intensity a [eq:raw-intensity]", start, window.intensity_then, "log points");
        add("intensity a [eq:raw-intensity]", column.us_plus().end(), window.intensity_now,
            "log points");
    }
    if (!windows.empty()) {
        explanation.interval =
            "The two ends are of different publishers: their errors have a standard deviation of "
            "17 log points, which the probability of the class counts and this figure does not.";
    }
    return windows;
}

/// Probability of a class: the mean over the starts.
void add_class(const Windows& windows, PlusClass klass, const std::string& name, double value,
               Explanation& explanation) {
    ExplanationStep step{.name = name,
                         .formula = "mean over the starts of P(class) [eq:noisy-plus-class]",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = value,
                         .unit = "0 to 1"};
    for (const UsPlusColumn::Window& window : windows) {
        const double probability =
            UsPlusColumn::classify(window).probabilities[static_cast<std::size_t>(klass)];
        step.parts.push_back({start_words(window),
                              probability / static_cast<double>(windows.size()), "0 to 1",
                              fmt::format("P {:.3f} over {} starts", probability, windows.size())});
    }
    explanation.steps.push_back(std::move(step));
}

/// [class] probabilities over the starts.
std::array<double, num_plus_classes> class_probabilities(const Windows& windows) {
    std::array<double, num_plus_classes> sums{};
    for (const UsPlusColumn::Window& window : windows) {
        const PlusResult result = UsPlusColumn::classify(window);
        for (std::size_t k = 0; k < sums.size(); ++k) {
            sums[k] += result.probabilities[k] / static_cast<double>(windows.size());
        }
    }
    return sums;
}

constexpr std::array<const char*, num_plus_classes> class_words{
    "US-plus", "decoupling", "deepening", "contracting", "indeterminate"};

void explain_class(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const Windows windows = windows_of(data, row, explanation);
    if (windows.empty()) return;
    const auto probabilities = class_probabilities(windows);
    ExplanationStep step{.name = "probability of each class",
                         .formula = "class = the most probable one [eq:plus-class]",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = 1.0,
                         .note =
                             "US-plus: relies less by 10 log points or more and keeps the "
                             "flows; indeterminate: moved by less than 10."};
    for (std::size_t k = 0; k < probabilities.size(); ++k) {
        step.parts.push_back({class_words[k], probabilities[k], "0 to 1", {}});
    }
    explanation.steps.push_back(std::move(step));
    explanation.notes.push_back(
        fmt::format("entente explain {} reliance and entente explain {} keep take apart the two "
                    "figures the class rests on.",
                    row.code, row.code));
}

void explain_probability(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const Windows windows = windows_of(data, row, explanation);
    if (windows.empty()) return;
    const auto probabilities = class_probabilities(windows);
    const auto likeliest = std::max_element(probabilities.begin(), probabilities.end());
    add_class(windows, static_cast<PlusClass>(likeliest - probabilities.begin()),
              explanation.column, number_of(explanation), explanation);
}

void explain_reliance(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const Windows windows = windows_of(data, row, explanation);
    if (windows.empty()) return;
    const double part = 100.0 / static_cast<double>(windows.size());
    ExplanationStep step{.name = explanation.column,
                         .formula =
                             "100 mean over the starts of the change of a[i,U] "
                             "[eq:plus-class]",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = number_of(explanation),
                         .unit = "log points x 100",
                         .note =
                             "Levelling: what ICIO counts less than BACI, as a median over "
                             "economies [eq:level-starts]."};
    for (const UsPlusColumn::Window& window : windows) {
        step.parts.push_back({fmt::format("{}: a now", start_words(window)),
                              part * window.intensity_now,
                              "log points x 100",
                              {}});
        step.parts.push_back({fmt::format("{}: less a then", start_words(window)),
                              -part * window.intensity_then,
                              "log points x 100",
                              {}});
        if (window.reliance_gap != 0.0) {
            step.parts.push_back({fmt::format("{}: less levelling", start_words(window)),
                                  -part * window.reliance_gap,
                                  "log points x 100",
                                  {}});
        }
    }
    explanation.steps.push_back(std::move(step));
}

void explain_kept(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const Windows windows = windows_of(data, row, explanation);
    if (windows.empty()) return;
    const double part = 1.0 / static_cast<double>(windows.size());
    ExplanationStep step{.name = explanation.column,
                         .formula =
                             "KEEP = (x now / x then) / (world now / world then)^(1/2), in "
                             "constant money, cut to 0..1 [eq:keep]",
                         .page = page,
                         .rule = PartRule::capped_exponential,
                         .value = number_of(explanation),
                         .note = "Parts in logarithms; a mean over the starts."};
    for (const UsPlusColumn::Window& window : windows) {
        step.parts.push_back({start_words(window), part * (window.log_keep + window.keep_gap),
                              "log points", "trade less half of world growth"});
        if (window.keep_gap != 0.0) {
            step.parts.push_back({fmt::format("{}: less levelling", start_words(window)),
                                  -part * window.keep_gap, "log points", "[eq:level-starts]"});
        }
    }
    explanation.steps.push_back(std::move(step));
}

void explain_period(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    windows_of(data, row, explanation);
}

}  // namespace

std::vector<ExplainableColumn> us_plus_columns(const PoleKeys& poles) {
    const std::string key = column_key(poles[anchor_pole]);
    const std::string power = in_sentence(poles[anchor_pole]);
    return {{.name = key + "_plus_class",
             .other_names = {"class", key + "_plus", "us-plus"},
             .meaning = fmt::format("Whether it keeps its trade with {} and relies less on it, "
                                    "2018/19 to 2023.",
                                    power),
             .explain = explain_class},
            {.name = key + "_plus_probability",
             .meaning = "Probability of the class, given the noise between publishers.",
             .unit = "0 to 1",
             .explain = explain_probability},
            {.name = key + "_reliance_change",
             .other_names = {"reliance"},
             .meaning = fmt::format("Change of the weight of {} in its trade against its weight "
                                    "elsewhere; below zero = relies less.",
                                    power),
             .unit = "log points x 100",
             .explain = explain_reliance},
            {.name = key + "_trade_kept",
             .other_names = {"keep"},
             .meaning = fmt::format("Its real trade with {} over that of the start, against the "
                                    "square root of world growth; 1 = kept.",
                                    power),
             .unit = "0 to 1",
             .explain = explain_kept},
            {.name = key + "_plus_period",
             .meaning = "The years and publishers compared.",
             .explain = explain_period}};
}

}  // namespace entente::detail

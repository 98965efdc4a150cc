#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "entente/numerics/normal.hpp"
#include "entente/report/explain/explanation.hpp"

namespace entente {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
// Longer formulas are not read.
constexpr std::size_t most_terms = 7;

double sum_of(const std::vector<ExplanationPart>& parts) {
    double sum = 0.0;
    for (const ExplanationPart& part : parts) sum += part.value;
    return sum;
}

std::string number(double value) {
    return fmt::format("{:.4g}", value);
}

/// A term of a sum or product: what is below zero stands in brackets.
std::string term(double value) {
    return value < 0.0 ? fmt::format("({})", number(value)) : number(value);
}

/// [part] whether it is one of the largest in size; of equal ones the first.
std::vector<bool> are_largest(const std::vector<ExplanationPart>& parts, std::size_t count) {
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t k) { return std::abs(parts[k].value); });
    std::vector<bool> is_large(parts.size(), false);
    for (std::size_t k = 0; k < std::min(count, order.size()); ++k) is_large[order[k]] = true;
    return is_large;
}

/// The parts largest in size in their order, the others as one term.
std::string sum_words(const std::vector<ExplanationPart>& parts) {
    if (parts.empty()) return "0";
    const std::vector<bool> is_shown = are_largest(parts, most_terms);
    std::vector<std::string> terms;
    double rest = 0.0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        if (is_shown[k]) {
            terms.push_back(term(parts[k].value));
        } else {
            rest += parts[k].value;
        }
    }
    if (parts.size() > most_terms) {
        terms.push_back(fmt::format("{} ({} others)", term(rest), parts.size() - most_terms));
    }
    return fmt::format("{}", fmt::join(terms, " + "));
}

std::vector<std::string> terms_of(const std::vector<ExplanationPart>& parts) {
    std::vector<std::string> terms;
    for (const ExplanationPart& part : parts) terms.push_back(term(part.value));
    return terms;
}

std::string right_side(const ExplanationStep& step) {
    const auto& parts = step.parts;
    switch (step.rule) {
        case PartRule::sum:
            return sum_words(parts);
        case PartRule::product:
            return fmt::format("{}", fmt::join(terms_of(parts), " x "));
        case PartRule::ratio:
            return fmt::format("{}", fmt::join(terms_of(parts), " / "));
        case PartRule::smallest:
            return fmt::format("min({})", fmt::join(terms_of(parts), ", "));
        case PartRule::inverse_square_sum: {
            double squares = 0.0;
            for (const ExplanationPart& part : parts) squares += part.value * part.value;
            return fmt::format("1 / {} (sum of {} squares)", number(squares), parts.size());
        }
        case PartRule::root_of_sum:
            return fmt::format("sqrt({})", sum_words(parts));
        case PartRule::loss_of_logs:
            return fmt::format("100 (1 - exp({}))", sum_words(parts));
        case PartRule::joint_loss: {
            std::vector<std::string> kept;
            for (const ExplanationPart& part : parts) {
                kept.push_back(fmt::format("(1 - {} / 100)", number(part.value)));
            }
            return fmt::format("100 (1 - {})", fmt::join(kept, " x "));
        }
        case PartRule::capped_exponential:
            return fmt::format("min(1, exp({}))", sum_words(parts));
        case PartRule::logistic:
            return fmt::format("1 / (1 + exp(-({})))", sum_words(parts));
        case PartRule::normal:
            return fmt::format("Phi({})", sum_words(parts));
        case PartRule::beside:
            break;
    }
    return {};
}

}  // namespace

double recomputed(const ExplanationStep& step) {
    const auto& parts = step.parts;
    switch (step.rule) {
        case PartRule::sum:
            return sum_of(parts);
        case PartRule::product: {
            double product = 1.0;
            for (const ExplanationPart& part : parts) product *= part.value;
            return product;
        }
        case PartRule::ratio:
            return parts.size() == 2 ? parts[0].value / parts[1].value : nan;
        case PartRule::smallest:
            return parts.empty()
                       ? nan
                       : std::ranges::min_element(parts, {}, &ExplanationPart::value)->value;
        case PartRule::inverse_square_sum: {
            double squares = 0.0;
            for (const ExplanationPart& part : parts) squares += part.value * part.value;
            return 1.0 / squares;
        }
        case PartRule::root_of_sum:
            return std::sqrt(sum_of(parts));
        case PartRule::loss_of_logs:
            return -100.0 * std::expm1(sum_of(parts));
        case PartRule::joint_loss: {
            double kept = 1.0;
            for (const ExplanationPart& part : parts) kept *= 1.0 - part.value / 100.0;
            return 100.0 * (1.0 - kept);
        }
        case PartRule::capped_exponential:
            return std::min(1.0, std::exp(sum_of(parts)));
        case PartRule::logistic:
            return 1.0 / (1.0 + std::exp(-sum_of(parts)));
        case PartRule::normal:
            return normal_cdf(sum_of(parts));
        case PartRule::beside:
            break;
    }
    return nan;
}

std::string filled_in(const ExplanationStep& step) {
    const std::string right = right_side(step);
    return right.empty() ? std::string() : fmt::format("{} = {}", number(step.value), right);
}

std::optional<double> share_of_part(const ExplanationStep& step, const ExplanationPart& part) {
    if (step.rule != PartRule::sum && step.rule != PartRule::loss_of_logs) return {};
    const double sum = sum_of(step.parts);
    return sum == 0.0 ? std::nullopt : std::optional(part.value / sum);
}

}  // namespace entente

#include "entente/realignment/hazard/risk_models.hpp"

#include <fmt/format.h>

#include <array>

#include "entente/base/error.hpp"

namespace entente {
namespace {

struct Share {
    Specification specification;
    double weight;
};
constexpr std::array<Share, 3> shares{{{Specification::alignment, 0.25},
                                       {Specification::regime, 0.5},
                                       {Specification::conflict, 0.25}}};
constexpr std::array<double, 3> widths{0.05, 0.1, 0.25};

}  // namespace

RiskModels fit_risk_models(const HazardTable& table, int year, std::vector<double> slopes) {
    const TrainingSet training = training_set(table, year);
    RiskModels result{.year = year, .calibration_slopes = std::move(slopes)};
    for (std::size_t k = 0; k < training.rows.size(); ++k) {
        const HazardRow& row = table.rows[training.rows[k]];
        if (!row.is_partner) continue;
        ClassRate& rate = row.is_treaty_ally ? result.treaty_allies : result.other_partners;
        rate.years += 1.0;
        rate.events += training.outcome[k];
    }
    const double events = result.treaty_allies.events + result.other_partners.events;
    if (events == 0.0) {
        throw OptionError(fmt::format(
            "No partner had an event that was known by the end of {}, so its risk cannot be "
            "estimated.",
            year));
    }
    result.base_rate = events / (result.treaty_allies.years + result.other_partners.years);
    for (const auto& [specification, weight] : shares) {
        const Array2<double> values = predictor_values(table, predictors_of(specification));
        for (const double width : widths) {
            if (specification == headline_specification && width == 0.1) {
                result.headline = result.models.size();
            }
            result.models.push_back(fit_hazard(table, values, training, specification, width));
            result.weights.push_back(weight / static_cast<double>(widths.size()));
        }
    }
    return result;
}

}  // namespace entente

#include "entente/scenario/measures_in_force.hpp"

#include <utility>

namespace entente {

Date last_day_of(int year) {
    return Date{std::chrono::year(year), std::chrono::December, std::chrono::day(31)};
}

bool is_in_force(const Measure& measure, const Date& day) {
    if (measure.valid_from && day < *measure.valid_from) return false;
    return !measure.valid_until || day <= *measure.valid_until;
}

Scenario measures_in_force(Scenario scenario, const Date& day) {
    std::erase_if(scenario.measures,
                  [&](const Measure& measure) { return !is_in_force(measure, day); });
    return scenario;
}

}  // namespace entente

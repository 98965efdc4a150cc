#include "entente/model/equilibrium/guess.hpp"

#include <algorithm>

namespace entente::detail {

void pack(const Guess& guess, std::span<double> point) {
    auto at = std::ranges::copy(guess.log_wage, point.begin()).out;
    at = std::ranges::copy(guess.log_price.values(), at).out;
    std::ranges::copy(guess.log_expenditure.values(), at);
}

void unpack(std::span<const double> point, Guess& guess) {
    const std::size_t num_countries = guess.log_wage.size();
    const std::size_t num_cells = guess.log_price.values().size();
    std::ranges::copy(point.first(num_countries), guess.log_wage.begin());
    std::ranges::copy(point.subspan(num_countries, num_cells), guess.log_price.values().begin());
    std::ranges::copy(point.last(num_cells), guess.log_expenditure.values().begin());
}

}  // namespace entente::detail

#include "entente/study/exposure/losses.hpp"

namespace entente::detail {
namespace {

CutOff cut_off(const World& world, const std::vector<std::size_t>& power, const Scope& scope) {
    CutOff cut{.power = power, .imports = scope.imports, .exports = scope.exports};
    if (!scope.sector.empty()) cut.sector = world.sectors().at(scope.sector);
    return cut;
}

}  // namespace

Losses::Losses(const World& world)
    : world_(world),
      state_(observed_state(world)),
      multipliers_(supply_chain_multipliers(world, state_)) {}

ExposureLoss Losses::of_country(std::size_t n, const std::vector<std::size_t>& power,
                                const Scope& scope) const {
    return closed_form_exposure(world_, state_, multipliers_, n, cut_off(world_, power, scope));
}

// [eq:reverse-exposure]  R[m,n] = sum_k Y[k] Loss(k, n) / sum_k Y[k],  k members of power m, Y GDP
double Losses::of_power(const std::vector<std::size_t>& power,
                        const std::vector<std::size_t>& partners, const Scope& scope) const {
    Scope mirrored = scope;
    std::swap(mirrored.imports, mirrored.exports);
    const CutOff cut = cut_off(world_, partners, mirrored);
    double loss = 0.0;
    double income = 0.0;
    for (const std::size_t member : power) {
        const double weight = state_.value_added[member];
        loss += weight * closed_form_exposure(world_, state_, multipliers_, member, cut).total;
        income += weight;
    }
    return loss / income;
}

}  // namespace entente::detail

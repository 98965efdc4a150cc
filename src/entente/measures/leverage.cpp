#include "entente/measures/leverage.hpp"

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {

std::vector<PowerTotal> power_totals(const std::vector<std::vector<double>>& loss,
                                     std::span<const double> gdp) {
    std::vector<PowerTotal> totals;
    double all = 0.0;
    for (const std::vector<double>& of_power : loss) {
        if (of_power.size() != gdp.size()) throw ShapeError("Losses need one GDP a country.");
        PowerTotal total;
        double income = 0.0;
        for (std::size_t n = 0; n < gdp.size(); ++n) {
            if (std::isnan(of_power[n])) continue;
            total.money += gdp[n] * of_power[n];
            income += gdp[n];
        }
        total.share_of_gdp = income > 0.0 ? total.money / income : 0.0;
        all += total.money;
        totals.push_back(total);
    }
    for (PowerTotal& total : totals) total.pole_share = all > 0.0 ? total.money / all : 0.0;
    return totals;
}

double effective_poles(std::span<const PowerTotal> totals) {
    double squares = 0.0;
    for (const PowerTotal& total : totals) squares += total.pole_share * total.pole_share;
    return squares > 0.0 ? 1.0 / squares : std::numeric_limits<double>::quiet_NaN();
}

std::optional<ChannelLeans> channel_leans(const HedgingScore& score) {
    if (score.is_empty()) return {};
    ChannelLeans leans;
    double sum = 0.0;
    double absolute = 0.0;
    for (std::size_t k = 0; k < num_channels; ++k) {
        const ChannelScore& channel = score.channels[k];
        if (!channel.is_present) continue;
        leans.lean[k] = channel.tie[anchor_pole] - channel.tie[rival_pole];
        sum += *leans.lean[k];
        absolute += std::abs(*leans.lean[k]);
        ++leans.num_channels_present;
    }
    const auto count = static_cast<double>(leans.num_channels_present);
    leans.mean = sum / count;
    double squares = 0.0;
    for (const auto& lean : leans.lean) {
        if (lean) squares += (*lean - leans.mean) * (*lean - leans.mean);
    }
    leans.spread = std::sqrt(squares / count);
    leans.cancellation = absolute > 0.0 ? 1.0 - std::abs(sum) / absolute : 0.0;
    return leans;
}

}  // namespace entente

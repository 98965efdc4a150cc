#pragma once

// How much powers hold over others, and how many powers that amounts to.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "entente/measures/hedging/index.hpp"

namespace entente {

/// What a power holds over all others together.
struct PowerTotal {
    /// [eq:leverage-total]  sum over n of Y[n] Loss[n,m], money a year
    double money = 0.0;
    /// Over the GDP of those it is held over, 0 to 1.
    double share_of_gdp = 0.0;
    /// [eq:pole-share]  p[m] = money of m / money of all powers, 0 to 1
    double pole_share = 0.0;
};

/// Totals of several powers.
///
/// @param loss  [power][country] loss of real income when the country's trade with the power stops,
///              0 to 1; a NaN (a member of the power, or no figure) is left out.
/// @param gdp   [country] >= 0
/// @throws      ShapeError if the lengths differ.
/// Checked by   tests/unit/measures/leverage_test.cpp.
std::vector<PowerTotal> power_totals(const std::vector<std::vector<double>>& loss,
                                     std::span<const double> gdp);

/// [eq:effective-poles]  1 / sum p^2, p the shares of the powers: as many equal powers would be as
/// concentrated; at least 1, NaN without any. Source: Laakso and Taagepera (1979), there of
/// parties; of powers it is our own use.
double effective_poles(std::span<const PowerTotal> totals);

/// [eq:leverage-asymmetry]  A = Loss[n,m] - Loss[m,n]: above 0 = the country loses more.
inline double leverage_asymmetry(double country_loses, double power_loses) {
    return country_loses - power_loses;
}

/// Where a country leans, by channel.
struct ChannelLeans {
    /// [channel] e[anchor] - e[rival], -1 to 1; nothing where the channel is not present.
    PerChannel<std::optional<double>> lean{};
    double mean = 0.0;
    /// [eq:conditional-multipolarity]  standard deviation of the leans over the channels present
    double spread = 0.0;
    /// [eq:cancellation]  1 - |sum lean| / sum |lean|: 0 = all one way, 1 = they cancel out
    double cancellation = 0.0;
    std::size_t num_channels_present = 0;
};

/// Our own definition: a country is aligned with one power on one matter and with the other on
/// another where the spread is large. The channel of finance borrows the anchor's side from trade.
///
/// @return     nothing for an empty score.
/// Checked by  tests/unit/measures/leverage_test.cpp.
std::optional<ChannelLeans> channel_leans(const HedgingScore& score);

}  // namespace entente

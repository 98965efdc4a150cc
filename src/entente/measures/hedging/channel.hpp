#pragma once

// The axes of the hedging measure: two poles and four channels.

#include <array>
#include <cstddef>
#include <string_view>

namespace entente {

/// Position of the pole whose tie a country keeps or loses (the United States unless asked
/// otherwise), and of its rival (China).
inline constexpr std::size_t anchor_pole = 0;
inline constexpr std::size_t rival_pole = 1;

/// One value for each pole, anchor first.
template <class T>
using PerPole = std::array<T, 2>;

/// Ways in which a country deals with a pole.
enum class Channel {
    trade,
    technology,
    /// Infrastructure, finance and energy.
    finance,
    diplomacy,
};

inline constexpr std::size_t num_channels = 4;
inline constexpr std::array<Channel, num_channels> all_channels{
    Channel::trade, Channel::technology, Channel::finance, Channel::diplomacy};

/// One value for each channel, in the order of the enumeration.
template <class T>
using PerChannel = std::array<T, num_channels>;

constexpr std::size_t position(Channel channel) {
    return static_cast<std::size_t>(channel);
}

/// [channel] "trade", "technology", "finance", "diplomacy": in options, files and pages.
inline constexpr PerChannel<const char*> channel_names{"trade", "technology", "finance",
                                                       "diplomacy"};

/// @throws OptionError if both poles are the same code or one is empty.
void require_different_poles(std::string_view anchor, std::string_view rival);

}  // namespace entente

#include "entente/study/hedging/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/base/number_text.hpp"

namespace entente::detail {
namespace {

const std::vector<std::string>& channels() {
    static const std::vector<std::string> names(channel_names.begin(), channel_names.end());
    return names;
}

/// "trade=0.4" as the place of its channel and its weight.
std::pair<std::size_t, double> named_weight(const std::string& text) {
    const std::size_t sign = text.find('=');
    const std::string name = text.substr(0, sign);
    const auto channel = std::ranges::find(channels(), name);
    if (channel == channels().end()) {
        throw OptionError(fmt::format("weights name {}, which is no channel.{} They are {}.", name,
                                      did_you_mean(name, channels()), fmt::join(channels(), ", ")));
    }
    const auto number = parse_number(sign == std::string::npos ? "" : text.substr(sign + 1));
    const double* weight = std::get_if<double>(&number);
    if (weight == nullptr) {
        throw OptionError(
            fmt::format("The weight {} needs a number, such as {}=0.25.", text, name));
    }
    return {static_cast<std::size_t>(channel - channels().begin()), *weight};
}

PerChannel<double> weights_named(const std::vector<std::string>& texts) {
    if (texts.empty()) return HedgingParameters{}.weights;
    PerChannel<double> weights{};
    std::vector<std::string> missing = channels();
    for (const std::string& text : texts) {
        const auto [channel, weight] = named_weight(text);
        if (std::erase(missing, channels()[channel]) == 0) {
            throw OptionError(fmt::format("The weight of {} is given twice.", channels()[channel]));
        }
        weights[channel] = weight;
    }
    if (!missing.empty()) {
        throw OptionError(fmt::format("weights leave out {}; give all four, 0 included.",
                                      fmt::join(missing, ", ")));
    }
    return weights;
}

}  // namespace

HedgingColumnOptions hedging_options(const HedgingWords& words) {
    HedgingColumnOptions options;
    if (words.poles.size() == 2) options.poles = {words.poles[0], words.poles[1]};
    if (!words.as_of.empty()) {
        options.as_of = parse_date(words.as_of);
        if (!options.as_of) {
            throw OptionError(
                fmt::format("as-of is {}; it must be a day, such as 2024-12-31.", words.as_of));
        }
    }
    options.draws.num_draws = words.draws;
    options.draws.seed = words.seed;
    options.draws.threads = words.threads;
    options.draws.center.weights = weights_named(words.weights);
    check(options.draws);
    return options;
}

HedgingColumnOptions hedging_options(const HeatMapOptions& options) {
    return hedging_options(HedgingWords{.poles = options.poles,
                                        .as_of = options.as_of,
                                        .draws = options.draws,
                                        .seed = options.seed,
                                        .weights = options.weights,
                                        .threads = options.threads});
}

}  // namespace entente::detail

#include "entente/study/risk/layers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/base/number_text.hpp"
#include "entente/measures/hedging/vote_similarity.hpp"

namespace entente::detail {
namespace {

constexpr int vote_window = 5;
constexpr int fewest_roll_calls = 60;
constexpr double shared_guarantor_weight = 0.5;

Date last_day(int year) {
    return std::chrono::year{year} / std::chrono::December / 31;
}

void require_known(const Geography& geography, const std::string& code) {
    if (geography.economies.contains(code)) return;
    throw OptionError(fmt::format("There is no economy {} in the layer geography.{}", code,
                                  did_you_mean(code, geography.economies.codes())));
}

std::vector<std::string> largest_members(const LoadedLayers& layers, std::size_t count, int year) {
    std::vector<std::pair<double, std::string>> sized;
    for (const std::string& code : layers.geography->economies.codes()) {
        const auto gdp = layers.geography->gdp_of(code, year);
        if (gdp && layers.votes->states.contains(code)) sized.emplace_back(-*gdp, code);
    }
    std::ranges::sort(sized);
    std::vector<std::string> chosen = guarantors();
    for (const auto& [size, code] : sized) {
        if (chosen.size() == count) break;
        if (std::ranges::find(chosen, code) == chosen.end()) chosen.push_back(code);
    }
    return chosen;
}

/// Obligation of a state toward a guarantor, 0 to 1.
double obligation(const SecurityTies& ties, const std::string& state, const std::string& guarantor,
                  int year) {
    const SecurityYear* tie = ties.find(state, year);
    if (tie == nullptr) return 0.0;
    if (guarantor == "USA") return tie->defence_usa;
    return guarantor == "CHN" ? tie->defence_chn : tie->defence_rus;
}

double pact_tie(const LoadedLayers& layers, const std::string& a, const std::string& b, int year) {
    const SecurityTies& ties = *layers.security;
    const Geography& geography = *layers.geography;
    if (geography.is_member("NATO", a, last_day(year)) &&
        geography.is_member("NATO", b, last_day(year))) {
        return 1.0;
    }
    double tie = 0.0;
    for (const std::string& guarantor : guarantors()) {
        if (a == guarantor || b == guarantor) {
            tie = std::max(tie, obligation(ties, a == guarantor ? b : a, guarantor, year));
        } else {
            tie = std::max(
                tie, shared_guarantor_weight * std::min(obligation(ties, a, guarantor, year),
                                                        obligation(ties, b, guarantor, year)));
        }
    }
    return tie;
}

template <class Value>
PropensityPart part_of(std::string name, const std::vector<std::string>& actors,
                       const Value& value) {
    PropensityPart part{std::move(name), Array2<double>(actors.size(), actors.size())};
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            part.values(i, j) = part.values(j, i) = value(actors[i], actors[j]);
        }
    }
    return part;
}

}  // namespace

const std::vector<std::string>& guarantors() {
    static const std::vector<std::string> codes{"USA", "CHN", "RUS"};
    return codes;
}

LoadedLayers load_for_risk(const LayerSet& layers, const std::vector<std::string>& needed) {
    for (const std::string& layout : needed) {
        if (layers.find(layout) == nullptr) throw OptionError(missing_layer(layout));
    }
    LayerSet used;
    for (const std::string& layout : needed) used.add(*layers.find(layout));
    return load(used);
}

std::vector<std::string> risk_actors(const LoadedLayers& layers,
                                     const std::vector<std::string>& asked, int year,
                                     std::size_t most) {
    std::vector<std::string> actors;
    const auto number = asked.size() == 1 ? parse_number(asked.front()) : ProblemKind::not_a_number;
    if (const double* count = std::get_if<double>(&number)) {
        if (*count < 3.0 || *count > static_cast<double>(most)) {
            throw OptionError(fmt::format(
                "actors is {}; it must be from 3 to {}, or a list of codes.", asked.front(), most));
        }
        actors = largest_members(layers, static_cast<std::size_t>(*count), year);
    } else {
        for (const std::string& code : asked) {
            require_known(*layers.geography, code);
            if (std::ranges::find(actors, code) == actors.end()) actors.push_back(code);
        }
        if (actors.size() < 3 || actors.size() > most) {
            throw OptionError(
                fmt::format("actors names {} states; it must name 3 to {}.", actors.size(), most));
        }
    }
    const std::vector<double> sizes = actor_sizes(layers, actors, year);
    std::map<std::string, double> size_of;
    for (std::size_t i = 0; i < actors.size(); ++i) size_of[actors[i]] = sizes[i];
    std::ranges::stable_sort(actors, [&](const std::string& a, const std::string& b) {
        return size_of[a] > size_of[b];
    });
    return actors;
}

std::vector<double> actor_sizes(const LoadedLayers& layers, const std::vector<std::string>& actors,
                                int year) {
    std::vector<double> sizes;
    std::vector<std::string> missing;
    for (const std::string& code : actors) {
        const auto gdp = layers.geography->gdp_of(code, year);
        if (!gdp) missing.push_back(code);
        sizes.push_back(gdp.value_or(0.0));
    }
    if (!missing.empty()) {
        throw OptionError(fmt::format(
            "The layer geography has no GDP of {} for {}. Take another year or other actors.", year,
            fmt::join(missing, ", ")));
    }
    return sizes;
}

std::string actor_name(const LoadedLayers& layers, const std::string& code) {
    return layers.geography->names[layers.geography->economies.at(code)];
}

int last_vote_year(const UnVotes& votes, int year) {
    std::map<int, int> counts;
    for (const RollCall& call : votes.roll_calls) ++counts[call.year()];
    for (auto at = counts.rbegin(); at != counts.rend(); ++at) {
        if (at->first <= year && at->second >= fewest_roll_calls) return at->first;
    }
    throw OptionError(fmt::format("The layer votes has no year up to {} with {} roll calls.", year,
                                  fewest_roll_calls));
}

PropensityPart vote_part(const LoadedLayers& layers, const std::vector<std::string>& actors,
                         int last_year, std::vector<std::string>& neutral_pairs) {
    const UnVotes& votes = *layers.votes;
    std::map<std::string, std::vector<Ballot>> ballots;
    for (const std::string& code : actors) {
        const auto state = votes.states.find(code);
        for (const RollCall& call : votes.roll_calls) {
            if (!state || call.year() <= last_year - vote_window || call.year() > last_year) {
                continue;
            }
            ballots[code].push_back(static_cast<Ballot>(call.choices[*state] - '0'));
        }
    }
    return part_of("votes", actors, [&](const std::string& a, const std::string& b) {
        const auto& of_a = ballots[a];
        const auto& of_b = ballots[b];
        if (of_a.size() == of_b.size()) {
            if (const auto alike = vote_similarity(of_a, of_b)) return alike->kappa;
        }
        neutral_pairs.push_back(fmt::format("{}-{}", std::min(a, b), std::max(a, b)));
        return 0.0;
    });
}

PropensityPart pact_part(const LoadedLayers& layers, const std::vector<std::string>& actors,
                         int year) {
    return part_of("pacts", actors, [&](const std::string& a, const std::string& b) {
        return pact_tie(layers, a, b, year);
    });
}

PropensityPart rivalry_part(const LoadedLayers& layers, const std::vector<std::string>& actors,
                            const std::vector<std::string>& pairs) {
    std::vector<std::pair<std::string, std::string>> rivals;
    for (const std::string& pair : pairs) {
        const std::size_t dash = pair.find('-');
        if (dash == std::string::npos) {
            throw OptionError(
                fmt::format("rivals has {}; write two codes with a dash: USA-CHN.", pair));
        }
        rivals.emplace_back(pair.substr(0, dash), pair.substr(dash + 1));
        require_known(*layers.geography, rivals.back().first);
        require_known(*layers.geography, rivals.back().second);
    }
    return part_of("rivalry", actors, [&](const std::string& a, const std::string& b) {
        const auto is_pair = [&](const auto& pair) {
            return pair == std::pair(a, b) || pair == std::pair(b, a);
        };
        return std::ranges::any_of(rivals, is_pair) ? -1.0 : 0.0;
    });
}

double number_option(std::string_view name, const std::string& text) {
    const auto parsed = parse_number(text);
    if (const double* number = std::get_if<double>(&parsed)) return *number;
    throw OptionError(fmt::format("{} is {}; it must be a number such as 0.5.", name, text));
}

double positive_option(std::string_view name, const std::string& text) {
    const double number = number_option(name, text);
    if (number > 0.0) return number;
    throw OptionError(fmt::format("{} is {}; it must be above zero.", name, text));
}

}  // namespace entente::detail

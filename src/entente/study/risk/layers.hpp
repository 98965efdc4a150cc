#pragma once

// What the tasks on camps and alliances read from the layers: actors, sizes, votes, obligations.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/realignment/landscape/weight_draws.hpp"
#include "entente/study/loaded_layers.hpp"

namespace entente::detail {

/// The powers whose obligations the security layer holds.
const std::vector<std::string>& guarantors();

/// The layers a task needs, or a sentence on which is missing. @throws OptionError.
LoadedLayers load_for_risk(const LayerSet& layers, const std::vector<std::string>& needed);

/// The actors that `asked` names: a number stands for that many of the largest members of the
/// United Nations with a GDP of the year, the guarantors always among them; otherwise codes.
///
/// By size, largest first. @throws OptionError for an unknown code, one without a GDP of the year,
/// or a number outside 3 to `most`.
std::vector<std::string> risk_actors(const LoadedLayers& layers,
                                     const std::vector<std::string>& asked, int year,
                                     std::size_t most);

/// [actor] GDP in million current USD. @throws OptionError where it is missing.
std::vector<double> actor_sizes(const LoadedLayers& layers, const std::vector<std::string>& actors,
                                int year);

std::string actor_name(const LoadedLayers& layers, const std::string& code);

/// Last year up to `year` with at least 60 roll calls.
int last_vote_year(const UnVotes& votes, int year);

/// Agreement of votes in the five years up to `last_year` [eq:vote-kappa]; 0 where a pair took part
/// in fewer than 60 votes together, which `neutral_pairs` then names as "AAA-BBB".
PropensityPart vote_part(const LoadedLayers& layers, const std::vector<std::string>& actors,
                         int last_year, std::vector<std::string>& neutral_pairs);

/// Defence ties at the end of a year, 0 to 1 [D]: see docs/theory/landscape.md [eq:pact-tie].
PropensityPart pact_part(const LoadedLayers& layers, const std::vector<std::string>& actors,
                         int year);

/// -1 for each pair "AAA-BBB" of two actors; pairs with others are passed over.
/// @throws OptionError for text that is not such a pair, or a code no state has.
PropensityPart rivalry_part(const LoadedLayers& layers, const std::vector<std::string>& actors,
                            const std::vector<std::string>& pairs);

/// A number above zero, or any finite one. @throws OptionError naming the option.
double positive_option(std::string_view name, const std::string& text);
double number_option(std::string_view name, const std::string& text);

}  // namespace entente::detail

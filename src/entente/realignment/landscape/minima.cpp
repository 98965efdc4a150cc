#include "entente/realignment/landscape/minima.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/realignment/landscape/joined_sets.hpp"

namespace entente {
namespace {

using Place = std::uint32_t;
constexpr std::size_t block_bits = 14;

/// [actor] bits of a place that change when the actor changes camp.
std::vector<Place> flips_of(const Landscape& landscape) {
    std::vector<Place> flips;
    for (std::size_t actor = 0; actor < landscape.num_actors(); ++actor) {
        flips.push_back(after_flip(0, actor, landscape.num_actors()) >> 1);
    }
    return flips;
}

void require_energies(const Landscape& landscape, const std::vector<double>& energies) {
    require_valid(landscape);
    if (energies.size() != std::size_t{1} << (landscape.num_actors() - 1)) {
        throw ShapeError("There must be one energy for each division into camps.");
    }
}

/// What each division sees around it.
struct Surroundings {
    /// [division] the lowest neighbour, or itself if none is lower.
    std::vector<Place> downhill;
    /// [division] whether a neighbour has the same energy.
    std::vector<char> is_level;
};

Surroundings look_around(const Landscape& landscape, const std::vector<double>& energies,
                         double tolerance, std::size_t threads) {
    const std::vector<Place> flips = flips_of(landscape);
    Surroundings seen{std::vector<Place>(energies.size()), std::vector<char>(energies.size(), 0)};
    const std::size_t block = std::min(std::size_t{1} << block_bits, energies.size());
    parallel_for(energies.size() / block, threads, [&](std::size_t b) {
        for (std::size_t k = b * block; k < (b + 1) * block; ++k) {
            const auto place = static_cast<Place>(k);
            // No branch depends on the energies here: they are as good as random.
            double lowest = energies[place ^ flips.front()];
            double nearest = std::abs(lowest - energies[k]);
            for (const Place flip : flips) {
                const double other = energies[place ^ flip];
                lowest = std::min(lowest, other);
                nearest = std::min(nearest, std::abs(other - energies[k]));
            }
            seen.is_level[k] = nearest <= tolerance;
            seen.downhill[k] = place;
            if (!(lowest < energies[k] - tolerance)) continue;
            // Equal within rounding goes to the first actor, whatever the last digit says.
            const auto is_lowest = [&](Place flip) {
                return energies[place ^ flip] <= lowest + tolerance;
            };
            seen.downhill[k] = place ^ *std::ranges::find_if(flips, is_lowest);
        }
    });
    return seen;
}

/// Sends divisions without a lower neighbour over level ground to the lowest way out; those that
/// have none all point to the first of their equals.
void cross_level_ground(const Landscape& landscape, const std::vector<double>& energies,
                        double tolerance, Surroundings& seen, std::vector<Place>& num_equal) {
    const std::vector<Place> flips = flips_of(landscape);
    detail::JoinedSets level(energies.size());
    for (std::size_t k = 0; k < energies.size(); ++k) {
        if (!seen.is_level[k]) continue;
        for (const Place flip : flips) {
            const Place other = static_cast<Place>(k) ^ flip;
            const double step = energies[other] - energies[k];
            if (step <= tolerance && step >= -tolerance) level.join(static_cast<Place>(k), other);
        }
    }
    // The root of a set is its smallest member, so that it comes first in this loop.
    std::map<Place, Place> way_out;
    for (std::size_t k = 0; k < energies.size(); ++k) {
        if (!seen.is_level[k] || seen.downhill[k] == k) continue;
        const Place root = level.root(static_cast<Place>(k));
        const Place target = seen.downhill[k];
        const auto [at, is_new] = way_out.try_emplace(root, target);
        if (!is_new && energies[target] < energies[at->second] - tolerance) at->second = target;
    }
    for (std::size_t k = 0; k < energies.size(); ++k) {
        if (!seen.is_level[k]) continue;
        const Place root = level.root(static_cast<Place>(k));
        ++num_equal[root];
        if (seen.downhill[k] != k) continue;
        const auto out = way_out.find(root);
        if (out == way_out.end()) {
            seen.downhill[k] = root;
        } else if (energies[out->second] < energies[k]) {
            // Steps that are level only within rounding may add up; one never walks upward.
            seen.downhill[k] = out->second;
        }
    }
}

/// [division] where descent ends. Every step goes down, or sideways to a place that stays.
std::vector<Place> descend(std::vector<Place> downhill) {
    std::vector<Place> path;
    for (std::size_t k = 0; k < downhill.size(); ++k) {
        auto place = static_cast<Place>(k);
        while (downhill[place] != place) {
            path.push_back(place);
            place = downhill[place];
        }
        for (const Place passed : path) downhill[passed] = place;
        path.clear();
    }
    return downhill;
}

/// Minima a flooded region holds, joined when regions meet.
class Flood {
  public:
    Flood(std::size_t num_places, const std::vector<double>& energies, const CampMinima& minima)
        : regions_(num_places), saddles_(minima.listed.size(), minima.listed.size()) {
        for (std::size_t m = 0; m < minima.listed.size(); ++m) {
            const Place place = minima.listed[m].camps >> 1;
            held_[place] = {m};
            saddles_(m, m) = energies[place];
        }
        num_apart_ = held_.size();
    }

    void join(Place a, Place b, double energy) {
        const Place one = regions_.root(a);
        const Place two = regions_.root(b);
        if (one == two) return;
        regions_.join(one, two);
        std::vector<std::size_t> of_one = take(one);
        const std::vector<std::size_t> of_two = take(two);
        for (const std::size_t m : of_one) {
            for (const std::size_t k : of_two) saddles_(m, k) = saddles_(k, m) = energy;
        }
        if (!of_one.empty() && !of_two.empty()) --num_apart_;
        of_one.insert(of_one.end(), of_two.begin(), of_two.end());
        if (!of_one.empty()) held_[regions_.root(one)] = std::move(of_one);
    }

    bool is_done() const { return num_apart_ < 2; }
    const Array2<double>& saddles() const { return saddles_; }

  private:
    std::vector<std::size_t> take(Place root) {
        const auto at = held_.find(root);
        if (at == held_.end()) return {};
        std::vector<std::size_t> minima = std::move(at->second);
        held_.erase(at);
        return minima;
    }

    detail::JoinedSets regions_;
    std::map<Place, std::vector<std::size_t>> held_;
    Array2<double> saddles_;
    std::size_t num_apart_ = 0;
};

}  // namespace

CampMinima find_minima(const Landscape& landscape, const std::vector<double>& energies,
                       std::size_t max_listed, std::size_t threads) {
    require_energies(landscape, energies);
    const double tolerance = energy_tolerance(landscape);
    Surroundings seen = look_around(landscape, energies, tolerance, threads);
    std::vector<Place> num_equal(energies.size(), 0);
    const bool has_level = std::ranges::any_of(seen.is_level, [](char level) { return level; });
    if (has_level) cross_level_ground(landscape, energies, tolerance, seen, num_equal);
    const std::vector<Place> ends = descend(std::move(seen.downhill));

    std::vector<Place> num_ending(energies.size(), 0);
    for (const Place end : ends) ++num_ending[end];
    CampMinima found;
    for (std::size_t k = 0; k < energies.size(); ++k) {
        if (ends[k] != k) continue;
        found.listed.push_back({.camps = static_cast<Camps>(k << 1),
                                .energy = energies[k],
                                .num_equal = std::max<std::size_t>(num_equal[k], 1),
                                .basin_share = static_cast<double>(num_ending[k]) /
                                               static_cast<double>(energies.size())});
    }
    found.num_minima = found.listed.size();
    std::ranges::stable_sort(found.listed, [&](const CampMinimum& a, const CampMinimum& b) {
        return a.energy < b.energy - tolerance;
    });
    if (found.listed.size() > max_listed) found.listed.resize(max_listed);
    return found;
}

Array2<double> find_saddles(const Landscape& landscape, const std::vector<double>& energies,
                            const CampMinima& minima) {
    require_energies(landscape, energies);
    const std::vector<Place> flips = flips_of(landscape);
    std::vector<Place> order(energies.size());
    std::iota(order.begin(), order.end(), Place{0});
    std::ranges::sort(order, [&](Place a, Place b) {
        return energies[a] != energies[b] ? energies[a] < energies[b] : a < b;
    });
    Flood flood(energies.size(), energies, minima);
    std::vector<char> is_wet(energies.size(), 0);
    for (const Place place : order) {
        if (flood.is_done()) break;
        is_wet[place] = 1;
        for (const Place flip : flips) {
            const Place other = place ^ flip;
            if (is_wet[other]) flood.join(place, other, energies[place]);
        }
    }
    return flood.saddles();
}

}  // namespace entente

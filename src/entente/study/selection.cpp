#include "entente/study/selection.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "entente/base/error.hpp"

namespace entente::detail {
namespace {

constexpr std::string_view rest_of_world = "ROW";

bool is_in_any(const std::vector<Power>& powers, std::size_t position) {
    return std::ranges::any_of(powers, [&](const Power& power) { return power.has(position); });
}

std::vector<std::string> citations(const World& world) {
    std::vector<std::string> list;
    for (const std::string& name : world.data().source_names) {
        const auto known = std::ranges::find(world.data().sources, name, &Source::code);
        list.push_back(
            known == world.data().sources.end()
                ? name
                : fmt::format("{}, {} ({})", known->publisher, known->title, known->year));
    }
    return list;
}

}  // namespace

bool Power::has(std::size_t position) const {
    return std::ranges::find(members, position) != members.end();
}

Power power_named(const World& world, const std::string& code) {
    Power power{.pole = {.code = code, .name = code}, .members = world.resolve(code)};
    if (power.members.empty()) {
        throw OptionError(
            fmt::format("No member of {} is a country of the world {}.", code, world.name()));
    }
    if (const auto position = world.countries().find(code)) {
        power.pole.name = world.country_name(*position);
    }
    return power;
}

Power joint_power(const World& world, const std::vector<std::string>& codes) {
    if (codes.size() == 1) return power_named(world, codes.front());
    std::set<std::size_t> members;
    for (const std::string& code : codes) {
        for (const std::size_t member : power_named(world, code).members) {
            if (members.insert(member).second) continue;
            throw OptionError(fmt::format(
                "{} stands twice among {}: powers that act together may share no member.",
                world.countries()[member], fmt::join(codes, ", ")));
        }
    }
    const std::string name = fmt::format("{}", fmt::join(codes, " and "));
    return {.pole = {.code = name, .name = name}, .members = {members.begin(), members.end()}};
}

std::vector<std::size_t> economies(const World& world, const std::vector<Power>& powers) {
    std::vector<std::size_t> positions;
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        if (world.countries()[n] != rest_of_world && !is_in_any(powers, n)) positions.push_back(n);
    }
    return positions;
}

std::vector<std::size_t> selected_economies(const World& world, const std::vector<Power>& powers,
                                            const std::vector<std::string>& codes) {
    const std::vector<std::size_t> all = economies(world, powers);
    std::set<std::size_t> wanted;
    for (const std::string& code : codes) {
        for (const std::size_t position : world.resolve(code)) wanted.insert(position);
        const auto country = world.countries().find(code);
        if (country && is_in_any(powers, *country)) {
            throw OptionError(fmt::format(
                "{} is one of the powers and has no row of its own: leave it out.", code));
        }
        if (code == rest_of_world) {
            throw OptionError("ROW is the rest of the world and not an economy: leave it out.");
        }
    }
    std::vector<std::size_t> positions;
    std::ranges::copy_if(all, std::back_inserter(positions),
                         [&](std::size_t position) { return wanted.contains(position); });
    if (positions.empty()) {
        throw OptionError(
            fmt::format("The selection {} leaves no economy to show.", fmt::join(codes, ",")));
    }
    return positions;
}

WorldStamp stamp(const Layer& layer) {
    return {.is_layer = true,
            .name = layer.name(),
            .base_year = static_cast<int>(layer.data().as_of.year()),
            .content_hash = layer.content_hash(),
            .sources = layer.data().source_names};
}

WorldStamp stamp(const World& world) {
    return {.name = world.name(),
            .base_year = world.base_year(),
            .unit = world.unit(),
            .content_hash = world.content_hash(),
            .num_countries = world.num_countries(),
            .num_sectors = world.num_sectors(),
            .sources = world.data().source_names,
            .citations = citations(world)};
}

double borrowed_technology_share(const World& world, std::size_t n) {
    double borrowed = 0.0;
    double output = 0.0;
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        output += world.gross_output()(n, s);
        if (world.data().technology_quality(n, s) == Quality::estimated) {
            borrowed += world.gross_output()(n, s);
        }
    }
    return output > 0.0 ? borrowed / output : 0.0;
}

// [eq:group-mean]  x[g] = sum_n w[n] x[n] / sum_n w[n],  n members of g
double weighted_mean(const std::vector<double>& figures, const std::vector<double>& weights,
                     const std::vector<std::size_t>& positions) {
    double sum = 0.0;
    double weight = 0.0;
    for (const std::size_t position : positions) {
        sum += weights[position] * figures[position];
        weight += weights[position];
    }
    return sum / weight;
}

}  // namespace entente::detail

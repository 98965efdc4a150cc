#include "entente/study/heat_map.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/measures/trade_links.hpp"
#include "entente/study/heat_map_order.hpp"
#include "entente/study/losses.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::Losses;
using detail::Power;

/// Groups that get a row where the user names none, if the world has them.
constexpr std::array<const char*, 2> default_groups{"EU27", "ASEAN"};

// Above this share of output the technology of an economy is called borrowed.
constexpr double mostly = 0.5;

std::vector<Power> two_powers(const World& world, const std::vector<std::string>& codes) {
    if (codes.size() != 2) {
        throw OptionError(
            fmt::format("poles are two codes, such as USA,CHN; {} were given.", codes.size()));
    }
    std::vector<Power> powers{detail::power_named(world, codes[0]),
                              detail::power_named(world, codes[1])};
    for (const std::size_t member : powers[0].members) {
        if (powers[1].has(member)) {
            throw OptionError(fmt::format("{} belongs to both poles, {} and {}.",
                                          world.countries()[member], codes[0], codes[1]));
        }
    }
    return powers;
}

HeatMapRow country_row(const World& world, const Losses& losses, const std::vector<Power>& powers,
                       std::size_t n) {
    HeatMapRow row{.code = world.countries()[n],
                   .name = world.country_name(n),
                   .ties = {},
                   .effective_partners = effective_partners(losses.state(), n),
                   .estimated_share = quality_shares(world, n).estimated,
                   .has_borrowed_technology = detail::borrowed_technology_share(world, n) > mostly};
    for (std::size_t p = 0; p < 2; ++p) {
        const std::vector<std::size_t>& members = powers[p].members;
        row.ties[p] = {.exposure = losses.of_country(n, members).total,
                       .reverse_exposure = losses.of_power(members, {n}),
                       .trade_share = trade_shares(losses.state(), n, members).trade};
    }
    return row;
}

/// All rows of a map by position in the world, with what group rows need of it.
struct Measured {
    const World& world;
    const Losses& losses;
    const std::vector<Power>& powers;
    /// [n] empty for the members of the poles and ROW.
    std::vector<HeatMapRow> rows;

    double mean(const std::vector<std::size_t>& members, auto figure) const {
        std::vector<double> figures(rows.size());
        std::ranges::transform(rows, figures.begin(), figure);
        return detail::weighted_mean(figures, losses.state().value_added, members);
    }
};

MemberRange member_range(const Measured& measured, const std::vector<std::size_t>& members,
                         std::size_t pole) {
    const auto exposure = [&](std::size_t n) { return measured.rows[n].ties[pole].exposure; };
    const auto [low, high] = std::ranges::minmax_element(members, {}, exposure);
    return {.low = exposure(*low),
            .low_member = measured.world.countries()[*low],
            .high = exposure(*high),
            .high_member = measured.world.countries()[*high]};
}

HeatMapRow group_row(const Measured& measured, const std::string& group,
                     const std::vector<std::size_t>& members) {
    HeatMapRow row{.code = group,
                   .name = group,
                   .ties = {},
                   .effective_partners = measured.mean(members, &HeatMapRow::effective_partners),
                   .estimated_share = measured.mean(members, &HeatMapRow::estimated_share)};
    row.has_borrowed_technology = measured.mean(members, [](const HeatMapRow& member) {
        return member.has_borrowed_technology ? 1.0 : 0.0;
    }) > mostly;
    for (std::size_t p = 0; p < 2; ++p) {
        row.ties[p] = {
            .exposure = measured.mean(members, [p](const auto& r) { return r.ties[p].exposure; }),
            .reverse_exposure = measured.losses.of_power(measured.powers[p].members, members),
            .trade_share =
                measured.mean(members, [p](const auto& r) { return r.ties[p].trade_share; }),
            .exposure_range = member_range(measured, members, p)};
    }
    for (const std::size_t member : members) {
        row.members.push_back(measured.world.countries()[member]);
    }
    return row;
}

/// Groups to show: those named, or the default ones the world has.
std::vector<std::string> shown_groups(const World& world, const HeatMapOptions& options) {
    if (!options.group.empty() || !options.countries.empty()) return options.group;
    const std::vector<std::string> known = world.groups();
    std::vector<std::string> groups;
    for (const char* group : default_groups) {
        if (std::ranges::find(known, group) != known.end()) groups.emplace_back(group);
    }
    return groups;
}

std::vector<HeatMapRow> group_rows(const Measured& measured, const HeatMapOptions& options) {
    const std::vector<std::size_t> all = detail::economies(measured.world, measured.powers);
    std::vector<HeatMapRow> rows;
    for (const std::string& group : shown_groups(measured.world, options)) {
        std::vector<std::size_t> members;
        std::ranges::set_intersection(all, measured.world.members(group),
                                      std::back_inserter(members));
        if (!members.empty()) {
            rows.push_back(group_row(measured, group, members));
        } else if (!options.group.empty()) {
            throw OptionError(fmt::format("The group {} has no member to show.", group));
        }
    }
    return rows;
}

std::vector<std::size_t> shown_countries(const World& world, const std::vector<Power>& powers,
                                         const HeatMapOptions& options) {
    if (!options.countries.empty()) {
        return detail::selected_economies(world, powers, options.countries);
    }
    for (const std::string& group : options.group) world.members(group);
    if (!options.group.empty()) return detail::selected_economies(world, powers, options.group);
    return detail::economies(world, powers);
}

std::optional<LevelThresholds> thresholds(const Measured& measured,
                                          const std::vector<std::size_t>& all) {
    std::vector<double> figures;
    for (const std::size_t n : all) {
        for (const PoleTie& tie : measured.rows[n].ties) figures.push_back(tie.exposure);
    }
    return fifths(figures);
}

}  // namespace

HeatMap make_heat_map(const World& world, const HeatMapOptions& options) {
    const std::vector<Power> powers = two_powers(world, options.poles);
    const std::vector<std::size_t> shown = shown_countries(world, powers, options);
    HeatMap map{.world = detail::stamp(world), .poles = {powers[0].pole, powers[1].pole}};
    const detail::RowOrder order(map.poles, options.sort);

    const Losses losses(world);
    Measured measured{.world = world,
                      .losses = losses,
                      .powers = powers,
                      .rows = std::vector<HeatMapRow>(world.num_countries())};
    const std::vector<std::size_t> all = detail::economies(world, powers);
    parallel_for(all.size(), options.threads, [&](std::size_t k) {
        measured.rows[all[k]] = country_row(world, losses, powers, all[k]);
    });

    map.num_economies = all.size();
    map.thresholds = thresholds(measured, all);
    map.groups = group_rows(measured, options);
    for (const std::size_t n : shown) map.countries.push_back(measured.rows[n]);
    order.apply(map.countries);
    return map;
}

}  // namespace entente

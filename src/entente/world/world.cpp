#include "entente/world/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/world/content_hash.hpp"
#include "entente/world/final_demand.hpp"
#include "entente/world/validate_world.hpp"

namespace entente {
namespace {

template <class Records>
Axis axis_of(const Records& records) {
    std::vector<std::string> codes;
    codes.reserve(records.size());
    for (const auto& record : records) codes.push_back(record.code);
    return Axis(std::move(codes));
}

bool covers(const Membership& membership, const std::optional<Date>& day) {
    if (!day) return !membership.valid_to;
    return (!membership.valid_from || *membership.valid_from <= *day) &&
           (!membership.valid_to || *day <= *membership.valid_to);
}

}  // namespace

World::World(WorldData data) : data_(std::move(data)) {
    Problems problems;
    detail::validate_world(data_, problems);
    problems.throw_if_any();
    countries_ = axis_of(data_.countries);
    sectors_ = axis_of(data_.sectors);
    if (data_.consumption_share.empty()) {
        data_.consumption_share = detail::consumption_share(detail::final_demand(data_));
    }
    content_hash_ = detail::content_hash(data_);
}

std::vector<std::string> World::groups() const {
    std::set<std::string> names;
    for (const Membership& membership : data_.memberships) names.insert(membership.group);
    return {names.begin(), names.end()};
}

std::vector<std::size_t> World::members(std::string_view group,
                                        const std::optional<Date>& on) const {
    const std::vector<std::string> known = groups();
    if (std::ranges::find(known, group) == known.end()) {
        throw OptionError(fmt::format("The world {} has no group {}.{}", name(), group,
                                      did_you_mean(group, known)));
    }
    std::set<std::size_t> positions;
    for (const Membership& membership : data_.memberships) {
        if (membership.group != group || !covers(membership, on)) continue;
        if (const auto position = countries_.find(membership.country)) positions.insert(*position);
    }
    return {positions.begin(), positions.end()};
}

std::vector<std::size_t> World::resolve(std::string_view country_or_group) const {
    if (const auto position = countries_.find(country_or_group)) return {*position};
    std::vector<std::string> known = groups();
    if (std::ranges::find(known, country_or_group) != known.end()) return members(country_or_group);
    known.insert(known.end(), countries_.codes().begin(), countries_.codes().end());
    throw OptionError(fmt::format("The world {} has no country or group {}.{}", name(),
                                  country_or_group, did_you_mean(country_or_group, known)));
}

}  // namespace entente

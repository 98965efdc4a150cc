#pragma once

// One immutable, checked trade world. Whatever holds a World can rely on its shapes, codes, shares
// and accounts; nothing in it changes after it is built.

#include <span>
#include <string>
#include <vector>

#include "entente/base/axis.hpp"
#include "entente/world/world_data.hpp"

namespace entente {

class World {
  public:
    /// Checks everything and seals it. Missing consumption shares are derived from what is left of
    /// absorption after intermediate use (negative cells set to zero, the rest scaled to one).
    ///
    /// @throws DataError with every problem found; places are named by codes.
    /// Source  Caliendo and Parro (2015), data appendix; docs/theory/world.md [eq:final-demand].
    explicit World(WorldData data);

    const std::string& name() const { return data_.name; }
    int base_year() const { return data_.base_year; }
    const std::string& unit() const { return data_.unit; }
    const WorldData& data() const { return data_; }

    /// Codes of countries and sectors, in the order of the arrays.
    const Axis& countries() const { return countries_; }
    const Axis& sectors() const { return sectors_; }
    std::size_t num_countries() const { return countries_.size(); }
    std::size_t num_sectors() const { return sectors_.size(); }
    const std::string& country_name(std::size_t n) const { return data_.countries[n].name; }
    bool has_inputs() const { return !data_.input_share.empty(); }

    const Array3<double>& trade_flow() const { return data_.trade_flow; }
    const Array3<double>& tariff_rate() const { return data_.tariff_rate; }
    const Array3<Quality>& trade_quality() const { return data_.trade_quality; }
    const Array2<double>& gross_output() const { return data_.gross_output; }
    const Array2<double>& value_added_share() const { return data_.value_added_share; }
    const Array3<double>& input_share() const { return data_.input_share; }
    const Array2<double>& consumption_share() const { return data_.consumption_share; }
    double trade_elasticity(std::size_t s) const { return data_.sectors[s].trade_elasticity; }

    /// Names of the groups, sorted.
    std::vector<std::string> groups() const;
    /// Positions of a group's members in this world: on a day, or the present members without one.
    /// @throws OptionError for an unknown group, with the nearest name.
    std::vector<std::size_t> members(std::string_view group,
                                     const std::optional<Date>& on = std::nullopt) const;
    /// A country code gives that country, a group code its present members.
    /// @throws OptionError for an unknown code, with the nearest one.
    std::vector<std::size_t> resolve(std::string_view country_or_group) const;

    /// SHA-256 over everything but the name: two worlds with equal hashes hold the same data.
    const std::string& content_hash() const { return content_hash_; }

  private:
    WorldData data_;
    Axis countries_;
    Axis sectors_;
    std::string content_hash_;
};

}  // namespace entente

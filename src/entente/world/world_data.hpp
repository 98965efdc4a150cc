#pragma once

// What a trade world consists of, before it is checked. Readers and recipes fill it; World seals
// it.
//
// Axes: i origin, n destination, s sector (r = the sector that buys). Money is in `unit` a year.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/date.hpp"

namespace entente {

/// How a figure came about.
enum class Quality : std::uint8_t {
    /// As published for this cell and year.
    observed,
    /// An observed pattern of this cell moved to another year or level.
    scaled,
    /// A pattern borrowed from elsewhere.
    estimated,
};

/// Whether a sector makes goods, which cross borders under tariffs, or services.
enum class SectorKind : std::uint8_t { unstated, goods, services };

struct Country {
    /// ISO 3166-1 alpha-3, or a code for a group such as ROW (rest of the world).
    std::string code;
    std::string name;
    friend bool operator==(const Country&, const Country&) = default;
};

struct Sector {
    std::string code;
    std::string name;
    SectorKind kind = SectorKind::unstated;
    /// theta > 0: trade responds to cost with power -theta.
    double trade_elasticity = 0.0;
    /// Standard error of theta, where the source gives one.
    std::optional<double> trade_elasticity_se{};
    /// Divisions of ISIC revision 4 covered, as text.
    std::string isic{};
    friend bool operator==(const Sector&, const Sector&) = default;
};

/// One country's membership of a group over a span of days.
struct Membership {
    std::string group;
    std::string country;
    std::optional<Date> valid_from{};
    /// Empty = still a member.
    std::optional<Date> valid_to{};
    std::string source{};
    friend bool operator==(const Membership&, const Membership&) = default;
};

/// A number somebody chose or estimated, with its unit, range and source.
struct Parameter {
    std::string name;
    double value = 0.0;
    std::string unit;
    std::optional<double> low{};
    std::optional<double> high{};
    std::string source;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

struct Source {
    std::string code;
    std::string title;
    std::string publisher;
    std::string year;
    std::string url;
    std::string licence;
    friend bool operator==(const Source&, const Source&) = default;
};

/// A published figure the finished world is held against by `entente world check`, or a figure
/// about its making that cannot be seen in it any more (check names starting with "recorded_").
struct ReferenceValue {
    /// What is compared, such as "goods_flow"; world/check_world.hpp lists them.
    std::string check;
    /// Codes, separated by spaces: "CHN USA".
    std::string subject;
    double value = 0.0;
    std::string unit;
    /// Largest accepted distance, in `unit`; empty = shown, not judged.
    std::optional<double> tolerance{};
    std::string source;
    friend bool operator==(const ReferenceValue&, const ReferenceValue&) = default;
};

struct WorldData {
    std::string name;
    int base_year = 0;
    /// Unit of all money, such as "million USD".
    std::string unit;
    /// Codes or plain descriptions of where the figures come from.
    std::vector<std::string> source_names;

    std::vector<Country> countries;
    std::vector<Sector> sectors;

    /// [i, n, s] value net of tariff, domestic sales where i = n.
    Array3<double> trade_flow;
    /// [i, n, s] ad valorem, 0.25 = 25 percent; 0 where i = n.
    Array3<double> tariff_rate;
    /// [i, n, s]
    Array3<Quality> trade_quality;
    /// [n, s] value of what n makes; equals the row sum of trade_flow.
    Array2<double> gross_output;
    /// [n, s] part of gross output that is wages, profits and taxes.
    Array2<double> value_added_share;
    /// [n, s] of the technology: value_added_share and input_share.
    Array2<Quality> technology_quality;
    /// [n, s, r] share of input s in what sector r of n spends on inputs; sums to one over s.
    /// Empty = a world without inputs.
    Array3<double> input_share;
    /// [n, s] share of s in final spending; sums to one over s.
    Array2<double> consumption_share;
    /// Other tariff tables by label, shaped like tariff_rate.
    std::map<std::string, Array3<double>> alternative_tariffs;

    std::vector<Membership> memberships;
    std::vector<Parameter> parameters;
    std::vector<Source> sources;
    std::vector<ReferenceValue> reference_values;

    friend bool operator==(const WorldData&, const WorldData&) = default;
};

}  // namespace entente

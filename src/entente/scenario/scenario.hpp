#pragma once

// What a scenario file says, before it meets a world: the measures in order and how the model is
// closed. docs/guide/scenarios.md describes the file.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/scenario/policy_path.hpp"
#include "entente/scenario/uncertainty.hpp"
#include "entente/world/horizon.hpp"

namespace entente {

/// What happens to trade deficits: gone in both states, kept in value, or moving with income.
enum class DeficitMode { balanced, fixed, multiplicative };

enum class MeasureKind {
    tariff,
    trade_cost,
    export_control,
    import_ban,
    cut_off,
    fta,
    subsidy,
    tariff_rate_quota,
    investment_screening,
    finance_offer,
};

/// The trade a measure touches, as seen from the countries in `by`.
enum class TradeDirection { imports, exports, both };

/// Who keeps what a quota makes goods dearer by.
enum class QuotaRent { exporter, importer };

/// Where something stands in a file, both counted from 1; 0 = not from a file.
struct FilePlace {
    std::size_t line = 0;
    std::size_t character = 0;
};

/// Where the values of a measure stand, for problems found when it meets a world. Two measures that
/// say the same are equal wherever they stand.
struct MeasurePlaces {
    /// By key: of its value, or of each entry of a list.
    std::map<std::string, std::vector<FilePlace>> places{};
    friend bool operator==(const MeasurePlaces&, const MeasurePlaces&) { return true; }
};

/// One policy. Codes are those of the file; they are looked up when the scenario meets a world.
struct Measure {
    MeasureKind kind = MeasureKind::tariff;
    /// Who acts: countries, groups or "*". The importers, but the exporters of an export control.
    std::vector<std::string> by{};
    /// Whom it hits: countries, groups or "*". Empty in an agreement among the members in `by`, and
    /// of a subsidy.
    std::vector<std::string> on{};
    /// Sector codes and products such as "HS2022:8703"; empty = all, written "*".
    std::vector<std::string> sectors{};
    /// How a tariff, a trade cost or a subsidy changes, as in scenario/change.hpp; empty for other
    /// kinds.
    std::string change{};
    /// How tariffs and trade costs change in an agreement (fta); empty = not at all.
    std::string tariff{};
    std::string trade_cost{};
    /// Of a tariff-rate quota: its volume, such as "120%" of the baseline, how the tariff changes
    /// up to it and beyond, and who keeps the rent.
    std::string quota{};
    std::string in_quota{};
    std::string out_of_quota{};
    QuotaRent rent = QuotaRent::exporter;
    /// Used by trade_cost and cut_off alone.
    TradeDirection direction = TradeDirection::imports;
    /// Part of the varieties that an export control stops, 0 to 1.
    double share = 0.0;
    /// Share of a sector's trade that the products under `sectors` are, 0 to 1, in place of the one
    /// of the layer us-products.
    std::optional<double> product_share{};
    /// Groups have the members of this day; without it, the present ones.
    std::optional<Date> valid_from{};
    /// Last day, inclusive.
    std::optional<Date> valid_until{};
    std::string source{};
    /// Line of its [[measure]], counted from 1; 0 = not from a file.
    std::size_t line = 0;
    MeasurePlaces values{};
    /// The file it stands in, if that is not the one of the scenario.
    std::string file{};
    friend bool operator==(const Measure&, const Measure&) = default;

    /// Of entry `entry` under a key; of the measure if that is not known.
    FilePlace place_of(const std::string& key, std::size_t entry = 0) const {
        const auto found = values.places.find(key);
        if (found == values.places.end() || entry >= found->second.size()) return {line, 0};
        return found->second[entry];
    }
};

enum class RetaliationRule {
    none,
    /// The points another country added, times a factor.
    proportional,
    /// The points another country added, on the same sectors.
    reciprocal,
    /// The tariffs that serve those who answer best, the measures given.
    optimal,
    /// The same of both sides: none gains by another tariff of its own.
    nash,
};

/// How some countries answer tariffs that the measures raise on them.
struct Retaliation {
    RetaliationRule rule = RetaliationRule::none;
    /// Who answers: countries, groups or "*".
    std::vector<std::string> by{"*"};
    /// Whose tariffs are answered.
    std::vector<std::string> against{"*"};
    /// Points added in answer to one point, 0 to 10.
    double factor = 1.0;
    /// Of optimal and nash: the sectors answered in; empty = those in which `against` raised a
    /// tariff, all if it raised none. And whether each has a rate of its own.
    std::vector<std::string> sectors{};
    bool is_by_sector = false;
    std::string source{};
    std::size_t line = 0;
    MeasurePlaces values{};
    std::string file{};
    friend bool operator==(const Retaliation&, const Retaliation&) = default;
};

/// One regime: measures that are in force whenever it rules, whatever their dates.
struct PolicyRegime {
    std::string name{};
    std::vector<Measure> measures{};
    Retaliation retaliation{};
    /// Chance a year of every regime after this one, by name; empty = as the history says.
    std::map<std::string, double> next{};
    std::size_t line = 0;
    friend bool operator==(const PolicyRegime&, const PolicyRegime&) = default;
};

struct Scenario {
    std::string title{};
    /// Name, file or folder of the world meant; may be empty.
    std::string world{};
    DeficitMode deficits = DeficitMode::balanced;
    /// Largest residual at which the model counts as solved, > 0.
    double tolerance = 1e-10;
    /// psi, 0 to 100: how labour supply answers the real wage; one-sector worlds without inputs
    /// only.
    double supply_elasticity = 0.0;
    /// Largest theta used, above 0; empty = no cap.
    std::optional<double> theta_cap{};
    /// How many years after the measures the result holds.
    Horizon horizon{};
    /// Apply in this order, each to the result of those before.
    std::vector<Measure> measures{};
    Retaliation retaliation{};
    /// What an ensemble varies; empty = no [ensemble] table.
    std::optional<Uncertainty> uncertainty{};
    /// The years ahead; empty = no [path] table.
    std::optional<PolicyPath> path{};
    /// Policies that may follow each other on a path; empty = no [[regime]].
    std::vector<PolicyRegime> regimes{};
    /// Where it was read; named in problems.
    std::string file{};
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

}  // namespace entente

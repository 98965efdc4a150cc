#include "entente/world/horizon.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/source/csv_table.hpp"

namespace entente {

extern const std::string_view horizon_profiles_csv;

namespace {

void take(ElasticityPath& path, std::string_view parameter, double value) {
    if (parameter == "start_year") path.start_year = value;
    if (parameter == "start_share") path.start_share = value;
    if (parameter == "years_to_95") path.years_to_95 = value;
}

std::array<ElasticityPath, 2> parse_paths() {
    constexpr std::array<std::string_view, 3> columns{"profile", "parameter", "value"};
    Problems problems;
    const auto table = CsvTable::parse(std::string(horizon_profiles_csv), "horizon_profiles.csv",
                                       columns, problems);
    problems.throw_if_any();
    std::array<ElasticityPath, 2> paths;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto value = table->number(row, *table->column("value"), problems);
        const std::string_view name = table->text(row, *table->column("profile"));
        for (std::size_t k = 0; value && k < paths.size(); ++k) {
            if (name != profile_names()[k]) continue;
            take(paths[k], table->text(row, *table->column("parameter")), *value);
        }
    }
    problems.throw_if_any();
    return paths;
}

}  // namespace

Horizon Horizon::with_other_profile() const {
    Horizon other = *this;
    other.profile =
        profile == HorizonProfile::slow ? HorizonProfile::standard : HorizonProfile::slow;
    return other;
}

const ElasticityPath& elasticity_path(HorizonProfile profile) {
    static const std::array<ElasticityPath, 2> paths = parse_paths();
    return paths[static_cast<std::size_t>(profile)];
}

// [eq:horizon-share]  theta(h) / theta = 1 - (1 - share0) exp(-delta (h - h0)),  delta = ln 20 / T
double elasticity_share(const Horizon& horizon) {
    if (!horizon.years) return 1.0;
    const ElasticityPath& path = elasticity_path(horizon.profile);
    const double speed = std::log(20.0) / path.years_to_95;
    return 1.0 - (1.0 - path.start_share) * std::exp(-speed * (*horizon.years - path.start_year));
}

World at_horizon(const World& world, const Horizon& horizon) {
    if (!horizon.years) return world;
    const double share = elasticity_share(horizon);
    WorldData data = world.data();
    data.reference_values.clear();
    for (Sector& sector : data.sectors) {
        sector.trade_elasticity *= share;
        if (sector.trade_elasticity_se) *sector.trade_elasticity_se *= share;
    }
    return World(std::move(data));
}

const std::vector<std::string>& profile_names() {
    static const std::vector<std::string> names{"standard", "slow"};
    return names;
}

std::string profile_name(HorizonProfile profile) {
    return profile_names()[static_cast<std::size_t>(profile)];
}

std::string horizon_text(const Horizon& horizon) {
    return horizon.years ? std::to_string(*horizon.years) : "long";
}

std::string horizon_words(const Horizon& horizon) {
    if (!horizon.years) return "in the long run";
    return fmt::format("{} {} after (profile {}: {:.0f}% of the long-run trade elasticities)",
                       *horizon.years, *horizon.years == 1 ? "year" : "years",
                       profile_name(horizon.profile), 100.0 * elasticity_share(horizon));
}

std::optional<Horizon> parse_horizon(const std::string& years) {
    std::optional<Horizon> horizon(std::in_place);
    if (years == "long") return horizon;
    int number = 0;
    const char* const end = years.data() + years.size();
    const auto [stop, error] = std::from_chars(years.data(), end, number);
    if (error != std::errc{} || stop != end || number < 1 || number > max_horizon_years) {
        return std::nullopt;
    }
    horizon->years.emplace(number);
    return horizon;
}

Horizon horizon_named(const std::string& years, const std::string& profile) {
    std::optional<Horizon> horizon = parse_horizon(years);
    if (!horizon) {
        throw OptionError(
            fmt::format("horizon is {}; it must be long, or a whole number of years from 1 to {}.",
                        years, max_horizon_years));
    }
    for (std::size_t k = 0; k < profile_names().size(); ++k) {
        if (profile != profile_names()[k]) continue;
        horizon->profile = static_cast<HorizonProfile>(k);
        return *horizon;
    }
    throw OptionError(fmt::format("profile cannot be {}. It is one of {}.{}", profile,
                                  fmt::join(profile_names(), ", "),
                                  did_you_mean(profile, profile_names())));
}

}  // namespace entente

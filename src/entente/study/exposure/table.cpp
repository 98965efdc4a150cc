#include "entente/study/exposure/table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/ensemble/uncertain_inputs.hpp"
#include "entente/measures/look_through.hpp"
#include "entente/measures/trade_links.hpp"
#include "entente/study/exposure/barrier.hpp"
#include "entente/study/exposure/delta_interval.hpp"
#include "entente/study/exposure/draws.hpp"
#include "entente/study/exposure/losses.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::Barrier;
using detail::Losses;
using detail::Power;
using detail::SideLosses;
using detail::Sides;

/// What every row of the table is computed from.
struct Question {
    const World& world;
    const Losses& losses;
    const InputReliance& reliance;
    const Power& power;
    /// The parts of a joint power; empty where there is only one.
    std::vector<Power> parts;
    Barrier barrier;
    /// Found for a single power that stops its trade; empty else.
    std::vector<std::optional<LossInterval>> stored_intervals{};
};

std::optional<double> joint_gain(const Question& question, std::size_t n, double joint_loss) {
    if (question.parts.empty()) return std::nullopt;
    double separate = 0.0;
    for (const Power& part : question.parts) {
        separate += question.losses.of_country(n, part.members, question.barrier.scope).total;
    }
    return joint_loss - separate;
}

/// The closed form knows a cut and no tariff: its figures stay missing where a tariff is asked for.
void add_closed_form(const Question& question, std::size_t n, ExposureRow& row) {
    if (question.barrier.added_tariff) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        row.imports = row.exports = row.total = row.reverse = none;
        return;
    }
    const Scope& scope = question.barrier.scope;
    const auto& members = question.power.members;
    const ExposureLoss loss = question.losses.of_country(n, members, scope);
    row.imports = loss.imports;
    row.exports = loss.exports;
    row.total = loss.total;
    row.reverse = question.losses.of_power(members, {n}, scope);
    row.joint_gain = joint_gain(question, n, loss.total);
}

ExposureRow country_row(const Question& question, std::size_t n) {
    const World& world = question.world;
    const auto& members = question.power.members;
    const CountryReliance reliance =
        country_reliance(world, question.losses.state(), question.reliance, n);
    ExposureRow row{.code = world.countries()[n],
                    .name = world.country_name(n),
                    .trade_share = trade_shares(question.losses.state(), n, members).trade,
                    .face_value = reliance.face_value,
                    .look_through = reliance.look_through,
                    .hidden_ratio = reliance.hidden_ratio,
                    .final_spending = reliance.final_spending,
                    .estimated_share = quality_shares(world, n, members).estimated};
    add_closed_form(question, n, row);
    return row;
}

/// One pair of sides for each country to show.
std::vector<Sides> each_against(const std::vector<std::size_t>& shown, const Power& power) {
    std::vector<Sides> sides;
    for (const std::size_t n : shown) sides.push_back({.countries = {n}, .power = power.members});
    return sides;
}

/// [s] of ln theta, as an ensemble draws it.
std::vector<double> elasticity_deviation(const World& world) {
    const Scenario scenario = detail::varying_elasticities();
    return UncertainInputs(world, scenario, Sampler::philox).log_elasticity_deviation();
}

/// [k] of the country shown[k]; draws are stored for cuts from one power alone.
std::vector<std::optional<LossInterval>> stored_intervals(const World& world,
                                                          const detail::StoredIntervals& stored,
                                                          const ExposureOptions& options,
                                                          const Horizon& horizon,
                                                          const std::vector<std::size_t>& shown) {
    std::vector<std::optional<LossInterval>> intervals(shown.size());
    if (options.to.size() > 1 || !options.tariff.empty()) return intervals;
    for (std::size_t k = 0; k < shown.size(); ++k) {
        intervals[k] =
            stored.loss(options.to.front(), options.scope, horizon, world.countries()[shown[k]]);
    }
    return intervals;
}

void add_equilibrium(const Question& question, const std::vector<std::size_t>& shown,
                     std::size_t threads, ExposureTable& table) {
    const bool needs_delta = std::ranges::any_of(question.stored_intervals,
                                                 [](const auto& interval) { return !interval; });
    const detail::EquilibriumLosses exact(question.world, {.has_slopes = needs_delta});
    const std::vector<double> deviation = elasticity_deviation(question.world);
    std::vector<double> separate(shown.size(), 0.0);
    if (!question.parts.empty()) {
        const detail::EquilibriumLosses alone(question.world, exact.baseline(), {});
        for (const Power& part : question.parts) {
            const auto losses = alone.of(each_against(shown, part), question.barrier, threads);
            for (std::size_t k = 0; k < shown.size(); ++k) separate[k] += losses[k].countries;
        }
    }
    const std::vector<SideLosses> losses =
        exact.of(each_against(shown, question.power), question.barrier, threads);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        ExposureRow& row = table.rows[k];
        row.equilibrium = losses[k].countries;
        row.equilibrium_reverse = losses[k].power;
        row.interval = question.stored_intervals[k];
        if (!row.interval) {
            row.interval =
                detail::delta_interval(losses[k].countries, losses[k].elasticity_slopes, deviation);
        }
        if (!question.parts.empty()) {
            row.equilibrium_joint_gain = losses[k].countries - separate[k];
        }
    }
}

/// The losses on the other time path of elasticities, for horizons where the two lie far apart.
void add_other_profile(const World& world, const Question& question,
                       const std::vector<std::size_t>& shown, std::size_t threads,
                       ExposureTable& table) {
    const auto sides = each_against(shown, question.power);
    if (table.has_equilibrium) {
        const auto losses = detail::EquilibriumLosses(world).of(sides, question.barrier, threads);
        for (std::size_t k = 0; k < shown.size(); ++k) {
            table.rows[k].equilibrium_other_profile = losses[k].countries;
        }
    }
    if (question.barrier.added_tariff) return;
    const Losses closed_form(world);
    parallel_for(shown.size(), threads, [&](std::size_t k) {
        const auto& scope = question.barrier.scope;
        table.rows[k].total_other_profile =
            closed_form.of_country(shown[k], question.power.members, scope).total;
    });
}

void add_contributions(const Question& question, std::size_t n, ExposureTable& table) {
    const World& world = question.world;
    const ExposureLoss loss =
        question.losses.of_country(n, question.power.members, question.barrier.scope);
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        table.contributions.push_back({.country = world.countries()[n],
                                       .sector = world.sectors()[s],
                                       .sector_name = world.data().sectors[s].name,
                                       .imports = loss.import_parts[s],
                                       .exports = loss.export_parts[s]});
    }
}

Barrier barrier_of(const World& world, const ExposureOptions& options) {
    const Barrier barrier{.scope = detail::scope_named(world, options.scope),
                          .added_tariff = detail::added_tariff_named(options.tariff)};
    if (!barrier.added_tariff) return barrier;
    if (options.cut) {
        throw OptionError(
            "cut and tariff ask for two things: trade stops, or it is taxed. Give one.");
    }
    if (options.method == "closed_form" || options.by == "sector") {
        throw OptionError(
            "The closed form and the parts by sector are of trade that stops; they know no tariff "
            "and no revenue from it. Leave --method and --by as they are.");
    }
    return barrier;
}

/// The exact loss where there is one, else the closed form; rows without either come last.
double order_of(const ExposureRow& row) {
    const double loss = row.equilibrium.value_or(row.total);
    return std::isnan(loss) ? -std::numeric_limits<double>::infinity() : loss;
}

}  // namespace

ExposureTable make_exposure_table(const World& long_run, const ExposureOptions& options,
                                  const LayerSet& layers) {
    if (options.to.empty())
        throw OptionError("--to CODE,... is missing: name the power, such as --to USA.");
    const Horizon horizon = horizon_named(options.horizon, options.profile);
    const World world = at_horizon(long_run, horizon);
    const Power power = detail::joint_power(world, options.to);
    const Barrier barrier = barrier_of(world, options);
    std::vector<std::size_t> shown =
        options.countries.empty() ? detail::economies(world, {power})
                                  : detail::selected_economies(world, {power}, options.countries);
    const Losses losses(world);
    const InputReliance reliance = input_reliance(world, losses.state(), power.members);
    Question question{.world = world,
                      .losses = losses,
                      .reliance = reliance,
                      .power = power,
                      .parts = {},
                      .barrier = barrier};
    if (options.to.size() > 1) {
        for (const std::string& code : options.to) {
            question.parts.push_back(detail::power_named(world, code));
        }
    }

    ExposureTable table{.world = detail::stamp(long_run),
                        .power = power.pole,
                        .power_parts = options.to,
                        .scope = barrier.scope,
                        .added_tariff = barrier.added_tariff,
                        .horizon = horizon,
                        .rows = std::vector<ExposureRow>(shown.size())};
    parallel_for(shown.size(), options.threads,
                 [&](std::size_t k) { table.rows[k] = country_row(question, shown[k]); });
    table.is_by_sector = options.by == "sector";
    table.has_equilibrium = options.method == "ge" && !table.is_by_sector;
    if (table.has_equilibrium) {
        const detail::StoredIntervals stored(long_run, layers);
        table.intervals = stored.source();
        question.stored_intervals = stored_intervals(world, stored, options, horizon, shown);
        add_equilibrium(question, shown, options.threads, table);
    }
    if (horizon.needs_both_profiles() && !table.is_by_sector) {
        add_other_profile(at_horizon(long_run, horizon.with_other_profile()), question, shown,
                          options.threads, table);
    }
    std::ranges::stable_sort(table.rows, std::ranges::greater{}, order_of);
    if (table.is_by_sector) {
        for (const ExposureRow& row : table.rows) {
            add_contributions(question, world.countries().at(row.code), table);
        }
    }
    return table;
}

}  // namespace entente

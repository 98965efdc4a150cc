#include "entente/study/exposure_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/base/parallel.hpp"
#include "entente/measures/look_through.hpp"
#include "entente/measures/trade_links.hpp"
#include "entente/study/equilibrium_losses.hpp"
#include "entente/study/losses.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::Losses;
using detail::Power;

/// What every row of the table is computed from.
struct Question {
    const World& world;
    const Losses& losses;
    const InputReliance& reliance;
    const Power& power;
    /// The parts of a joint power; empty where there is only one.
    std::vector<Power> parts;
    Scope scope;
};

std::optional<double> joint_gain(const Question& question, std::size_t n, double joint_loss) {
    if (question.parts.empty()) return std::nullopt;
    double separate = 0.0;
    for (const Power& part : question.parts) {
        separate += question.losses.of_country(n, part.members, question.scope).total;
    }
    return joint_loss - separate;
}

ExposureRow country_row(const Question& question, std::size_t n) {
    const World& world = question.world;
    const auto& members = question.power.members;
    const ExposureLoss loss = question.losses.of_country(n, members, question.scope);
    const CountryReliance reliance =
        country_reliance(world, question.losses.state(), question.reliance, n);
    return {.code = world.countries()[n],
            .name = world.country_name(n),
            .imports = loss.imports,
            .exports = loss.exports,
            .total = loss.total,
            .reverse = question.losses.of_power(members, {n}, question.scope),
            .trade_share = trade_shares(question.losses.state(), n, members).trade,
            .face_value = reliance.face_value,
            .look_through = reliance.look_through,
            .hidden_ratio = reliance.hidden_ratio,
            .final_spending = reliance.final_spending,
            .estimated_share = quality_shares(world, n, members).estimated,
            .joint_gain = joint_gain(question, n, loss.total)};
}

void add_equilibrium(const Question& question, const std::vector<std::size_t>& shown,
                     std::size_t threads, ExposureTable& table) {
    const auto losses = detail::equilibrium_losses(question.world, shown, question.power.members,
                                                   question.scope, threads);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        if (!losses[k]) continue;
        table.rows[k].equilibrium = losses[k]->country;
        table.rows[k].equilibrium_reverse = losses[k]->power;
    }
}

void add_contributions(const Question& question, std::size_t n, ExposureTable& table) {
    const World& world = question.world;
    const ExposureLoss loss = question.losses.of_country(n, question.power.members, question.scope);
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        table.contributions.push_back({.country = world.countries()[n],
                                       .sector = world.sectors()[s],
                                       .sector_name = world.data().sectors[s].name,
                                       .imports = loss.import_parts[s],
                                       .exports = loss.export_parts[s]});
    }
}

}  // namespace

namespace detail {

Scope scope_named(const World& world, const std::string& scope) {
    if (scope == "all") return {};
    if (scope == "imports") return {.imports = true, .exports = false};
    if (scope == "exports") return {.imports = false, .exports = true};
    if (const auto sector = world.sectors().find(scope)) {
        return {.sector = scope, .sector_name = world.data().sectors[*sector].name};
    }
    std::vector<std::string> known = world.sectors().codes();
    known.insert(known.end(), {"all", "imports", "exports"});
    throw OptionError(
        fmt::format("There is no scope {}.{} It is all, imports, exports or one of the sectors {}.",
                    scope, did_you_mean(scope, known), fmt::join(world.sectors().codes(), ", ")));
}

}  // namespace detail

ExposureTable make_exposure_table(const World& world, const ExposureOptions& options) {
    const Power power = detail::joint_power(world, options.to);
    const Scope scope = detail::scope_named(world, options.scope);
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
                      .scope = scope};
    if (options.to.size() > 1) {
        for (const std::string& code : options.to) {
            question.parts.push_back(detail::power_named(world, code));
        }
    }

    ExposureTable table{.world = detail::stamp(world),
                        .power = power.pole,
                        .power_parts = options.to,
                        .scope = scope,
                        .rows = std::vector<ExposureRow>(shown.size())};
    parallel_for(shown.size(), options.threads,
                 [&](std::size_t k) { table.rows[k] = country_row(question, shown[k]); });
    table.is_by_sector = options.by == "sector";
    table.has_equilibrium = options.method == "ge" && !table.is_by_sector;
    if (table.has_equilibrium) add_equilibrium(question, shown, options.threads, table);
    std::ranges::stable_sort(table.rows, std::ranges::greater{}, [](const ExposureRow& row) {
        return row.equilibrium.value_or(row.total);
    });
    if (table.is_by_sector) {
        for (const ExposureRow& row : table.rows) {
            add_contributions(question, world.countries().at(row.code), table);
        }
    }
    return table;
}

}  // namespace entente

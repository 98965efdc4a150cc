#include "entente/study/exposure/views.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/measures/trade_links.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/trade_state.hpp"

namespace entente {
namespace {

using detail::Power;

/// A world with the trade it was observed with.
struct DatedWorld {
    explicit DatedWorld(World opened) : world(std::move(opened)), state(observed_state(world)) {}
    World world;
    TradeState state;
};

constexpr std::string_view history_prefix = "history-";

/// Names of the worlds history-YYYY, by year.
std::vector<std::string> history_names(const WorldCatalog& worlds) {
    std::vector<std::string> names;
    for (const CatalogEntry& entry : worlds.list()) {
        if (entry.kind == "trade world" && entry.name.starts_with(history_prefix)) {
            names.push_back(entry.name);
        }
    }
    std::ranges::sort(names);
    if (names.empty()) {
        throw OptionError("There is no world history-YYYY; name worlds with --between or --world.");
    }
    return names;
}

/// A year stands for the world history-YEAR.
std::string world_named(const std::string& word) {
    const bool is_year =
        word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos;
    return is_year ? std::string(history_prefix) + word : word;
}

std::vector<std::string> ends_named(const WorldCatalog& worlds,
                                    const std::vector<std::string>& between) {
    if (between.empty()) {
        const std::vector<std::string> all = history_names(worlds);
        return {all.front(), all.back()};
    }
    if (between.size() < 2) {
        throw OptionError("between takes two worlds or more, such as 1995,2011.");
    }
    std::vector<std::string> names;
    for (const std::string& word : between) names.push_back(world_named(word));
    return names;
}

std::vector<DatedWorld> opened(const WorldCatalog& worlds, const std::vector<std::string>& names) {
    std::vector<DatedWorld> all;
    for (const std::string& name : names) all.emplace_back(worlds.open(name));
    return all;
}

/// Levels of two publishers are never compared.
void require_one_series(const std::vector<DatedWorld>& all) {
    for (std::size_t k = 1; k < all.size(); ++k) {
        const World& then = all[k - 1].world;
        const World& now = all[k].world;
        const bool is_same = then.data().source_names == now.data().source_names &&
                             then.sectors().codes() == now.sectors().codes();
        if (!is_same) {
            throw OptionError(fmt::format(
                "{} (sources {}; {} sectors) and {} (sources {}; {} sectors) are of different "
                "publishers or definitions, so that a change between them means nothing. Name "
                "worlds of one series, such as 1995,2011.",
                then.name(), fmt::join(then.data().source_names, ", "), then.num_sectors(),
                now.name(), fmt::join(now.data().source_names, ", "), now.num_sectors()));
        }
        if (then.base_year() >= now.base_year()) {
            throw OptionError(fmt::format("{} is of {} and {} of {}: name the earlier one first.",
                                          then.name(), then.base_year(), now.name(),
                                          now.base_year()));
        }
    }
}

/// What only the table of losses knows would be ignored here in silence.
void require_no_loss_options(const ExposureOptions& options) {
    const ExposureOptions plain;
    std::vector<std::string> given;
    if (options.scope != plain.scope) given.emplace_back("scope");
    if (options.by != plain.by) given.emplace_back("by");
    if (options.method != plain.method) given.emplace_back("method");
    if (options.cut) given.emplace_back("cut");
    if (!options.tariff.empty()) given.emplace_back("tariff");
    if (options.horizon != plain.horizon) given.emplace_back("horizon");
    if (options.show != "hidden" && options.world != plain.world) {
        throw OptionError(fmt::format(
            "show {} takes its worlds from --between and not from --world.", options.show));
    }
    if (given.empty()) return;
    throw OptionError(fmt::format("show {} is of all trade in the long run and takes no {}.",
                                  options.show, fmt::join(given, ", ")));
}

void require_only(const ExposureOptions& options) {
    require_no_loss_options(options);
    if (options.history && options.show != "hidden") {
        throw OptionError("history goes with show hidden; for changes name worlds with --between.");
    }
    if (!options.between.empty() && options.show == "hidden") {
        throw OptionError("between goes with show change and connector.");
    }
}

std::vector<std::size_t> rows_of(const World& world, const std::vector<Power>& powers,
                                 const std::vector<std::string>& codes) {
    return codes.empty() ? detail::economies(world, powers)
                         : detail::selected_economies(world, powers, codes);
}

/// The economies of the later world that the earlier one has too.
std::vector<std::size_t> rows_of_both(const World& then, const World& now,
                                      const std::vector<Power>& powers,
                                      const std::vector<std::string>& codes) {
    std::vector<std::size_t> rows = rows_of(now, powers, codes);
    std::erase_if(rows, [&](std::size_t n) { return !then.countries().find(now.countries()[n]); });
    return rows;
}

ExposureAt place(const DatedWorld& dated, const std::string& code,
                 const std::vector<std::size_t>& power) {
    return {dated.world, dated.state, dated.world.countries().at(code), power};
}

std::vector<WorldStamp> stamps(const std::vector<DatedWorld>& all) {
    std::vector<WorldStamp> list;
    for (const DatedWorld& one : all) list.push_back(detail::stamp(one.world));
    return list;
}

void add_hidden(const DatedWorld& dated, const ExposureOptions& options,
                HiddenExposureTable& table) {
    const World& world = dated.world;
    for (const std::string& code : options.to) {
        const Power power = detail::power_named(world, code);
        const InputReliance reliance = input_reliance(world, dated.state, power.members);
        if (!reliance.converged) {
            throw OptionError(fmt::format(
                "The supply chains of {} have a circle without value added: there is no figure.",
                world.name()));
        }
        std::vector<HiddenExposureRow> rows;
        for (const std::size_t n : rows_of(world, {power}, options.countries)) {
            rows.push_back({.code = world.countries()[n],
                            .name = world.country_name(n),
                            .power = code,
                            .world = world.name(),
                            .year = world.base_year(),
                            .trade_share = trade_shares(dated.state, n, power.members).trade,
                            .reliance = country_reliance(world, dated.state, reliance, n),
                            .estimated_share = quality_shares(world, n, power.members).estimated});
        }
        std::ranges::stable_sort(rows, std::ranges::greater{},
                                 [](const auto& row) { return row.reliance.look_through; });
        table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    }
}

void add_changes(const DatedWorld& then, const DatedWorld& now, const std::string& code,
                 const ExposureOptions& options, ExposureChangeTable& table) {
    const Power power_then = detail::power_named(then.world, code);
    const Power power_now = detail::power_named(now.world, code);
    const std::vector<std::size_t> shown =
        rows_of_both(then.world, now.world, {power_now}, options.countries);
    std::vector<ExposureChangeRow> rows(shown.size());
    parallel_for(shown.size(), options.threads, [&](std::size_t k) {
        const std::string& country = now.world.countries()[shown[k]];
        rows[k] = {.code = country,
                   .name = now.world.country_name(shown[k]),
                   .power = code,
                   .year_then = then.world.base_year(),
                   .year_now = now.world.base_year(),
                   .change = exposure_change(place(then, country, power_then.members),
                                             place(now, country, power_now.members))};
    });
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             [](const auto& row) { return row.change.change; });
    table.rows.insert(table.rows.end(), rows.begin(), rows.end());
}

}  // namespace

HiddenExposureTable make_hidden_exposure(const WorldCatalog& worlds,
                                         const ExposureOptions& options) {
    require_only(options);
    if (options.history && options.world != ExposureOptions{}.world) {
        throw OptionError("history shows the worlds history-YYYY; leave --world out.");
    }
    const std::vector<DatedWorld> all =
        opened(worlds, options.history ? history_names(worlds) : std::vector{options.world});
    if (options.history) require_one_series(all);
    HiddenExposureTable table{.worlds = stamps(all)};
    for (const DatedWorld& one : all) add_hidden(one, options, table);
    return table;
}

ExposureChangeTable make_exposure_change(const WorldCatalog& worlds,
                                         const ExposureOptions& options) {
    require_only(options);
    const std::vector<DatedWorld> all = opened(worlds, ends_named(worlds, options.between));
    require_one_series(all);
    ExposureChangeTable table{.worlds = stamps(all)};
    for (std::size_t k = 1; k < all.size(); ++k) {
        for (const std::string& code : options.to) {
            add_changes(all[k - 1], all[k], code, options, table);
        }
    }
    return table;
}

ConnectorTable make_connectors(const WorldCatalog& worlds, const ExposureOptions& options) {
    require_only(options);
    if (options.to.size() != 1) {
        throw OptionError("show connector takes one power in to, and the other in from.");
    }
    const std::vector<DatedWorld> all = opened(worlds, ends_named(worlds, options.between));
    require_one_series(all);
    ConnectorTable table{
        .worlds = stamps(all), .buyer = options.to.front(), .seller = options.from};
    for (std::size_t k = 1; k < all.size(); ++k) {
        const DatedWorld& then = all[k - 1];
        const DatedWorld& now = all[k];
        const auto members = [](const DatedWorld& at, const std::string& code) {
            return detail::power_named(at.world, code);
        };
        const Power buyer = members(now, table.buyer);
        const Power seller = members(now, table.seller);
        std::vector<ConnectorRow> rows;
        for (const std::size_t n :
             rows_of_both(then.world, now.world, {buyer, seller}, options.countries)) {
            const std::string& code = now.world.countries()[n];
            rows.push_back(
                {.code = code,
                 .name = now.world.country_name(n),
                 .year_then = then.world.base_year(),
                 .year_now = now.world.base_year(),
                 .score = connector_score(place(then, code, members(then, table.buyer).members),
                                          members(then, table.seller).members,
                                          place(now, code, buyer.members), seller.members)});
        }
        std::ranges::stable_sort(rows, std::ranges::greater{},
                                 [](const auto& row) { return row.score.score; });
        table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    }
    return table;
}

ExposureResult show_exposure(const WorldCatalog& worlds, const ExposureOptions& options) {
    if (options.draws > 0 || !options.write.empty()) {
        return write_exposure_draws(worlds.open(options.world), options);
    }
    if (options.show == "hidden") return make_hidden_exposure(worlds, options);
    if (options.show == "change") return make_exposure_change(worlds, options);
    if (options.show == "connector") return make_connectors(worlds, options);
    if (options.history || !options.between.empty()) {
        throw OptionError("history and between go with --show hidden, change and connector.");
    }
    if (options.show != "losses") return make_exposure_detail(worlds, options);
    return make_exposure_table(worlds, options);
}

}  // namespace entente

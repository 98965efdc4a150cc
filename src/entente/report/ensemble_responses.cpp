#include "entente/report/ensemble_responses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "entente/base/number_text.hpp"
#include "entente/ensemble/summary.hpp"

namespace entente {
namespace {

constexpr double hundred = 100.0;
constexpr std::array regimes{QuotaRegime::in_quota, QuotaRegime::binding, QuotaRegime::out_of_quota,
                             QuotaRegime::no_trade};

template <class Use>
void for_each_response(std::span<const DrawRecord> records, Use&& use) {
    for (const DrawRecord& record : records) {
        if (record.is_usable()) use(record.draw, record.evaluations.front().response);
    }
}

std::string sector_code(const World& world, const std::optional<std::size_t>& sector) {
    return sector ? world.sectors()[*sector] : "";
}

Cell count_cell(std::size_t count) {
    return number_cell(static_cast<double>(count));
}

/// One quota over draws.
struct QuotaSpread {
    std::array<std::size_t, regimes.size()> num_in{};
    std::vector<double> fill{};
    std::vector<double> rate{};
    std::vector<double> rent{};

    void add(const QuotaRecord& quota) {
        ++num_in[static_cast<std::size_t>(std::ranges::find(regimes, quota.regime) -
                                          regimes.begin())];
        fill.push_back(hundred * quota.fill_rate);
        rate.push_back(hundred * quota.shadow_rate);
        rent.push_back(quota.rent);
    }
};

double share(std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(all);
}

std::string quota_line(std::span<const DrawRecord> records) {
    QuotaSpread all;
    for_each_response(records, [&](std::uint32_t, const ResponseRecord& response) {
        for (const QuotaRecord& quota : response.quotas) all.add(quota);
    });
    const auto percent = [&](std::size_t regime) {
        return hundred * share(all.num_in[regime], all.fill.size());
    };
    return fmt::format(
        "Quotas, over draws and cells of trade: {:.0f}% not filled, {:.0f}% binding, {:.0f}% "
        "exceeded{}; quota_summary.csv has each.",
        percent(0), percent(1), percent(2),
        all.num_in[3] > 0 ? fmt::format(", {:.0f}% without trade", percent(3)) : "");
}

std::string chosen_line(std::span<const DrawRecord> records) {
    double largest_gain = 0.0;
    std::size_t num_solves = 0;
    std::size_t num_draws = 0;
    for_each_response(records, [&](std::uint32_t, const ResponseRecord& response) {
        if (response.chosen.empty()) return;
        largest_gain = std::max(largest_gain, response.largest_gain);
        num_solves += response.num_solves;
        ++num_draws;
    });
    return fmt::format(
        "Tariffs chosen in answer: sought anew in each of {} draws, {:.0f} equilibria a draw; no "
        "other rate tried would give its party more than {:.1e} percent of welfare. "
        "chosen_summary.csv has the rates.",
        num_draws, share(num_solves, num_draws), hundred * std::expm1(largest_gain));
}

}  // namespace

bool have_quotas(std::span<const DrawRecord> records) {
    return std::ranges::any_of(records, [](const DrawRecord& record) {
        return record.is_usable() && !record.evaluations.front().response.quotas.empty();
    });
}

bool have_chosen_tariffs(std::span<const DrawRecord> records) {
    return std::ranges::any_of(records, [](const DrawRecord& record) {
        return record.is_usable() && !record.evaluations.front().response.chosen.empty();
    });
}

std::string ensemble_quotas_csv(std::span<const DrawRecord> records, const World& world) {
    std::string text = "draw,origin,destination,sector,regime,fill_rate_pct,shadow_rate_pct,rent\n";
    for_each_response(records, [&](std::uint32_t draw, const ResponseRecord& response) {
        for (const QuotaRecord& quota : response.quotas) {
            text += fmt::format(
                "{},{},{},{},{},{},{},{}\n", draw, world.countries()[quota.i],
                world.countries()[quota.n], world.sectors()[quota.s],
                quota_regime_name(quota.regime), shortest_text(hundred * quota.fill_rate),
                shortest_text(hundred * quota.shadow_rate), shortest_text(quota.rent));
        }
    });
    return text;
}

Table ensemble_quota_summary_table(std::span<const DrawRecord> records, const World& world) {
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, QuotaSpread> spreads;
    for_each_response(records, [&](std::uint32_t, const ResponseRecord& response) {
        for (const QuotaRecord& quota : response.quotas) {
            spreads[{quota.i, quota.n, quota.s}].add(quota);
        }
    });
    Table table{.columns = {{.name = "origin", .title = "Origin"},
                            {.name = "destination", .title = "Destination"},
                            {.name = "sector", .title = "Sector"},
                            {.name = "draws", .title = "Draws", .decimals = 0},
                            {.name = "share_in_quota", .title = "In quota"},
                            {.name = "share_binding", .title = "Binding"},
                            {.name = "share_out_of_quota", .title = "Exceeded"},
                            {.name = "share_no_trade", .title = "No trade"},
                            {.name = "fill_rate_pct_median", .title = "Filled", .unit = "median %"},
                            {.name = "fill_rate_pct_q05", .title = "5%"},
                            {.name = "fill_rate_pct_q95", .title = "95%"},
                            {.name = "shadow_rate_pct_median", .title = "Rate", .unit = "median %"},
                            {.name = "rent_mean", .title = "Rent", .unit = "mean"}},
                .rows = {}};
    for (const auto& [place, spread] : spreads) {
        const auto& [i, n, s] = place;
        const FigureSummary fill = summarize(spread.fill);
        std::vector<Cell> cells{text_cell(world.countries()[i]), text_cell(world.countries()[n]),
                                text_cell(world.sectors()[s]), count_cell(spread.fill.size())};
        for (const std::size_t num : spread.num_in) {
            cells.push_back(number_cell(share(num, spread.fill.size())));
        }
        for (const double value : {fill.median, fill.low, fill.high, summarize(spread.rate).median,
                                   summarize(spread.rent).mean}) {
            cells.push_back(number_cell(value));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string ensemble_chosen_csv(std::span<const DrawRecord> records, const World& world) {
    std::string text = "draw,party,sector,rate_pct\n";
    for_each_response(records, [&](std::uint32_t draw, const ResponseRecord& response) {
        for (const ChosenRecord& rate : response.chosen) {
            text += fmt::format("{},{},{},{}\n", draw, rate.party, sector_code(world, rate.sector),
                                shortest_text(hundred * rate.rate));
        }
    });
    return text;
}

Table ensemble_chosen_summary_table(std::span<const DrawRecord> records, const World& world) {
    std::map<std::pair<std::string, std::string>, std::vector<double>> rates;
    for_each_response(records, [&](std::uint32_t, const ResponseRecord& response) {
        for (const ChosenRecord& rate : response.chosen) {
            rates[{rate.party, sector_code(world, rate.sector)}].push_back(hundred * rate.rate);
        }
    });
    Table table{.columns = {{.name = "party", .title = "Party"},
                            {.name = "sector", .title = "Sector"},
                            {.name = "draws", .title = "Draws", .decimals = 0},
                            {.name = "rate_pct_mean", .title = "Rate", .unit = "mean %"},
                            {.name = "rate_pct_q05", .title = "5%"},
                            {.name = "rate_pct_median", .title = "Median", .unit = "%"},
                            {.name = "rate_pct_q95", .title = "95%"}},
                .rows = {}};
    for (const auto& [name, values] : rates) {
        const FigureSummary rate = summarize(values);
        table.rows.push_back({text_cell(name.first), text_cell(name.second),
                              count_cell(rate.num_draws), number_cell(rate.mean),
                              number_cell(rate.low), number_cell(rate.median),
                              number_cell(rate.high)});
    }
    return table;
}

std::vector<std::string> response_lines(std::span<const DrawRecord> records) {
    std::vector<std::string> lines;
    if (have_quotas(records)) lines.push_back(quota_line(records));
    if (have_chosen_tariffs(records)) lines.push_back(chosen_line(records));
    return lines;
}

}  // namespace entente

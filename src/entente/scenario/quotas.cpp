#include "entente/scenario/quotas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "entente/base/number_text.hpp"
#include "entente/scenario/change.hpp"

namespace entente::detail {
namespace {

std::optional<Change> rate_change(const MeasureTask& task, const std::string& key,
                                  const std::string& text) {
    const auto change = parse_change(MeasureKind::tariff, text);
    if (change && change->kind != ChangeKind::table) return change;
    task.report({.kind = ProblemKind::bad_change,
                 .column = key,
                 .value = text,
                 .expected = "such as \"+10pp\", \"-50%\" (to -100%), \"=25%\" or \"swiss:8\""});
    return std::nullopt;
}

}  // namespace

bool have_quota(const std::vector<TradeCell>& cells, const Shock& shock) {
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> taken;
    for (const QuotaCell& quota : shock.quotas) taken.insert({quota.i, quota.n, quota.s});
    return std::ranges::any_of(cells, [&](const TradeCell& cell) {
        return taken.contains({cell.i, cell.n, cell.s});
    });
}

void add_quotas(const MeasureTask& task, const std::vector<TradeCell>& cells, Shock& shock) {
    const Measure& measure = task.measure;
    const auto in_quota = rate_change(task, "in_quota", measure.in_quota);
    const auto out_of_quota = rate_change(task, "out_of_quota", measure.out_of_quota);
    const auto volume = parse_quota(measure.quota);
    if (!volume) {
        task.report({.kind = ProblemKind::bad_change,
                     .column = "quota",
                     .value = measure.quota,
                     .expected = "a volume such as \"120%\" of the baseline"});
    }
    if (!in_quota || !out_of_quota || !volume) return;
    if (shock.tariff_rate.empty()) shock.tariff_rate = task.world.tariff_rate();
    for (const TradeCell& cell : cells) {
        double& rate = shock.tariff_rate(cell.i, cell.n, cell.s);
        const double low = changed_rate(rate, *in_quota);
        const double high = changed_rate(rate, *out_of_quota);
        const auto report = [&](const std::string& key, double value, std::string expected) {
            const World& world = task.world;
            task.report({.kind = ProblemKind::value_out_of_range,
                         .column = key,
                         .where = fmt::format("{} to {}, {}", world.countries()[cell.i],
                                              world.countries()[cell.n], world.sectors()[cell.s]),
                         .value = shortest_text(value),
                         .expected = std::move(expected)});
        };
        if (!(low > -1.0)) report("in_quota", low, "a tariff rate above -1");
        if (high < low) {
            report("out_of_quota", high,
                   fmt::format("at least the rate in the quota, {}", shortest_text(low)));
        }
        shock.quotas.push_back({.i = cell.i,
                                .n = cell.n,
                                .s = cell.s,
                                .rate_in_quota = low,
                                .rate_out_of_quota = high,
                                .volume = *volume,
                                .is_rent_of_importer = measure.rent == QuotaRent::importer});
        rate = low;
    }
}

}  // namespace entente::detail

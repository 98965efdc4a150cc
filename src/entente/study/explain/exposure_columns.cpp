// Losses without a power: solved in general equilibrium, with parts along the path, and by sector.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/study/explain/explainable_column.hpp"
#include "entente/world/tidy_words.hpp"

namespace entente::detail {
namespace {

// Sectors solved alone, and flows listed.
constexpr std::size_t most_sectors = 5;
constexpr std::size_t most_flows = 6;

std::string sector_words(const World& world, std::size_t s) {
    const Sector& sector = world.data().sectors[s];
    return fmt::format("{} {}", sector.code, sector.name);
}

/// ln W_hat of one country in parts; what the integration misses is the last of them.
void add_path(const PathDecomposition& path, std::size_t n, Explanation& explanation) {
    const double loss = number_of(explanation);
    ExplanationStep step{
        .name = explanation.column,
        .formula = "Loss = 100 (1 - W_hat), ln W_hat = sum of parts [eq:equilibrium-exposure]",
        .page = "exposure.md",
        .value = loss,
        .unit = "% of real income"};
    if (!path.is_usable()) {
        step.note = "The parts could not be added up along the path: " + path.message;
        explanation.steps.push_back(std::move(step));
        return;
    }
    step.rule = PartRule::loss_of_logs;
    const PathParts& parts = path.countries[n];
    double rest = std::log1p(-loss / 100.0);
    const auto add = [&](const char* name, double value, const char* note) {
        rest -= value;
        step.parts.push_back({name, value, "ln of real income", note});
    };
    add("varieties lost", parts.varieties, "at given prices");
    add("terms of trade", parts.terms_of_trade, "prices of exports less those of imports");
    add("volume of trade", parts.volume_of_trade, "tariff revenue from changed volumes");
    add("technical efficiency", parts.technical_efficiency, "resources lost on trade costs");
    if (parts.transfers != 0.0) add("transfers", parts.transfers, "deficits");
    if (parts.labour_supply != 0.0) add("labour supply", parts.labour_supply, "added labour");
    step.parts.push_back({"not explained", rest, "ln of real income", "error of the integration"});
    step.note = fmt::format(
        "Parts added up along the path on which all trade with the power falls to nothing, {} "
        "solves [eq:path-parts]. The sum does not depend on the path, the parts do.",
        path.num_solves);
    explanation.steps.push_back(std::move(step));
}

/// The closed form and its parts by sector: where a loss comes from.
void add_closed_form(const ExplainData& data, std::size_t n, const Power& power,
                     const std::string& name, Explanation& explanation) {
    const World& world = data.world();
    const ExposureLoss loss = data.losses().of_country(n, power.members);
    explanation.steps.push_back(
        {.name = name,
         .formula = "Loss = 1 - (1 - imports loss) (1 - exports loss) [eq:closed-form-exposure]",
         .page = "exposure.md",
         .rule = PartRule::joint_loss,
         .parts = {{"imports, closed form", 100.0 * loss.imports, "%", "lost varieties"},
                   {"exports, closed form", 100.0 * loss.exports, "%", "lost buyers"}},
         .value = 100.0 * loss.total,
         .unit = "% of real income",
         .note = "At fixed wages, an approximation of ours; it shows which sectors a loss comes "
                 "from."});
    ExplanationStep imports{.name = "imports, closed form",
                            .formula =
                                "ln P_hat = sum_s m[s] v[s], loss = 1 - 1 / P_hat "
                                "[eq:price-multiplier]",
                            .page = "exposure.md",
                            .rule = PartRule::loss_of_logs,
                            .value = 100.0 * loss.imports,
                            .unit = "%"};
    double sold = 0.0;
    ExplanationStep exports{.name = "value added sold to the power",
                            .formula = "sum_s mu[s] e[s] / wL [eq:value-added-multiplier]",
                            .page = "exposure.md",
                            .rule = PartRule::sum,
                            .unit = "of GDP"};
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        if (loss.import_parts[s] != 0.0) {
            imports.parts.push_back(
                {sector_words(world, s), -loss.import_parts[s], "ln of real income", {}});
        }
        if (loss.export_parts[s] != 0.0) {
            exports.parts.push_back({sector_words(world, s), loss.export_parts[s], "of GDP", {}});
            sold += loss.export_parts[s];
        }
    }
    exports.value = sold;
    explanation.steps.push_back(std::move(imports));
    explanation.steps.push_back(
        {.name = "exports, closed form",
         .formula = "exports loss = value added sold / (1 + theta_mean) [eq:closed-form-exposure]",
         .page = "exposure.md",
         .rule = PartRule::product,
         .parts = {{"percent", 100.0, {}, {}},
                   {"value added sold to the power", sold, "of GDP", {}},
                   {"part counted as lost",
                    1.0 / (1.0 + loss.export_elasticity),
                    {},
                    "1 / (1 + theta), theta weighted with the sales"}},
         .value = 100.0 * loss.exports,
         .unit = "%"});
    explanation.steps.push_back(std::move(exports));
}

/// Sectors by their part in the closed form, largest first.
std::vector<std::size_t> sectors_by_loss(const ExplainData& data, std::size_t n,
                                         const Power& power) {
    const ExposureLoss loss = data.losses().of_country(n, power.members);
    std::vector<std::size_t> order(data.world().num_sectors());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t s) {
        return loss.import_parts[s] + loss.export_parts[s];
    });
    order.resize(std::min(order.size(), most_sectors));
    return order;
}

void add_single_sectors(const ExplainData& data, std::size_t n, const Power& power,
                        Explanation& explanation) {
    const World& world = data.world();
    ExplanationStep step{.name = "one sector alone",
                         .unit = "% of real income",
                         .note =
                             "Exact loss when trade in that sector alone stops. Such losses do "
                             "not add up to the loss of all trade."};
    for (const std::size_t s : sectors_by_loss(data, n, power)) {
        const Sector& sector = world.data().sectors[s];
        const auto solved =
            data.exact().of({{.countries = {n}, .power = power.members}},
                            {.scope = {.sector = sector.code, .sector_name = sector.name}}, 1);
        step.parts.push_back(
            {sector_words(world, s), 100.0 * solved.front().countries, "% of real income", {}});
    }
    std::ranges::stable_sort(step.parts, std::ranges::greater{}, &ExplanationPart::value);
    step.value = number_of(explanation);
    explanation.steps.push_back(std::move(step));
}

/// The largest flows between a country and a power, with their quality.
void add_flows(const ExplainData& data, std::size_t n, const Power& power,
               Explanation& explanation) {
    const World& world = data.world();
    struct Flow {
        std::size_t i, n, s;
        double value;
    };
    std::vector<Flow> flows;
    for (const std::size_t m : power.members) {
        for (std::size_t s = 0; m != n && s < world.num_sectors(); ++s) {
            flows.push_back({m, n, s, world.trade_flow()(m, n, s)});
            flows.push_back({n, m, s, world.trade_flow()(n, m, s)});
        }
    }
    std::ranges::stable_sort(flows, std::ranges::greater{}, &Flow::value);
    if (flows.size() > most_flows) flows.resize(most_flows);
    for (const Flow& flow : flows) {
        explanation.cells.push_back(
            {.source = "world " + world.name(),
             .item = fmt::format("{} to {}, {}", world.countries()[flow.i],
                                 world.countries()[flow.n], sector_words(world, flow.s)),
             .as_of = fmt::format("{}", world.base_year()),
             .value = number_cell(flow.value),
             .unit = world.unit(),
             .note = std::string(quality_word(world.trade_quality()(flow.i, flow.n, flow.s)))});
    }
}

void add_interval(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                  Explanation& explanation) {
    const IntervalSource& source = data.map().intervals;
    if (const auto& interval = row.ties[pole].exposure_interval) {
        explanation.low = 100.0 * interval->low;
        explanation.high = 100.0 * interval->high;
        explanation.interval = fmt::format(
            "90% interval {:.2f} to {:.2f}: the cut solved anew with {} draws of the trade "
            "elasticities, stored for this world. Errors of the trade data are not in it.",
            *explanation.low, *explanation.high, source.num_draws);
    } else if (data.map().method == ExposureMethod::closed_form) {
        explanation.interval = "Without an interval: draws are of exact losses alone.";
    } else if (!source.missing.empty()) {
        explanation.interval = "Without an interval. " + source.missing;
    } else {
        explanation.interval =
            "Without an interval: no draws of this cut are stored (entente exposure --write "
            "FOLDER solves them).";
    }
}

void explain_exposure(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                      Explanation& explanation) {
    const std::size_t n = data.world().countries().at(row.code);
    const Power& power = data.powers()[pole];
    if (power.has(n)) {
        explanation.notes.push_back(row.code + " is the power itself.");
        return;
    }
    // A power has its tie to the other one, and no cell in the map.
    if (explanation.value.is_empty()) {
        explanation.value = number_cell(100.0 * row.ties[pole].exposure);
    }
    add_interval(data, row, pole, explanation);
    if (data.map().method == ExposureMethod::closed_form) {
        add_closed_form(data, n, power, explanation.column, explanation);
    } else if (explanation.value.is_empty()) {
        explanation.notes.push_back("No equilibrium was found with this trade cut off.");
    } else {
        add_path(data.path(n, pole), n, explanation);
        add_single_sectors(data, n, power, explanation);
        add_closed_form(data, n, power, "closed form", explanation);
    }
    add_flows(data, n, power, explanation);
}

/// What the power loses.
void explain_reverse(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                     Explanation& explanation) {
    const std::size_t n = data.world().countries().at(row.code);
    const Power& power = data.powers()[pole];
    if (explanation.value.is_empty()) {
        explanation.notes.push_back("No equilibrium was found with this trade cut off.");
    } else if (power.members.size() != 1) {
        explanation.notes.push_back(
            "Not taken apart: the mean over the members of the power, weighted with GDP "
            "[eq:reverse-exposure].");
    } else if (data.map().method == ExposureMethod::closed_form) {
        add_closed_form(data, power.members.front(), {.pole = {}, .members = {n}},
                        explanation.column, explanation);
    } else {
        add_path(data.path(n, pole), power.members.front(), explanation);
    }
    add_flows(data, n, power, explanation);
}

void explain_interval_end(const ExplainData& data, const HeatMapRow& row,
                          const std::string& exposure, Explanation& explanation) {
    const bool is_measured = !explanation.value.is_empty();
    explanation.notes.push_back(
        is_measured
            ? fmt::format("Not taken apart: a quantile over draws of the elasticities behind {}. "
                          "entente explain {} {} shows the parts of the middle figure.",
                          exposure, row.code, exposure)
            : "The cell is empty: it has no draws of exact losses.");
    explanation.cells.push_back({.source = "heat map",
                                 .item = exposure,
                                 .as_of = fmt::format("{}", data.map().world.base_year),
                                 .value = data.cell(row.code, exposure),
                                 .unit = "% of real income"});
}

void explain_asymmetry(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                       Explanation& explanation) {
    const double own = 100.0 * row.ties[pole].exposure;
    const double reverse = 100.0 * row.ties[pole].reverse_exposure;
    explanation.value = number_cell(own - reverse);
    if (explanation.value.is_empty()) {
        explanation.notes.push_back("No loss was found, or it is the power itself.");
        return;
    }
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "A = Loss[n,m] - Loss[m,n] [eq:leverage-asymmetry]",
         .page = "poles.md",
         .rule = PartRule::sum,
         .parts =
             {{fmt::format("exposure_{}_pct", data.key(pole)), own, "%", {}},
              {fmt::format("less {}_exposure_to_country_pct", data.key(pole)), -reverse, "%", {}}},
         .value = number_of(explanation),
         .unit = "points"});
}

}  // namespace

std::vector<ExplainableColumn> exposure_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> columns;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        const std::string key = column_key(poles[p]);
        const std::string power = in_sentence(poles[p]);
        const std::string exposure = "exposure_" + key + "_pct";
        columns.push_back(
            {.name = exposure,
             .other_names = {"leverage_" + key + "_pct"},
             .meaning = fmt::format(
                 "Loss of real income in the long run if all trade with {} stopped.", power),
             .unit = "% of real income",
             .needs_losses = true,
             .has_powers = true,
             .explain = [p](const auto& data, const auto& row, auto& explanation) {
                 explain_exposure(data, row, p, explanation);
             }});
        for (const char* end : {"low", "high"}) {
            columns.push_back(
                {.name = fmt::format("exposure_{}_{}", key, end),
                 .meaning = fmt::format("The {} end of the 90% interval of {}.",
                                        end == std::string("low") ? "lower" : "upper", exposure),
                 .unit = "% of real income",
                 .needs_losses = true,
                 .explain = [exposure](const auto& data, const auto& row, auto& explanation) {
                     explain_interval_end(data, row, exposure, explanation);
                 }});
        }
        columns.push_back({.name = key + "_exposure_to_country_pct",
                           .meaning = fmt::format(
                               "What {} would lose if its trade with the economy stopped.", power),
                           .unit = "% of real income",
                           .needs_losses = true,
                           .explain = [p](const auto& data, const auto& row, auto& explanation) {
                               explain_reverse(data, row, p, explanation);
                           }});
        columns.push_back(
            {.name = "asymmetry_" + key + "_pct",
             .meaning = fmt::format("By how much more the economy would lose than {}: not a column "
                                    "of the heat map.",
                                    power),
             .unit = "points",
             .needs_losses = true,
             .has_powers = true,
             .explain = [p](const auto& data, const auto& row, auto& explanation) {
                 explain_asymmetry(data, row, p, explanation);
             }});
    }
    return columns;
}

}  // namespace entente::detail

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "entente/world/recipe/making_2023.hpp"
#include "entente/world/recipe/quality_2023.hpp"

namespace entente::detail {
namespace {

constexpr std::string_view measured_here = "measured by entente while building";

class ReferenceList {
  public:
    ReferenceList(const World2023Recipe& recipe, const Frame& frame) : frame_(frame) {
        values = recipe.references;
        unit_ = recipe.head.unit;
    }

    void record(const std::string& name, const std::string& subject, double value,
                const std::string& unit) {
        values.push_back({.check = "recorded_" + name,
                          .subject = subject,
                          .value = value,
                          .unit = unit,
                          .tolerance = {},
                          .source = std::string(measured_here)});
    }

    void hold(const std::string& check, const std::string& subject, double value,
              const std::string& unit, std::optional<double> tolerance, const std::string& source) {
        values.push_back({.check = check,
                          .subject = subject,
                          .value = value,
                          .unit = unit,
                          .tolerance = tolerance,
                          .source = source});
    }

    const std::string& code(std::size_t n) const { return frame_.countries[n]; }
    const std::string& unit() const { return unit_; }

    std::vector<ReferenceValue> values;

  private:
    const Frame& frame_;
    std::string unit_;
};

double weighted_mean(std::span<const double> values, std::span<const double> weights) {
    double sum = 0.0;
    double total = 0.0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        sum += values[n] * weights[n];
        total += weights[n];
    }
    return sum / total;
}

void add_gdp(const World2023Recipe& recipe, const Frame& frame, const Making2023& made,
             ReferenceList& list) {
    constexpr double tolerance = 1e-6;
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        const bool is_stated = list.code(n) == recipe.untraded_economy;
        const std::string source =
            is_stated ? recipe.head.assumptions.at("gdp_taiwan").source
            : n == frame.rest()
                ? "World Bank, World Development Indicators: the world less the economies listed"
                : "World Bank, World Development Indicators";
        list.hold("gdp", list.code(n), made.gdp.base[n], list.unit(), tolerance * made.gdp.base[n],
                  source);
    }
}

/// Pairs whose total is BACI's or the Census', as published.
void add_goods_flows(const World2023Recipe& recipe, const Raw2023& raw, ReferenceList& list) {
    constexpr double thousands_per_million = 1e3;
    constexpr double usd_per_million = 1e6;
    // Whole dollars in every sector add up to less than this, million USD.
    constexpr double tolerance = 0.001;
    for (const auto& [exporter, importer] : recipe.goods_pairs_checked) {
        for (const BaciTotal& row : raw.baci_totals) {
            if (row.exporter != exporter || row.importer != importer) continue;
            list.hold("goods_flow", exporter + " " + importer, row.value / thousands_per_million,
                      list.unit(), tolerance,
                      "CEPII, BACI, HS 2022, version of January 2025, sum of products");
        }
    }
    for (const auto& [code, name] : recipe.census.partners) {
        double imports = 0.0;
        for (const CensusImportsNaics3& row : raw.us_imports_naics3) {
            const bool is_cell = row.year == recipe.head.base_year && row.partner == name;
            if (is_cell) imports += row.imports / usd_per_million;
        }
        list.hold("goods_flow", code + " " + std::string(us_code), imports, list.unit(),
                  std::nullopt, "United States Census Bureau, imports for consumption");
    }
}

/// Mean duties of the United States on goods that belong to a sector, as its customs recorded them.
void add_us_duties(const World2023Recipe& recipe, const Raw2023& raw, ReferenceList& list) {
    // Rates have six decimals.
    constexpr double tolerance = 1e-6;
    for (const std::string& code : recipe.us_duties_checked) {
        double duty = 0.0;
        double imports = 0.0;
        for (const CensusImportsHs2& row : raw.us_imports_hs2) {
            const auto partner =
                std::ranges::find(raw.census_countries, row.partner, &CensusCountry::partner);
            const bool has_sector = row.chapter != "98" && row.chapter != "99";
            if (partner == raw.census_countries.end() || partner->iso3 != code || !has_sector) {
                continue;
            }
            duty += row.duty;
            imports += row.imports;
        }
        list.hold("tariff_mean", std::string(us_code) + " " + code, duty / imports, "1", tolerance,
                  "United States Census Bureau, calculated duty of 2024 over imports for "
                  "consumption, chapters 98 and 99 left out");
    }
}

void record_sources(const World2023Recipe& recipe, const Frame& frame, const Making2023& made,
                    ReferenceList& list) {
    list.record("negative_sales_of_wiod_set_to_zero", "", made.wiod.clipped, list.unit());
    list.record("us_imports_without_sector", "", made.us_imports.without_sector, list.unit());
    const MixErrors& errors = made.mix.errors;
    list.record("mix_error_wiod_exporters_2011", "", errors.wiod_alone, "1");
    list.record("mix_error_wiod_exporters", "", errors.wiod, "1");
    list.record("mix_error_other_exporters_rest_only", "", errors.rest_alone, "1");
    list.record("mix_error_other_exporters", "", errors.others, "1");
    list.record("mix_error_world_mix", "", errors.world, "1");
    for (const std::string& hub : recipe.hubs) {
        list.record("hub_import_factor", hub, made.totals.import_factor[frame.countries.at(hub)],
                    "1");
    }
    const std::size_t t = frame.countries.at(recipe.untraded_economy);
    double exports = 0.0;
    double imports = 0.0;
    for (std::size_t m = 0; m < frame.num_countries(); ++m) {
        exports += made.totals.total(t, m);
        imports += made.totals.total(m, t);
    }
    list.record("goods_exports", recipe.untraded_economy, exports, list.unit());
    list.record("goods_imports", recipe.untraded_economy, imports, list.unit());
}

void record_services(const Frame& frame, const Making2023& made, ReferenceList& list) {
    list.record("services_exports_before_closure", "", made.services.total_before_closure,
                list.unit());
    // The rest of the world is not one economy of WIOD.
    const std::span<const double> ratio =
        std::span(made.domestic.over_wiod).first(frame.wiod_rest());
    const double mean =
        std::accumulate(ratio.begin(), ratio.end(), 0.0) / static_cast<double>(ratio.size());
    double variance = 0.0;
    for (const double value : ratio) {
        variance += (value - mean) * (value - mean) / static_cast<double>(ratio.size());
    }
    const auto [lowest, highest] = std::ranges::minmax_element(ratio);
    const auto code = [&](auto place) {
        return frame.wiod_countries[static_cast<std::size_t>(place - ratio.begin())];
    };
    list.record("domestic_services_over_wiod_mean", "", mean, "1");
    list.record("domestic_services_over_wiod_sd", "", std::sqrt(variance), "1");
    list.record("domestic_services_over_wiod_lowest", code(lowest), *lowest, "1");
    list.record("domestic_services_over_wiod_highest", code(highest), *highest, "1");
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (made.domestic.goods_factor[n] < 1.0) {
            list.record("domestic_goods_factor", list.code(n), made.domestic.goods_factor[n], "1");
        }
    }
}

/// What countries spend in the end over their GDP: one, the deficit and tariff revenue.
void record_final_demand(const Frame& frame, const Making2023& made, ReferenceList& list) {
    std::vector<double> share(frame.num_countries());
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        double above_gdp = 0.0;
        for (std::size_t m = 0; m < frame.num_countries(); ++m) {
            for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
                above_gdp += made.flow(m, n, s) * (1.0 + made.tariff(m, n, s));
                above_gdp -= made.flow(n, m, s);
            }
        }
        share[n] = 1.0 + above_gdp / made.gdp.base[n];
    }
    const auto [lowest, highest] = std::ranges::minmax_element(share);
    const auto code = [&](auto place) {
        return list.code(static_cast<std::size_t>(place - share.begin()));
    };
    list.record("final_demand_over_gdp_lowest", code(lowest), *lowest, "1");
    list.record("final_demand_over_gdp_highest", code(highest), *highest, "1");
}

void record_balancing(const Frame& frame, const Making2023& made, ReferenceList& list) {
    const BalancedAccounts& accounts = made.accounts;
    const double world_gdp = std::accumulate(made.gdp.base.begin(), made.gdp.base.end(), 0.0);
    const auto raised = made.raised.values();
    list.record("domestic_sales_raised", "",
                static_cast<double>(std::ranges::count(raised, char{1})), "cells");
    list.record("negative_final_demand_before_balancing", "",
                static_cast<double>(accounts.negative_cells), "cells");
    list.record("negative_final_demand_before_balancing_share", "",
                accounts.negative_value / world_gdp, "1");
    std::vector<std::size_t> order(frame.num_countries());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return accounts.moved[a] > accounts.moved[b]; });
    list.record("moved_by_balancing_median", "", accounts.moved[order[order.size() / 2]], "1");
    list.record("moved_by_balancing_gdp_weighted", "", weighted_mean(accounts.moved, made.gdp.base),
                "1");
    constexpr std::size_t num_shown = 5;
    for (std::size_t k = 0; k < std::min(num_shown, order.size()); ++k) {
        list.record("moved_by_balancing", list.code(order[k]), accounts.moved[order[k]], "1");
    }
}

/// Foreign trade in goods by how the figures came about, and the part of all flows that are
/// domestic sales of economies of WIOD.
void record_quality(const World2023Recipe& recipe, const Frame& frame, const Making2023& made,
                    ReferenceList& list) {
    const Array3<Quality> quality = trade_quality(recipe, frame, made.raised);
    std::array<double, 3> goods{};
    double hub_imports = 0.0, domestic = 0.0, all = 0.0;
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            const bool is_hub = made.totals.import_factor[n] < 1.0;
            for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
                const double flow = made.flow(i, n, s);
                all += flow;
                if (i == n) {
                    if (frame.in_wiod(n)) domestic += flow;
                } else if (frame.is_goods(s)) {
                    goods[static_cast<std::size_t>(quality(i, n, s))] += flow;
                    const bool is_marked = is_hub && frame.in_wiod(i) && frame.in_wiod(n);
                    if (is_marked) hub_imports += flow;
                }
            }
        }
    }
    const double trade = goods[0] + goods[1] + goods[2];
    list.record("goods_trade_observed", "", goods[0] / trade, "1");
    list.record("goods_trade_scaled", "", goods[1] / trade, "1");
    list.record("goods_trade_estimated", "", goods[2] / trade, "1");
    list.record("goods_trade_estimated_only_as_hub_imports", "", hub_imports / trade, "1");
    list.record("domestic_sales_of_wiod_economies", "", domestic / all, "1");
}

}  // namespace

std::vector<ReferenceValue> reference_values_2023(const World2023Recipe& recipe, const Frame& frame,
                                                  const Raw2023& raw, const Making2023& made) {
    ReferenceList list(recipe, frame);
    add_gdp(recipe, frame, made, list);
    add_goods_flows(recipe, raw, list);
    add_us_duties(recipe, raw, list);
    record_sources(recipe, frame, made, list);
    record_services(frame, made, list);
    record_balancing(frame, made, list);
    record_final_demand(frame, made, list);
    record_quality(recipe, frame, made, list);
    return std::move(list.values);
}

}  // namespace entente::detail

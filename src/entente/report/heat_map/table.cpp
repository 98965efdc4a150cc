#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>

#include "entente/report/heat_map/heat_map.hpp"

namespace entente {
namespace {

using CellOf = std::function<Cell(const HeatMap&, const HeatMapRow&)>;

/// A column of the data table and what stands in it. Without a function it is not measured yet.
struct Field {
    std::string name;
    CellOf cell{};
};

Cell percent(double share) {
    return number_cell(100.0 * share);
}

CellOf from_tie(std::size_t pole, double PoleTie::*figure, double factor) {
    return [=](const HeatMap&, const HeatMapRow& row) {
        return number_cell(factor * (row.ties[pole].*figure));
    };
}

CellOf from_range(std::size_t pole, double MemberRange::*end) {
    return [=](const HeatMap&, const HeatMapRow& row) {
        const auto& range = row.ties[pole].exposure_range;
        return range ? percent((*range).*end) : Cell{};
    };
}

CellOf from_interval(std::size_t pole, double LossInterval::*end) {
    return [=](const HeatMap&, const HeatMapRow& row) {
        const auto& interval = row.ties[pole].exposure_interval;
        return interval ? percent((*interval).*end) : Cell{};
    };
}

CellOf from_risk(double RowRisk::*figure) {
    return [=](const HeatMap&, const HeatMapRow& row) {
        return row.risk ? number_cell((*row.risk).*figure) : Cell{};
    };
}

/// Out of the hedging figures of a row that has them.
CellOf from_score(std::function<Cell(const HedgingFigures&)> cell) {
    return [cell = std::move(cell)](const HeatMap&, const HeatMapRow& row) {
        return row.hedging.figures ? cell(*row.hedging.figures) : Cell{};
    };
}

CellOf from_us_plus(std::function<Cell(const UsPlusFigures&)> cell) {
    return [cell = std::move(cell)](const HeatMap&, const HeatMapRow& row) {
        return row.hedging.us_plus ? cell(*row.hedging.us_plus) : Cell{};
    };
}

CellOf contribution_of(const std::string& channel) {
    return from_score([channel](const HedgingFigures& figures) {
        for (const HedgingChannelFigures& part : figures.channels) {
            if (part.channel == channel) return number_cell(part.contribution);
        }
        return Cell{};
    });
}

Cell sign_cell(const HeatMap&, const HeatMapRow& row) {
    std::vector<std::string> signs;
    for (const DatedAct& act : row.hedging.reversal_signs) signs.push_back(act_words(act));
    return text_cell(fmt::format("{}", fmt::join(signs, "; ")));
}

Cell as_of_cell(const HeatMap& map, const HeatMapRow& row) {
    std::string text = fmt::format("losses {}", map.world.base_year);
    if (row.hedging.figures) {
        for (const HedgingChannelFigures& part : row.hedging.figures->channels) {
            if (!part.as_of.empty()) text += fmt::format("; {} {}", part.channel, part.as_of);
        }
        if (map.hedging) text += fmt::format("; signals {}", map.hedging->as_of);
    }
    return text_cell(text);
}

// The order is part of the format: programs of users read these files.
std::vector<Field> fields(const std::string& a, const std::string& b) {
    return {
        {"iso3", [](const HeatMap&, const HeatMapRow& row) { return text_cell(row.code); }},
        {"name", [](const HeatMap&, const HeatMapRow& row) { return text_cell(row.name); }},
        {"exposure_" + a + "_pct", from_tie(0, &PoleTie::exposure, 100.0)},
        {"exposure_" + b + "_pct", from_tie(1, &PoleTie::exposure, 100.0)},
        {a + "_plus_class",
         from_us_plus([](const UsPlusFigures& figures) { return text_cell(figures.class_name); })},
        {"hedging_activity",
         from_score([](const HedgingFigures& f) { return number_cell(f.score.median); })},
        {"hedging_low",
         from_score([](const HedgingFigures& f) { return number_cell(f.score.low); })},
        {"hedging_high",
         from_score([](const HedgingFigures& f) { return number_cell(f.score.high); })},
        {"hedging_label", from_score([](const HedgingFigures& f) {
             return text_cell(std::string(level_words(f.label)));
         })},
        {"hedging_label_probability",
         from_score([](const HedgingFigures& f) { return number_cell(f.label_probability); })},
        {"reversal_probability", from_risk(&RowRisk::probability)},
        {"reversal_low", from_risk(&RowRisk::low)},
        {"reversal_high", from_risk(&RowRisk::high)},
        {"reversal_label",
         [](const HeatMap&, const HeatMapRow& row) {
             return row.risk ? text_cell(row.risk->label) : Cell{};
         }},
        {"reversal_signs", sign_cell},
        {"notes", [](const HeatMap& map,
                     const HeatMapRow& row) { return text_cell(heat_map_note(map, row)); }},
        {"estimated_share",
         [](const HeatMap&, const HeatMapRow& row) { return number_cell(row.estimated_share); }},
        {"position",
         from_score([](const HedgingFigures& f) { return number_cell(f.position.median); })},
        {"activity",
         from_score([](const HedgingFigures& f) { return number_cell(f.activity.median); })},
        {"security_ambiguity",
         [](const HeatMap&, const HeatMapRow& row) {
             return text_cell(row.hedging.security_class);
         }},
        {"signals_share",
         from_score([](const HedgingFigures& f) { return number_cell(f.signals_share); })},
        {"as_of", as_of_cell},
        {"exposure_method",
         [](const HeatMap& map, const HeatMapRow&) { return text_cell(method_name(map.method)); }},
        {"exposure_" + a + "_low", from_interval(0, &LossInterval::low)},
        {"exposure_" + a + "_high", from_interval(0, &LossInterval::high)},
        {"exposure_" + b + "_low", from_interval(1, &LossInterval::low)},
        {"exposure_" + b + "_high", from_interval(1, &LossInterval::high)},
        {"trade_share_" + a, from_tie(0, &PoleTie::trade_share, 1.0)},
        {"trade_share_" + b, from_tie(1, &PoleTie::trade_share, 1.0)},
        {"effective_partners",
         [](const HeatMap&, const HeatMapRow& row) { return number_cell(row.effective_partners); }},
        {a + "_exposure_to_country_pct", from_tie(0, &PoleTie::reverse_exposure, 100.0)},
        {b + "_exposure_to_country_pct", from_tie(1, &PoleTie::reverse_exposure, 100.0)},
        {"kind",
         [](const HeatMap&, const HeatMapRow& row) {
             return text_cell(row.is_group() ? "group" : "country");
         }},
        {"exposure_" + a + "_member_low_pct", from_range(0, &MemberRange::low)},
        {"exposure_" + a + "_member_high_pct", from_range(0, &MemberRange::high)},
        {"exposure_" + b + "_member_low_pct", from_range(1, &MemberRange::low)},
        {"exposure_" + b + "_member_high_pct", from_range(1, &MemberRange::high)},
        {"hedging_near_probability",
         from_score([](const HedgingFigures& f) { return number_cell(f.near_probability); })},
        {"hedging_rank_low",
         from_score([](const HedgingFigures& f) { return number_cell(f.rank_low); })},
        {"hedging_rank_high",
         from_score([](const HedgingFigures& f) { return number_cell(f.rank_high); })},
        {"hedging_top_third_probability",
         from_score([](const HedgingFigures& f) { return number_cell(f.top_third); })},
        {"hedging_trade", contribution_of("trade")},
        {"hedging_technology", contribution_of("technology")},
        {"hedging_finance", contribution_of("finance")},
        {"hedging_diplomacy", contribution_of("diplomacy")},
        {"hedging_member_low",
         from_score([](const HedgingFigures& f) { return number_cell(f.member_low); })},
        {"hedging_member_high",
         from_score([](const HedgingFigures& f) { return number_cell(f.member_high); })},
        {"hedging_missing",
         [](const HeatMap&, const HeatMapRow& row) { return text_cell(row.hedging.missing); }},
        {a + "_plus_probability", from_us_plus([](const UsPlusFigures& figures) {
             return number_cell(figures.class_probability);
         })},
        {a + "_reliance_change", from_us_plus([](const UsPlusFigures& figures) {
             return number_cell(figures.reliance_change);
         })},
        {a + "_trade_kept",
         from_us_plus([](const UsPlusFigures& figures) { return number_cell(figures.keep); })},
        {a + "_plus_period",
         from_us_plus([](const UsPlusFigures& figures) { return text_cell(figures.period); })},
        {a + "_tie_kept",
         [](const HeatMap&, const HeatMapRow& row) { return text_cell(row.hedging.tie_kept); }},
    };
}

CellOf from_other_profile(std::size_t pole) {
    return [pole](const HeatMap&, const HeatMapRow& row) {
        const auto& loss = row.ties[pole].exposure_other_profile;
        return loss ? percent(*loss) : Cell{};
    };
}

std::vector<Field> fields(const HeatMap& map) {
    std::vector<Field> all = fields(column_key(map.poles[0]), column_key(map.poles[1]));
    if (map.horizon.years) {
        all.push_back({"exposure_horizon_years", [](const HeatMap& of, const HeatMapRow&) {
                           return number_cell(*of.horizon.years);
                       }});
        all.push_back({"exposure_profile", [](const HeatMap& of, const HeatMapRow&) {
                           return text_cell(profile_name(of.horizon.profile));
                       }});
    }
    for (std::size_t p = 0; map.horizon.needs_both_profiles() && p < 2; ++p) {
        all.push_back({fmt::format("exposure_{}_{}_pct", column_key(map.poles[p]),
                                   profile_name(map.horizon.with_other_profile().profile)),
                       from_other_profile(p)});
    }
    return all;
}

}  // namespace

Table heat_map_table(const HeatMap& map) {
    Table table;
    const std::vector<Field> all = fields(map);
    for (const Field& field : all)
        table.columns.push_back({.name = field.name, .title = field.name});
    for (const auto* rows : {&map.countries, &map.groups}) {
        for (const HeatMapRow& row : *rows) {
            std::vector<Cell> cells;
            for (const Field& field : all) {
                cells.push_back(field.cell ? field.cell(map, row) : Cell{});
            }
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

std::vector<std::string> columns_not_measured_yet(const HeatMap& map) {
    std::vector<std::string> names;
    for (const Field& field : fields(map)) {
        if (!field.cell) names.push_back(field.name);
    }
    return names;
}

}  // namespace entente

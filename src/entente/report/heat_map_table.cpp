#include <functional>

#include "entente/report/heat_map.hpp"

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

// The order is part of the format: programs of users read these files.
std::vector<Field> fields(const std::string& a, const std::string& b) {
    return {
        {"iso3", [](const HeatMap&, const HeatMapRow& row) { return text_cell(row.code); }},
        {"name", [](const HeatMap&, const HeatMapRow& row) { return text_cell(row.name); }},
        {"exposure_" + a + "_pct", from_tie(0, &PoleTie::exposure, 100.0)},
        {"exposure_" + b + "_pct", from_tie(1, &PoleTie::exposure, 100.0)},
        {a + "_plus_class"},
        {"hedging_activity"},
        {"hedging_low"},
        {"hedging_high"},
        {"hedging_label"},
        {"hedging_label_probability"},
        {"reversal_probability"},
        {"reversal_low"},
        {"reversal_high"},
        {"reversal_label"},
        {"reversal_signs"},
        {"notes", [](const HeatMap& map,
                     const HeatMapRow& row) { return text_cell(heat_map_note(map, row)); }},
        {"estimated_share",
         [](const HeatMap&, const HeatMapRow& row) { return number_cell(row.estimated_share); }},
        {"position"},
        {"activity"},
        {"security_ambiguity"},
        {"signals_share"},
        {"as_of",
         [](const HeatMap& map, const HeatMapRow&) { return number_cell(map.world.base_year); }},
        {"exposure_method",
         [](const HeatMap& map, const HeatMapRow&) { return text_cell(method_name(map.method)); }},
        {"exposure_" + a + "_low"},
        {"exposure_" + a + "_high"},
        {"exposure_" + b + "_low"},
        {"exposure_" + b + "_high"},
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
    };
}

std::vector<Field> fields(const HeatMap& map) {
    return fields(column_key(map.poles[0]), column_key(map.poles[1]));
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

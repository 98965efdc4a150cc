#include "entente/report/policy/welfare_path.hpp"

#include <fmt/format.h>

namespace entente::detail {
namespace {

Cell percent(double part) {
    return number_cell(100.0 * part);
}

}  // namespace

Table welfare_path_table(const WelfarePath& path) {
    Table table{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "name", .title = "Economy"},
             {.name = "welfare_log_pct", .title = "Welfare", .unit = "100 ln", .decimals = 4},
             {.name = "terms_of_trade_path_pct",
              .title = "Terms",
              .unit = "of trade",
              .decimals = 4},
             {.name = "volume_of_trade_path_pct",
              .title = "Volume",
              .unit = "of trade",
              .decimals = 4},
             {.name = "technical_efficiency_path_pct", .title = "Efficiency", .decimals = 4},
             {.name = "varieties_path_pct", .title = "Varieties", .decimals = 4},
             {.name = "transfers_path_pct", .title = "Transfers", .decimals = 4, .spare = 1},
             {.name = "labour_supply_path_pct", .title = "Labour", .decimals = 4, .spare = 2},
             {.name = "unexplained_path_pct", .title = "Unexplained", .decimals = 4, .spare = 3}},
        .rows = {}};
    for (const WelfarePathRow& row : path.rows) {
        table.rows.push_back({text_cell(row.code), text_cell(row.name), percent(row.welfare),
                              percent(row.terms_of_trade), percent(row.volume_of_trade),
                              percent(row.technical_efficiency), percent(row.varieties),
                              percent(row.transfers), percent(row.labour_supply),
                              percent(row.unexplained)});
    }
    return table;
}

JsonObject welfare_path_certificate(const WelfarePath& path) {
    return {{"complete", path.is_complete},
            {"message", text_cell(path.message)},
            {"solves", number_cell(static_cast<double>(path.num_solves))},
            {"panels", number_cell(static_cast<double>(path.num_panels))},
            {"largest_unexplained_pct", number_cell(100.0 * path.largest_unexplained)},
            {"seconds", number_cell(path.seconds)}};
}

std::vector<std::string> welfare_path_legend(const WelfarePath& path) {
    if (!path.is_complete) {
        return {fmt::format("No decomposition: the path could not be followed. {}", path.message)};
    }
    return {
        "Welfare: 100 ln of real income after over before, the sum of the columns to its "
        "right. They are added up along the path on which all measures come into force "
        "together; another path would divide the same sum differently.",
        "Terms of trade: prices of exports and imports. Volume: tariff revenue of changed "
        "volumes. Efficiency: resources for trade costs. Varieties: trade stopped or opened "
        "at given prices. Transfers: deficits that move with income. Labour: earnings of "
        "added labour.",
        fmt::format("Path: {} solves on {} panel{}; unexplained at most {:.1e} percent.",
                    path.num_solves, path.num_panels, path.num_panels == 1 ? "" : "s",
                    100.0 * path.largest_unexplained)};
}

}  // namespace entente::detail

#include "entente/report/country_profile.hpp"

#include <fmt/format.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Cell percent(double share) {
    return number_cell(100.0 * share);
}

/// Money without decimals, grouped in thousands.
std::string whole(double amount) {
    return shown_text(number_cell(amount), {.name = {}, .title = {}, .decimals = 0});
}

Table loss_table(const CountryProfile& profile) {
    Table table{
        .title = "Loss of real income when trade stops",
        .columns =
            {{.name = "power", .title = "Power"},
             {.name = "scope", .title = "Trade"},
             {.name = "exact", .title = profile.code + " loses", .unit = "exact %"},
             {.name = "power_exact", .title = "Power loses", .unit = "exact %", .decimals = 3},
             {.name = "country", .title = profile.code + " loses", .unit = "closed form %"},
             {.name = "power_loses",
              .title = "Power loses",
              .unit = "closed form %",
              .decimals = 3}},
        .rows = {}};
    for (const PoleProfile& tie : profile.poles) {
        const auto add = [&](const char* scope, const ScopedLoss& loss) {
            table.rows.push_back({text_cell(heading(tie.pole)), text_cell(scope),
                                  percent(loss.exact_country), percent(loss.exact_power),
                                  percent(loss.country), percent(loss.power)});
        };
        add("all", tie.all);
        add("imports", tie.imports);
        add("exports", tie.exports);
    }
    return table;
}

Table tie_table(const CountryProfile& profile) {
    Table table{
        .title = "Share of each power",
        .columns =
            {{.name = "power", .title = "Power"},
             {.name = "exports", .title = "Exports", .unit = "%", .decimals = 1},
             {.name = "imports", .title = "Imports", .unit = "%", .decimals = 1},
             {.name = "trade", .title = "Trade", .unit = "%", .decimals = 1},
             {.name = "face_value", .title = "Face value", .unit = "of output", .decimals = 3},
             {.name = "look_through", .title = "Look-through", .unit = "of output", .decimals = 3},
             {.name = "final_spending", .title = "Spending", .unit = "% its value", .decimals = 1},
             {.name = "estimated", .title = "Est.", .unit = "% trade", .decimals = 0}},
        .rows = {}};
    for (const PoleProfile& tie : profile.poles) {
        table.rows.push_back({text_cell(heading(tie.pole)), percent(tie.export_share),
                              percent(tie.import_share), percent(tie.trade_share),
                              number_cell(tie.face_value), number_cell(tie.look_through),
                              percent(tie.final_spending), percent(tie.estimated_share)});
    }
    return table;
}

Table sector_loss_table(const PoleProfile& tie) {
    Table table{.title = fmt::format("Sectors with the largest loss from a cut with {}",
                                     in_sentence(tie.pole)),
                .columns = {{.name = "sector", .title = "Code"},
                            {.name = "name", .title = "Sector"},
                            {.name = "loss", .title = "Loss", .unit = "% income", .decimals = 3}},
                .rows = {}};
    for (const SectorTie& sector : tie.by_loss) {
        table.rows.push_back(
            {text_cell(sector.sector), text_cell(sector.name), percent(sector.loss)});
    }
    return table;
}

Table sector_reliance_table(const PoleProfile& tie) {
    Table table{
        .title = fmt::format("Sectors that rely most on inputs from {}", in_sentence(tie.pole)),
        .columns =
            {{.name = "sector", .title = "Code"},
             {.name = "name", .title = "Sector"},
             {.name = "face_value", .title = "Face value", .unit = "of output", .decimals = 3},
             {.name = "look_through", .title = "Look-through", .unit = "of output", .decimals = 3}},
        .rows = {}};
    for (const SectorTie& sector : tie.by_reliance) {
        table.rows.push_back({text_cell(sector.sector), text_cell(sector.name),
                              number_cell(sector.face_value), number_cell(sector.look_through)});
    }
    return table;
}

Table partner_table(const CountryProfile& profile) {
    Table table{
        .title = "Largest partners",
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "name", .title = "Partner"},
             {.name = "exports", .title = "Exports", .unit = profile.world.unit, .decimals = 0},
             {.name = "imports", .title = "Imports", .unit = profile.world.unit, .decimals = 0},
             {.name = "share", .title = "Share", .unit = "% trade", .decimals = 1}},
        .rows = {}};
    for (const Partner& partner : profile.partners) {
        table.rows.push_back({text_cell(partner.code), text_cell(partner.name),
                              number_cell(partner.exports), number_cell(partner.imports),
                              percent(partner.trade_share)});
    }
    return table;
}

/// Collects the long table of a profile: one figure a row.
class Figures {
  public:
    void add(const std::string& section, const std::string& item, const std::string& measure,
             double value, const std::string& unit) {
        table_.rows.push_back({text_cell(section), text_cell(item), text_cell(measure),
                               number_cell(value), text_cell(unit)});
    }
    Table take() { return std::move(table_); }

  private:
    Table table_{.columns = {{.name = "section", .title = "Section"},
                             {.name = "item", .title = "Item"},
                             {.name = "measure", .title = "Measure"},
                             {.name = "value", .title = "Value"},
                             {.name = "unit", .title = "Unit"}},
                 .rows = {}};
};

void add_pole(Figures& figures, const PoleProfile& tie) {
    const std::string section = "power_" + column_key(tie.pole);
    const auto add_loss = [&](const char* scope, const ScopedLoss& loss) {
        figures.add(section, scope, "loss_ge_pct", 100.0 * loss.exact_country, "% of real income");
        figures.add(section, scope, "power_loss_ge_pct", 100.0 * loss.exact_power,
                    "% of real income");
        figures.add(section, scope, "loss_pct", 100.0 * loss.country, "% of real income");
        figures.add(section, scope, "power_loss_pct", 100.0 * loss.power, "% of real income");
    };
    add_loss("all", tie.all);
    add_loss("imports", tie.imports);
    add_loss("exports", tie.exports);
    figures.add(section, "exports", "share", tie.export_share, "share");
    figures.add(section, "imports", "share", tie.import_share, "share");
    figures.add(section, "all", "trade_share", tie.trade_share, "share");
    figures.add(section, "all", "face_value", tie.face_value, "per unit of output");
    figures.add(section, "all", "look_through", tie.look_through, "per unit of output");
    figures.add(section, "all", "final_spending_share", tie.final_spending, "share");
    figures.add(section, "all", "estimated_share", tie.estimated_share, "share");
    for (const SectorTie& sector : tie.by_loss) {
        figures.add(section, sector.sector, "loss_pct", 100.0 * sector.loss, "% of real income");
    }
    for (const SectorTie& sector : tie.by_reliance) {
        figures.add(section, sector.sector, "face_value", sector.face_value, "per unit of output");
        figures.add(section, sector.sector, "look_through", sector.look_through,
                    "per unit of output");
    }
}

}  // namespace

Table profile_data_table(const CountryProfile& profile) {
    Figures figures;
    const std::string& unit = profile.world.unit;
    figures.add("country", profile.code, "gdp", profile.gdp, unit);
    figures.add("country", profile.code, "exports", profile.exports, unit);
    figures.add("country", profile.code, "imports", profile.imports, unit);
    figures.add("country", profile.code, "effective_partners", profile.effective_partners, "count");
    figures.add("quality", profile.code, "observed_share", profile.observed_share, "share");
    figures.add("quality", profile.code, "scaled_share", profile.scaled_share, "share");
    figures.add("quality", profile.code, "estimated_share", profile.estimated_share, "share");
    for (const PoleProfile& tie : profile.poles) add_pole(figures, tie);
    for (const Partner& partner : profile.partners) {
        figures.add("partners", partner.code, "exports", partner.exports, unit);
        figures.add("partners", partner.code, "imports", partner.imports, unit);
        figures.add("partners", partner.code, "trade_share", partner.trade_share, "share");
    }
    return figures.take();
}

Document profile_document(const CountryProfile& profile) {
    Document document{.title = fmt::format("{} ({})", profile.name, profile.code)};
    document.introduction = {
        fmt::format("Value added {}, exports {}, imports {} {}. Trade as concentrated "
                    "as with {:.1f} equal partners.",
                    whole(profile.gdp), whole(profile.exports), whole(profile.imports),
                    profile.world.unit, profile.effective_partners),
        fmt::format("Of its foreign trade {:.0f}% is observed, {:.0f}% scaled from another year, "
                    "{:.0f}% estimated.{}",
                    100.0 * profile.observed_share, 100.0 * profile.scaled_share,
                    100.0 * profile.estimated_share,
                    profile.has_borrowed_technology
                        ? " Its input-output data are borrowed from other economies."
                        : "")};
    document.tables = {loss_table(profile), tie_table(profile)};
    for (const PoleProfile& tie : profile.poles) document.tables.push_back(sector_loss_table(tie));
    for (const PoleProfile& tie : profile.poles) {
        document.tables.push_back(sector_reliance_table(tie));
    }
    document.tables.push_back(partner_table(profile));
    document.closing = {
        "Losses: real income in the long run. Exact: solved in general equilibrium, model-based, "
        "without an interval. Closed form: at fixed wages, an approximation of ours; sectors by "
        "loss use it, with trade in that sector alone stopped.",
        "Face value: inputs bought from the power per unit of output; look-through: its output "
        "needed at all stages, other countries' goods included.",
        world_line(profile.world)};
    if (!profile.world.sources.empty()) document.closing.push_back(sources_line(profile.world));
    return document;
}

std::string render(const CountryProfile& profile, const Rendering& how) {
    const Table data = profile_data_table(profile);
    const JsonObject object{world_field(profile.world),
                            {"iso3", text_cell(profile.code)},
                            {"name", text_cell(profile.name)},
                            {"figures", data}};
    return detail::render_document(profile_document(profile), data, object, how);
}

}  // namespace entente

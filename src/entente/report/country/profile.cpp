#include "entente/report/country/profile.hpp"

#include <fmt/format.h>

#include "entente/report/heat_map/heat_map.hpp"
#include "entente/report/levels.hpp"
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
    if (profile.horizon.needs_both_profiles()) {
        table.columns.push_back(
            {.name = "exact_other_profile",
             .title = profile.code + " loses",
             .unit = fmt::format("exact, {} %",
                                 profile_name(profile.horizon.with_other_profile().profile))});
    }
    for (const PoleProfile& tie : profile.poles) {
        const auto add = [&](const char* scope, const ScopedLoss& loss) {
            table.rows.push_back({text_cell(heading(tie.pole)), text_cell(scope),
                                  percent(loss.exact_country), percent(loss.exact_power),
                                  percent(loss.country), percent(loss.power)});
            if (loss.exact_other_profile) {
                table.rows.back().push_back(percent(*loss.exact_other_profile));
            }
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

Table score_table(const HedgingFigures& figures) {
    Table table{.title = "Hedging activity, a definition of ours, 0 to 100",
                .columns = {{.name = "figure", .title = "Figure"},
                            {.name = "median", .title = "Median", .decimals = 0},
                            {.name = "low", .title = "90% from", .decimals = 0},
                            {.name = "high", .title = "to", .decimals = 0}},
                .rows = {}};
    const auto add = [&](const char* name, const ScoreInterval& interval) {
        table.rows.push_back({text_cell(name), number_cell(interval.median),
                              number_cell(interval.low), number_cell(interval.high)});
    };
    add("hedging activity", figures.score);
    add("position: dealing with both", figures.position);
    add("activity: moving between them", figures.activity);
    table.notes.push_back(
        fmt::format("Label {}, given by {:.0f}% of the draws, with a neighbour by {:.0f}%{}.",
                    level_words(figures.label), 100.0 * figures.label_probability,
                    100.0 * figures.near_probability, figures.is_uncertain() ? ": uncertain" : ""));
    if (figures.rank_low && figures.rank_high) {
        table.notes.push_back(fmt::format("Rank between {:.0f} and {:.0f} in nine draws of ten.",
                                          *figures.rank_low, *figures.rank_high));
    }
    if (figures.signals_share) {
        table.notes.push_back(fmt::format("{:.0f}% of the score rests on dated acts.",
                                          100.0 * *figures.signals_share));
    }
    return table;
}

Table channel_table(const CountryProfile& profile) {
    Table table{.title = "Where the score comes from",
                .columns = {{.name = "channel", .title = "Channel"},
                            {.name = "level", .title = "Smaller tie", .unit = "0 to 1"},
                            {.name = "side", .title = "With"},
                            {.name = "movement", .title = "Movement", .unit = ".5 = none"},
                            {.name = "signals", .title = "Acts", .unit = ".5 = average"},
                            {.name = "points", .title = "Adds", .unit = "points", .decimals = 1},
                            {.name = "as_of", .title = "As of"}},
                .rows = {}};
    for (const HedgingChannelFigures& part : profile.hedging.figures->channels) {
        table.rows.push_back({text_cell(part.channel), number_cell(part.level),
                              text_cell(heading(profile.poles.at(part.binding_pole).pole)),
                              number_cell(part.movement), number_cell(part.signals),
                              number_cell(part.contribution), text_cell(part.as_of)});
    }
    return table;
}

Table act_table(const CountryProfile& profile) {
    Table table{.title = "Dated acts known of",
                .columns = {{.name = "date", .title = "Date"},
                            {.name = "direction", .title = "Closer to"},
                            {.name = "size", .title = "Size", .unit = "1 to 5", .decimals = 0},
                            {.name = "act", .title = "Act"},
                            {.name = "source", .title = "Source"}},
                .rows = {}};
    for (const DatedAct& act : profile.acts) {
        table.rows.push_back(
            {text_cell(act.date),
             text_cell(act.direction > 0 ? act.counterpart : "away from " + act.counterpart),
             number_cell(act.magnitude), text_cell(act.text), text_cell(act.url)});
    }
    table.notes.push_back("Evidence, not a census: what is in the ledger grows with time.");
    return table;
}

Table growth_table(const CountryProfile& profile) {
    const std::string power = heading(profile.poles.at(0).pole);
    Table table{
        .title = "Where the growth of its trade came from, in constant money",
        .columns =
            {{.name = "publisher", .title = "Publisher"},
             {.name = "period", .title = "Period"},
             {.name = "total", .title = "Trade", .unit = "% growth", .decimals = 0},
             {.name = "from_power", .title = "From " + power, .unit = "points", .decimals = 0},
             {.name = "from_rest", .title = "From the rest", .unit = "points", .decimals = 0},
             {.name = "world", .title = "World", .unit = "% growth", .decimals = 0},
             {.name = "share_change", .title = power + " share", .unit = "points", .decimals = 1}},
        .rows = {}};
    for (const GrowthFigures& growth : profile.growth) {
        table.rows.push_back({text_cell(growth.publisher), text_cell(growth.period),
                              percent(growth.total_growth), percent(growth.from_anchor),
                              percent(growth.from_rest), percent(growth.world_growth),
                              percent(growth.share_change)});
    }
    return table;
}

/// Score, channels and signs; one sentence where there is no score.
void add_hedging(const CountryProfile& profile, Document& document) {
    if (!profile.hedging_legend) return;
    const RowHedging& hedging = profile.hedging;
    if (!hedging.figures) {
        document.introduction.push_back(
            fmt::format("Hedging activity has no figure here: {}.", hedging.missing));
    } else {
        document.tables.push_back(score_table(*hedging.figures));
        document.tables.push_back(channel_table(profile));
    }
    for (const std::string& clause : hedging.clauses) {
        document.introduction.push_back(clause + ".");
    }
    if (hedging.us_plus) {
        document.introduction.push_back(
            fmt::format("{}-plus class: {} ({:.0f}% sure, {}).", heading(profile.poles[0].pole),
                        hedging.us_plus->class_name, 100.0 * hedging.us_plus->class_probability,
                        hedging.us_plus->period));
    }
    if (!hedging.security_class.empty()) {
        document.introduction.push_back(fmt::format("Security: {}.", hedging.security_class));
    }
    for (const DatedAct& sign : hedging.reversal_signs) {
        document.introduction.push_back("Observed sign, not a forecast: " + act_words(sign) + ".");
    }
}

Table story_table(const CountryProfile& profile, const StoryStep& step) {
    Table table{.title = step.title,
                .columns = {{.name = "figure", .title = "Figure"},
                            {.name = "value", .title = "Value"},
                            {.name = "low", .title = "90% from"},
                            {.name = "high", .title = "to"},
                            {.name = "unit", .title = "Unit"},
                            {.name = "explain", .title = "entente explain " + profile.code}},
                .rows = {},
                .notes = step.sentences};
    for (const StoryFigure& figure : step.figures) {
        table.rows.push_back({text_cell(figure.name), figure.value, number_cell(figure.low),
                              number_cell(figure.high), text_cell(figure.unit),
                              text_cell(figure.column)});
    }
    return table;
}

/// All figures of the story, for files.
Table story_figures(const CountryProfile& profile) {
    Table table{.columns = {{.name = "step", .title = "Step"},
                            {.name = "figure", .title = "Figure"},
                            {.name = "value", .title = "Value"},
                            {.name = "low", .title = "Low"},
                            {.name = "high", .title = "High"},
                            {.name = "unit", .title = "Unit"},
                            {.name = "explain", .title = "Explain"}},
                .rows = {}};
    for (const StoryStep& step : profile.story) {
        for (const StoryFigure& figure : step.figures) {
            table.rows.push_back({text_cell(step.title), text_cell(figure.name), figure.value,
                                  number_cell(figure.low), number_cell(figure.high),
                                  text_cell(figure.unit), text_cell(figure.column)});
        }
    }
    return table;
}

std::vector<std::string> story_sentences(const CountryProfile& profile) {
    std::vector<std::string> sentences;
    for (const StoryStep& step : profile.story) {
        sentences.insert(sentences.end(), step.sentences.begin(), step.sentences.end());
    }
    return sentences;
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
        if (loss.exact_other_profile) {
            figures.add(section, scope, "loss_ge_other_profile_pct",
                        100.0 * *loss.exact_other_profile, "% of real income");
        }
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

void add_hedging(Figures& figures, const CountryProfile& profile) {
    if (!profile.hedging.figures) return;
    const HedgingFigures& score = *profile.hedging.figures;
    const auto add = [&](const char* item, const ScoreInterval& interval) {
        figures.add("hedging", item, "median", interval.median, "0 to 100");
        figures.add("hedging", item, "low", interval.low, "0 to 100");
        figures.add("hedging", item, "high", interval.high, "0 to 100");
    };
    add("hedging_activity", score.score);
    add("position", score.position);
    add("activity", score.activity);
    figures.add("hedging", "label", "probability", score.label_probability, "share of draws");
    for (const HedgingChannelFigures& part : score.channels) {
        figures.add("hedging", part.channel, "contribution", part.contribution, "points");
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
    add_hedging(figures, profile);
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
    for (const StoryStep& step : profile.story) {
        document.tables.push_back(story_table(profile, step));
    }
    document.tables.push_back(loss_table(profile));
    document.tables.push_back(tie_table(profile));
    add_hedging(profile, document);
    for (const PoleProfile& tie : profile.poles) document.tables.push_back(sector_loss_table(tie));
    for (const PoleProfile& tie : profile.poles) {
        document.tables.push_back(sector_reliance_table(tie));
    }
    document.tables.push_back(partner_table(profile));
    if (!profile.growth.empty()) document.tables.push_back(growth_table(profile));
    if (!profile.acts.empty()) document.tables.push_back(act_table(profile));
    document.closing = {
        fmt::format(
            "Losses: real income {}. Exact: solved in general equilibrium, model-based, without an "
            "interval. Closed form: at fixed wages, an approximation of ours; sectors by loss use "
            "it, with trade in that sector alone stopped.",
            horizon_words(profile.horizon)),
        "Face value: inputs bought from the power per unit of output; look-through: its output "
        "needed at all stages, other countries' goods included.",
        world_line(profile.world)};
    if (profile.hedging_legend) {
        document.closing.insert(
            document.closing.begin() + 2,
            fmt::format("Hedging: median and 90% interval of {} draws, seed {}, acts up to {}; "
                        "the heat map says how it is made.",
                        profile.hedging_legend->num_draws, profile.hedging_legend->seed,
                        profile.hedging_legend->as_of));
    }
    if (!profile.world.sources.empty()) document.closing.push_back(sources_line(profile.world));
    if (profile.hedging_legend) {
        document.closing.push_back(layers_line(profile.hedging_legend->layers));
    }
    return document;
}

std::string render(const CountryProfile& profile, const Rendering& how) {
    const Table data = profile_data_table(profile);
    const JsonObject object{world_field(profile.world),
                            {"iso3", text_cell(profile.code)},
                            {"name", text_cell(profile.name)},
                            {"story", story_figures(profile)},
                            {"sentences", story_sentences(profile)},
                            {"figures", data}};
    return detail::render_document(profile_document(profile), data, object, how);
}

}  // namespace entente

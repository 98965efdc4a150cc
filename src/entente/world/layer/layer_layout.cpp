#include "entente/world/layer/layer_layout.hpp"

#include <algorithm>

namespace entente {
namespace {

using Column = LayerColumnLayout;
using Kind = LayerColumnKind;

constexpr double any = std::numeric_limits<double>::infinity();

Column text(std::string_view name, std::string_view about) {
    return {.name = name, .kind = Kind::text, .text = about};
}
Column economy(std::string_view name, std::string_view about = "alpha-3 code") {
    return {.name = name, .kind = Kind::economy, .text = about};
}
Column word(std::string_view name, std::string_view about, std::vector<std::string_view> words) {
    return {.name = name, .kind = Kind::word, .text = about, .words = std::move(words)};
}
Column number(std::string_view name, std::string_view about, double low = -any, double high = any) {
    return {.name = name, .kind = Kind::number, .text = about, .low = low, .high = high};
}
Column amount(std::string_view name, std::string_view about) {
    return {.name = name, .kind = Kind::non_negative, .text = about};
}
Column integer(std::string_view name, std::string_view about, double low, double high) {
    return {.name = name, .kind = Kind::integer, .text = about, .low = low, .high = high};
}
Column year(std::string_view name = "year", std::string_view about = "calendar year") {
    return integer(name, about, 1800, 2500);
}
Column dated(std::string_view name, Kind kind, std::string_view about) {
    return {.name = name, .kind = kind, .text = about};
}
Column optional(Column column) {
    column.may_be_empty = true;
    return column;
}
Column one_of(Column column, std::string_view table_and_column) {
    column.refers_to = table_and_column;
    return column;
}

LayerLayout totals() {
    return {
        .name = "totals",
        .text = "Trade of pairs of economies summed over products, by publisher and year",
        .tables = {
            {.name = "vintages",
             .text = "One publisher, year and category each. Levels of two publishers or concepts "
                     "may not be compared",
             .columns = {text("vintage", "code"), text("publisher", "short name"),
                         text("concept", "what is counted"), year(),
                         word("category", "all trade, technology (SITC 5 and 7) or energy (SITC 3)",
                              {"all", "technology", "energy"}),
                         text("unit", "of trade and totals"), text("source", "code in sources")},
             .key = {"vintage"}},
            {.name = "economies",
             .text = "Economies with rows in trade",
             .columns = {economy("iso3"),
                         integer("in_panel", "1 in the fixed panel of the measures, else 0", 0, 1)},
             .key = {"iso3"}},
            {.name = "country_totals",
             .text = "Trade with all partners of the publisher; WLD is the sum over its economies",
             .columns = {one_of(text("vintage", "code in vintages"), "vintages.vintage"),
                         economy("iso3"), amount("exports", "in the unit of the vintage"),
                         amount("imports", "in the unit of the vintage")},
             .key = {"vintage", "iso3"}},
            {.name = "trade",
             .text = "Sales of origin to destination; pairs without a row traded nothing if both "
                     "have totals, else they are not covered",
             .columns = {one_of(text("vintage", "code in vintages"), "vintages.vintage"),
                         one_of(economy("origin"), "economies.iso3"),
                         one_of(economy("destination"), "economies.iso3"),
                         amount("value", "in the unit of the vintage")},
             .key = {"vintage", "origin", "destination"}}}};
}

LayerLayout votes() {
    Column choices = text("choices",
                          "one letter a state, in the order of states: 1 yes, 2 abstain, 3 no, "
                          "8 absent, 9 not a member");
    choices.letters = "12389";
    choices.letters_for = "states";
    return {.name = "votes",
            .version = 2,
            .text = "Roll calls of the General Assembly of the United Nations",
            .tables = {{.name = "states",
                        .text = "Member states, in the order of the letters in choices",
                        .columns = {economy("iso3")},
                        .key = {"iso3"}},
                       {.name = "roll_calls",
                        .text = "One row a roll call; days before about 1980 are approximate",
                        .columns = {integer("roll_call", "number in the publisher's data", 1, 1e6),
                                    dated("date", Kind::day, "day of the vote"),
                                    optional(text("issues", "marks: me nu di hr co ec, or none")),
                                    choices},
                        .key = {"date", "roll_call"},
                        .dated_by = "date"},
                       {.name = "repeats",
                        .text = "Roll calls on a resolution that comes back, told by its title",
                        .columns = {integer("roll_call", "number in the publisher's data", 1, 1e6),
                                    integer("first", "number of the first of its group", 1, 1e6)},
                        .key = {"roll_call"}}}};
}

LayerLayout ideal_points() {
    return {.name = "ideal-points",
            .text =
                "Positions of states in the General Assembly as Bailey, Strezhnev and Voeten "
                "published them",
            .tables = {{.name = "ideal_points",
                        .text = "To hold our own positions against",
                        .columns = {economy("iso3"), year(),
                                    number("ideal_point", "larger is nearer to the United States")},
                        .key = {"iso3", "year"}}}};
}

LayerLayout positions() {
    return {
        .name = "positions",
        .text = "Positions of states, estimated by entente from the roll calls of the layer votes",
        .tables = {
            {.name = "origin",
             .text = "What they were estimated from",
             .columns = {text("votes_hash", "content hash of the layer votes")},
             .key = {"votes_hash"}},
            {.name = "positions",
             .text = "Each year has mean 0 and standard deviation 1, the United States above 0",
             .columns = {economy("iso3"), year(),
                         number("smoothed", "from all votes of all years; it knows the future"),
                         amount("smoothed_error", "standard error, roll calls taken as known"),
                         number("filtered", "from votes up to the end of the year"),
                         number("yearly", "from the votes of the year alone"),
                         integer("votes_cast", "yes, abstain or no in roll calls used", 1, 1e6)},
             .key = {"iso3", "year"}}}};
}

LayerLayout exposure() {
    const Column power = text("power", "cut off from whom: a country or group of the world");
    const Column scope =
        word("scope", "which trade stops, as seen from the economy", {"all", "imports", "exports"});
    const Column horizon = text("horizon", "years after the cut, or long");
    const auto percent = [](std::string_view name, std::string_view about) {
        return number(name, about, -1e6, 100.0);
    };
    return {
        .name = "exposure",
        .text = "Losses from cut-offs, each solved with drawn trade elasticities, of one world",
        .tables = {
            {.name = "origin",
             .text = "What they were solved from; of another world they are not used",
             .columns = {text("world", "name of the world"),
                         text("world_hash", "content hash of the world"),
                         integer("seed", "of the draws", 0, 9e15),
                         integer("draws", "in all", 1, 1e6),
                         number("elasticity_error",
                                "standard error as a part of theta where the world states none", 0,
                                1),
                         text("profile", "time path of elasticities"),
                         text("program_version", "version of entente that solved them")},
             .key = {"world_hash"}},
            {.name = "intervals",
             .text =
                 "Quantiles over the draws in percent of real income: low 5%, high 95%. A group "
                 "is the mean of its members weighted with GDP, each cut off alone",
             .columns = {power, scope, horizon, text("code", "economy or group"),
                         integer("draws", "with a solution", 1, 1e6),
                         percent("loss_low", "the economy's loss"),
                         percent("loss_median", "the economy's loss"),
                         percent("loss_high", "the economy's loss"),
                         optional(percent("own_low", "the power's loss")),
                         optional(percent("own_median", "the power's loss")),
                         optional(percent("own_high", "the power's loss")),
                         optional(percent("difference_low", "the first less the second")),
                         optional(percent("difference_median", "the first less the second")),
                         optional(percent("difference_high", "the first less the second"))},
             .key = {"power", "scope", "horizon", "code"}},
            {.name = "draws",
             .text = "The first draws themselves, so that they can be solved again",
             .columns = {power, scope, horizon, text("code", "economy"),
                         integer("draw", "number, from 0", 0, 1e6),
                         percent("loss", "the economy's, percent of real income"),
                         percent("own", "the power's, percent of real income")},
             .key = {"power", "scope", "horizon", "code", "draw"}}}};
}

LayerLayout finance() {
    const Column publisher = word("publisher",
                                  "aei (investments and contracts) or aiddata "
                                  "(official finance)",
                                  {"aei", "aiddata"});
    return {.name = "finance",
            .text = "Chinese finance abroad by economy and span of years",
            .tables = {
                {.name = "windows",
                 .text = "Spans of years of each publisher",
                 .columns = {publisher, text("window", "code"), year("first_year", "first year"),
                             year("last_year", "last year"),
                             number("years", "length in years", 0.25, 100),
                             text("unit", "of amount"), text("source", "code in sources")},
                 .key = {"publisher", "window"}},
                {.name = "sums",
                 .text = "Sums over a window. 0 = no deal; no row = not in the "
                         "publisher's scope",
                 .columns = {publisher, one_of(text("window", "code in windows"), "windows.window"),
                             economy("iso3"), amount("amount", "million USD, see unit"),
                             integer("records",
                                     "deals (aei) or years with finance "
                                     "(aiddata)",
                                     0, 1e6),
                             optional(amount("gdp",
                                             "mean of the window's years, million "
                                             "current USD"))},
                 .key = {"publisher", "window", "iso3"}}}};
}

LayerLayout signals() {
    return {
        .name = "signals",
        .text = "Ledger of dated acts toward or away from others",
        .tables = {
            {.name = "signals",
             .text = "One row for each act and pair; an act of many parties has several rows",
             .columns = {text("id", "number in the ledger"),
                         dated("date", Kind::partial_date, "as fine as the source states"),
                         economy("actor", "who acts: alpha-3 code or group"),
                         economy("counterpart", "toward whom: alpha-3 code or group, WLD = all"),
                         word("kind", "kind of act",
                              {"trade_agreement", "tariff_increase", "tariff_cut", "investment",
                               "dialogue", "technology", "visit", "infrastructure", "security_pact",
                               "export_control", "investment_screening", "arms", "basing_access",
                               "energy", "multilateral", "sanction", "finance"}),
                         word("channel", "channel of the index",
                              {"trade", "technology", "infrastructure_finance", "energy",
                               "diplomacy", "security"}),
                         word("direction", "1 closer, -1 away", {"1", "-1"}),
                         integer("magnitude", "1 statement to 5 structural", 1, 5),
                         word("status", "as of the source",
                              {"announced", "signed", "in_force", "talks", "suspended", "ended"}),
                         optional(text("sector", "what it is about")),
                         text("text", "what happened, in our words"),
                         optional(amount("value_usd_bn", "billion USD, where stated")),
                         text("publisher", "domain of the page, or article:1, article:2"),
                         text("url", "page"),
                         word("confidence", "how directly it is stated", {"high", "medium"}),
                         word("evidence", "own, or taken from one of the two articles",
                              {"own", "article"})},
             .key = {"id"},
             .dated_by = "date"}}};
}

LayerLayout us_trade() {
    return {
        .name = "us-trade",
        .text = "Imports of the United States by partner, industry and month; consumer prices",
        .tables = {
            {.name = "industries",
             .text = "Industries of three digits (NAICS) and special classes",
             .columns = {text("naics", "code, as text"), text("name", "name")},
             .key = {"naics"}},
            {.name = "totals",
             .text = "All industries; EU27, USMCA and WLD overlap the other partners",
             .columns = {economy("partner"), dated("month", Kind::month, "YYYY-MM"),
                         amount("imports", "thousand USD"), amount("duty", "thousand USD")},
             .key = {"partner", "month"}},
            {.name = "imports",
             .text = "By industry; no row = nothing came",
             .columns = {economy("partner"), dated("month", Kind::month, "YYYY-MM"),
                         one_of(text("naics", "code in industries"), "industries.naics"),
                         amount("imports", "thousand USD"), amount("duty", "thousand USD")},
             .key = {"partner", "month", "naics"}},
            {.name = "prices",
             .text = "Consumer prices, all items, US city average, not seasonally adjusted",
             .columns = {dated("month", Kind::month, "YYYY-MM"), amount("index", "1982-84 = 100")},
             .key = {"month"}}}};
}

LayerLayout us_products() {
    return {.name = "us-products",
            .text = "Imports of the United States in 2024 by exporter and product",
            .tables = {{.name = "products",
                        .text = "Products of the Harmonized System within the sectors of a world",
                        .columns = {economy("exporter"), text("product", "HS 2022, six digits"),
                                    text("sector", "code of the world's sector"),
                                    amount("imports", "million USD, for consumption")},
                        .key = {"exporter", "product", "sector"}}}};
}

LayerLayout us_tariffs() {
    return {.name = "us-tariffs",
            .text = "Tariffs of the United States by partner and date of policy since 2025",
            .tables = {{.name = "partners",
                        .text = "Partners and what they started from",
                        .columns = {economy("partner"),
                                    number("rate_2024", "parts of one, MFN and Section 301", 0, 5),
                                    amount("imports_2024", "million USD")},
                        .key = {"partner"}},
                       {.name = "rates",
                        .text = "Tariff added since the end of 2024, weighted by imports of 2024",
                        .columns = {dated("date", Kind::day, "in force from"),
                                    one_of(economy("partner"), "partners.partner"),
                                    number("added_rate", "parts of one", -1, 5)},
                        .key = {"date", "partner"}},
                       {.name = "actions",
                        .text = "Legal actions, not authoritative",
                        .columns = {dated("date", Kind::day, "in force from"),
                                    integer("position", "order within the day", 1, 100),
                                    text("authority", "law"), text("reference", "document"),
                                    text("description", "what it does")},
                        .key = {"date", "position"}}}};
}

LayerLayout security() {
    return {
        .name = "security",
        .text = "Obligations toward the powers, and American troops abroad",
        .tables = {
            {.name = "obligations",
             .text = "Our own variables from treaties in force; no row = none",
             .columns =
                 {economy("iso3"), year(),
                  number("defence_usa", "1 defence obligation, .25 by the Rio Treaty alone", 0, 1),
                  number("defence_chn", "1 defence obligation", 0, 1),
                  number("defence_rus", "1 defence obligation", 0, 1),
                  integer("tie_chn", "1 defence, neutrality or consultation", 0, 1),
                  integer("tie_rus", "1 defence, neutrality or consultation", 0, 1),
                  word("basis", "observed, carried on from the last year observed, or added by us",
                       {"observed", "carried", "added"})},
             .key = {"iso3", "year"}},
            {.name = "additions",
             .text = "Changes after the last year observed, gathered by us",
             .columns = {economy("iso3"), economy("power"),
                         dated("valid_from", Kind::day, "in force from"), text("treaty", "name"),
                         text("url", "where it is stated")},
             .key = {"iso3", "power", "valid_from"}},
            {.name = "troops",
             .text = "Active-duty personnel of the United States; no row = none",
             .columns = {economy("iso3"), year(), integer("active_duty", "persons", 1, 1e7)},
             .key = {"iso3", "year"}}}};
}

LayerLayout geography() {
    return {
        .name = "geography",
        .text = "Size, places, neighbours, languages and groups of economies",
        .tables = {
            {.name = "economies",
             .text = "Economies of the gravity regression and of the fixed panel",
             .columns = {economy("iso3"), text("name", "English name"),
                         integer("in_panel", "1 in the fixed panel of the measures, else 0", 0, 1)},
             .key = {"iso3"}},
            {.name = "cities",
             .text = "Cities that stand for an economy",
             .columns = {one_of(economy("iso3"), "economies.iso3"), text("city", "name"),
                         number("latitude", "degrees north", -90, 90),
                         number("longitude", "degrees east", -180, 180)},
             .key = {"iso3", "city"}},
            {.name = "languages",
             .text = "Official languages",
             .columns = {one_of(economy("iso3"), "economies.iso3"),
                         text("language", "code of ISO 639-1")},
             .key = {"iso3", "language"}},
            {.name = "borders",
             .text = "Land borders, each pair once",
             .columns = {one_of(economy("iso3"), "economies.iso3"),
                         one_of(economy("neighbour"), "economies.iso3")},
             .key = {"iso3", "neighbour"}},
            {.name = "memberships",
             .text = "Groups with dates",
             .columns = {text("group", "code"), economy("iso3"),
                         optional(dated("valid_from", Kind::day, "first day")),
                         optional(dated("valid_to", Kind::day, "last day, empty = still")),
                         text("source", "where it is stated")},
             .key = {"group", "iso3", "valid_from"}},
            {.name = "gdp",
             .text = "Gross domestic product",
             .columns = {one_of(economy("iso3"), "economies.iso3"), year(),
                         amount("gdp", "million current USD")},
             .key = {"iso3", "year"}}}};
}

LayerLayout panel() {
    const auto flag = [](std::string_view name, std::string_view about) {
        return integer(name, about, 0, 1);
    };
    const Column power = word("power", "toward whom", {"USA", "CHN", "RUS"});
    return {
        .name = "panel",
        .text = "States by year since 1950: what the risk of realignment is read from",
        .tables = {
            {.name = "states",
             .text = "Spans of membership in the system of states",
             .columns = {economy("iso3"),
                         integer("cow", "number in the Correlates of War project", 2, 999),
                         year("first_year", "first year of membership"),
                         optional(year("last_year", "last year, empty = still a member")),
                         number("max_population", "largest since 1945, million persons", 0, 1e4)},
             .key = {"iso3", "first_year"}},
            {.name = "obligations",
             .text = "Obligations with a power by kind, our own variables; no row = none",
             .columns = {economy("iso3"), year(), power, flag("defence", "1 or 0"),
                         flag("neutrality", "1 or 0"), flag("consultation", "1 or 0"),
                         flag("non_aggression", "1 or 0"),
                         word("basis",
                              "observed, carried on from the last year observed, or added by us",
                              {"observed", "carried", "added"})},
             .key = {"iso3", "year", "power"}},
            {.name = "democracy",
             .text = "Electoral democracy (V-Dem, CC BY-SA 4.0)",
             .columns = {economy("iso3"), year(),
                         number("polyarchy", "0 to 1, higher is more democratic", 0, 1)},
             .key = {"iso3", "year"}},
            {.name = "conflicts",
             .text = "Armed conflicts; no row = none",
             .columns = {economy("iso3"), year(),
                         flag("intrastate", "1 = government in a conflict within the state"),
                         flag("with_usa", "1 = beside or against the United States")},
             .key = {"iso3", "year"}},
            {.name = "rivalries",
             .text = "Strategic rivalries under way, our own count; no row = none",
             .columns = {economy("iso3"), year(), integer("rivalries", "number", 1, 50)},
             .key = {"iso3", "year"}},
            {.name = "economies",
             .text = "Income per head and capabilities",
             .columns = {economy("iso3"), year(),
                         optional(amount("gdp_per_head", "USD a head at constant prices")),
                         optional(number("log_capability",
                                         "log of the share of the world's capabilities", -30, 0))},
             .key = {"iso3", "year"}},
            {.name = "irregular_leaders",
             .text = "Years in which a leader came to power irregularly; no row = none",
             .columns = {economy("iso3"), year()},
             .key = {"iso3", "year"}},
            {.name = "rival_troops",
             .text = "Years with 100 or more troops of a rival power; no row = fewer",
             .columns = {economy("iso3"), year(), word("power", "whose", {"CHN", "RUS"})},
             .key = {"iso3", "year", "power"}},
            {.name = "trade_shares",
             .text = "Shares of trade with a power in exports plus imports",
             .columns = {economy("iso3"), year(), text("publisher", "short name"),
                         optional(number("usa", "parts of one", 0, 1)),
                         optional(number("chn", "parts of one", 0, 1)),
                         optional(number("rus", "parts of one", 0, 1))},
             .key = {"iso3", "year"}},
            {.name = "china_finance",
             .text = "Official finance from China by year; no row = none",
             .columns = {economy("iso3"), year(),
                         amount("amount", "million USD of 2021, commitments")},
             .key = {"iso3", "year"}},
            {.name = "periods",
             .text = "Last year each table knows of: no row of a later year says nothing",
             .columns = {word("table", "name",
                              {"obligations", "conflicts", "rivalries", "irregular_leaders",
                               "rival_troops"}),
                         year("last_year", "last year")},
             .key = {"table"}},
            {.name = "pact_totals",
             .text = "Pairs of states with a defence obligation, summed over the world",
             .columns = {year(), integer("pacts", "pairs in force", 0, 1e6),
                         optional(integer("ends", "of them without one in the next year", 0, 1e6)),
                         integer("usa_pacts", "pairs with the United States", 0, 1e6),
                         optional(integer("usa_ends", "ends among them", 0, 1e6))},
             .key = {"year"}},
            {.name = "artefacts",
             .text = "Changes in the data that are no events",
             .columns = {economy("iso3"), year(),
                         word("rule", "rule that would take it for an event",
                              {"E2", "E3", "E4", "E5"}),
                         text("reason", "why it is none"), text("source", "where it is stated")},
             .key = {"iso3", "year", "rule"}},
            {.name = "named_cases",
             .text = "Turns away from the United States that people name",
             .columns = {economy("iso3"), year(), text("text", "what happened"),
                         text("source", "where it is stated")},
             .key = {"iso3", "year"}}}};
}

}  // namespace

const std::vector<LayerLayout>& layer_layouts() {
    static const std::vector<LayerLayout> layouts{
        exposure(), finance(), geography(),   ideal_points(), panel(),    positions(), security(),
        signals(),  totals(),  us_products(), us_tariffs(),   us_trade(), votes()};
    return layouts;
}

const LayerLayout* find_layer_layout(std::string_view name) {
    const auto& layouts = layer_layouts();
    const auto found = std::ranges::find(layouts, name, &LayerLayout::name);
    return found == layouts.end() ? nullptr : &*found;
}

}  // namespace entente

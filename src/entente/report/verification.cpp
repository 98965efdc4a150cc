#include "entente/report/verification.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table figure_table(const Verification& verification) {
    Table table{
        .columns =
            {{.name = "result", .title = "Result"},
             {.name = "experiment", .title = "Experiment"},
             {.name = "figure", .title = "Figure"},
             {.name = "country", .title = "Country"},
             {.name = "ours", .title = "Ours", .unit = "%", .decimals = 4},
             {.name = "theirs", .title = "Theirs", .unit = "%", .decimals = 4},
             {.name = "difference", .title = "Difference", .unit = "points", .decimals = 4},
             {.name = "tolerance", .title = "Within", .unit = "points", .decimals = 5, .spare = 1},
             {.name = "relation", .title = "Ours is", .spare = 3},
             {.name = "source", .title = "Source", .spare = 2}},
        .rows = {}};
    for (const VerifiedFigure& figure : verification.figures) {
        table.rows.push_back(
            {text_cell(figure.agrees() ? "agrees" : "differs"), text_cell(figure.experiment),
             text_cell(figure.figure), text_cell(figure.country), number_cell(figure.ours),
             number_cell(figure.theirs), number_cell(figure.ours - figure.theirs),
             number_cell(figure.tolerance), text_cell(figure.is_lower_bound ? "at least" : "equal"),
             text_cell(figure.source)});
    }
    return table;
}

Table diversion_table(const Verification& verification) {
    Table table{.title = "Trade diversion of 2018-19, reported and not counted above",
                .columns = {{.name = "result", .title = "Result"},
                            {.name = "fact", .title = "Fact"},
                            {.name = "country", .title = "Country"},
                            {.name = "ours", .title = "Ours", .decimals = 3},
                            {.name = "published", .title = "Published"},
                            {.name = "source", .title = "Source", .spare = 1}},
                .rows = {}};
    for (const SignFact& fact : verification.diversion) {
        table.rows.push_back({text_cell(fact.agrees() ? "same sign" : "missed"),
                              text_cell(fact.fact), text_cell(fact.country), number_cell(fact.ours),
                              text_cell(fact.published_sign > 0 ? "rose" : "fell"),
                              text_cell(fact.source)});
    }
    return table;
}

std::string range_word(const RangeFact& fact) {
    if (!fact.is_published()) return "not published";
    if (fact.overlaps()) return "overlap";
    return fact.ours_low > fact.theirs_high ? "ours higher" : "ours lower";
}

Table liberation_day_table(const Verification& verification) {
    Table table{.title = "Tariffs of April 2025: mean welfare, reported and not counted above",
                .columns = {{.name = "result", .title = "Result"},
                            {.name = "experiment", .title = "Experiment"},
                            {.name = "country", .title = "Country"},
                            {.name = "ours_low", .title = "Ours", .unit = "lowest %"},
                            {.name = "ours_high", .title = "Ours", .unit = "highest %"},
                            {.name = "theirs_low", .title = "Theirs", .unit = "lowest %"},
                            {.name = "theirs_high", .title = "Theirs", .unit = "highest %"},
                            {.name = "source", .title = "Source", .spare = 1}},
                .rows = {}};
    for (const RangeFact& fact : verification.liberation_day) {
        const auto published = [&](double value) {
            return fact.is_published() ? number_cell(value) : Cell{};
        };
        table.rows.push_back({text_cell(range_word(fact)), text_cell(fact.experiment),
                              text_cell(fact.country), number_cell(fact.ours_low),
                              number_cell(fact.ours_high), published(fact.theirs_low),
                              published(fact.theirs_high), text_cell(fact.source)});
    }
    return table;
}

}  // namespace

bool VerifiedFigure::agrees() const {
    // Their figure is rounded, so ours may lie exactly on the edge.
    constexpr double rounding = 1e-9;
    if (is_lower_bound) return ours >= theirs - tolerance;
    return std::abs(ours - theirs) <= tolerance + rounding;
}

std::size_t Verification::num_different() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(figures, [](const VerifiedFigure& f) { return !f.agrees(); }));
}

std::string render(const Verification& verification, const Rendering& how) {
    if (verification.measures) return render(*verification.measures, how);
    const Table table = figure_table(verification);
    Document document{
        .title = "Published results and closed forms replayed",
        .introduction = {fmt::format("{} figures, {} differ by more than their tolerance.",
                                     verification.figures.size(), verification.num_different())},
        .tables = {table},
        .closing = {"Exact: change of real income, I/P. First-order: the figure the literature "
                    "prints as welfare. Both come from the same solution.",
                    "Within: half of their last printed digit; of closed forms, what solving may "
                    "miss."}};
    if (!verification.diversion.empty()) {
        document.tables.push_back(diversion_table(verification));
        document.closing.emplace_back(
            "Trade diversion: signs only, in the long run, on data of 2011 and with tariffs alone. "
            "Buyers move by relative prices alone: without economies of scale a bystander that "
            "sells "
            "more to the United States may sell less elsewhere; and the tariffs are the only "
            "change, so that every rival of China gains.");
    }
    if (!verification.liberation_day.empty()) {
        document.tables.push_back(liberation_day_table(verification));
        document.closing.emplace_back(
            "Tariffs of April 2025: ours over the three rules for deficits, theirs over the cases "
            "in docs/validation.md; nothing is fitted. They differ since theirs are the rates "
            "announced on 2 April and ours those in force on 5 April; theirs, but for one case, "
            "has one sector without inputs and an elasticity of 4, ours has many sectors that buy "
            "from each other; and where revenue lowers a tax on labour in theirs, more is worked.");
    }
    std::vector<std::string> worlds;
    for (const WorldStamp& world : verification.worlds) {
        document.closing.push_back(world_line(world));
        worlds.push_back(world.name);
    }
    return detail::render_document(document, table,
                                   {world_field(verification.worlds.front()),
                                    {"worlds", worlds},
                                    {"figures", table},
                                    {"trade_diversion", diversion_table(verification)},
                                    {"liberation_day", liberation_day_table(verification)}},
                                   how);
}

}  // namespace entente

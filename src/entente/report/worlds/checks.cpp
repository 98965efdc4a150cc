#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/report/render_document.hpp"
#include "entente/report/worlds/reports.hpp"

namespace entente {
namespace {

std::string status_words(CheckStatus status) {
    switch (status) {
        case CheckStatus::passed:
            return "passed";
        case CheckStatus::failed:
            return "failed";
        case CheckStatus::shown:
            break;
    }
    return "shown";
}

Table check_table(const WorldChecks& checks) {
    Table table{.columns = {{.name = "status", .title = "Result"},
                            {.name = "check", .title = "Check"},
                            {.name = "subject", .title = "Subject"},
                            {.name = "value", .title = "Value"},
                            {.name = "reference", .title = "Held against"},
                            {.name = "tolerance", .title = "Within"},
                            {.name = "unit", .title = "Unit", .spare = 1},
                            {.name = "source", .title = "Source", .spare = 2}},
                .rows = {}};
    for (const CheckResult& check : checks.checks) {
        table.rows.push_back({text_cell(status_words(check.status)), text_cell(check.check),
                              text_cell(check.subject), number_cell(check.value),
                              number_cell(check.reference), number_cell(check.tolerance),
                              text_cell(check.unit), text_cell(check.source)});
    }
    return table;
}

// Fewer rows than this of one check are worth reading one by one.
constexpr std::size_t shortest_run = 8;

double gap(const CheckResult& check) {
    return check.tolerance && check.reference
               ? std::abs(check.value - *check.reference) / *check.tolerance
               : 0.0;
}

/// For people: one row for a long run of passed checks of one kind, that of the worst of them, and
/// words for names made of code.
WorldChecks in_short(WorldChecks checks) {
    std::vector<CheckResult> kept;
    for (std::size_t first = 0; first < checks.checks.size();) {
        std::size_t end = first + 1;
        std::size_t worst = first;
        const CheckResult& head = checks.checks[first];
        while (end < checks.checks.size() && head.status == CheckStatus::passed &&
               checks.checks[end].status == head.status && checks.checks[end].check == head.check) {
            if (gap(checks.checks[end]) > gap(checks.checks[worst])) worst = end;
            ++end;
        }
        if (end - first < shortest_run) {
            kept.insert(kept.end(), checks.checks.begin() + std::ptrdiff_t(first),
                        checks.checks.begin() + std::ptrdiff_t(end));
        } else {
            kept.push_back(checks.checks[worst]);
            kept.back().subject =
                fmt::format("{} of {}, the farthest", kept.back().subject, end - first);
        }
        first = end;
    }
    for (CheckResult& check : kept) std::ranges::replace(check.check, '_', ' ');
    checks.checks = std::move(kept);
    return checks;
}

/// Checks range from 1e-16 to millions: four digits say enough to people.
Table with_four_digits(Table table) {
    for (auto& row : table.rows) {
        for (Cell& cell : row) {
            if (const auto* number = std::get_if<double>(&cell.value)) {
                cell = text_cell(fmt::format("{:.4g}", *number));
            }
        }
    }
    return table;
}

}  // namespace

std::size_t WorldChecks::num_failed() const {
    return static_cast<std::size_t>(
        std::ranges::count(checks, CheckStatus::failed, &CheckResult::status));
}

std::string render(const WorldChecks& checks, const Rendering& how) {
    const Table table = check_table(checks);
    const auto num_passed =
        std::ranges::count(checks.checks, CheckStatus::passed, &CheckResult::status);
    const Document document{
        .title = fmt::format("Checks of {} {}", checks.world.is_layer ? "layer" : "world",
                             checks.world.name),
        .introduction = {fmt::format(
            "{} passed, {} failed, {} shown without a bound.", num_passed, checks.num_failed(),
            checks.checks.size() - static_cast<std::size_t>(num_passed) - checks.num_failed())},
        .tables = {with_four_digits(check_table(in_short(checks)))},
        .closing = {world_line(checks.world)}};
    const JsonObject object{world_field(checks.world),
                            {"num_failed", number_cell(static_cast<double>(checks.num_failed()))},
                            {"checks", table}};
    return detail::render_document(document, table, object, how);
}

}  // namespace entente

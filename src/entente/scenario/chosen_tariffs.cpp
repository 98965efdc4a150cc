#include "entente/scenario/chosen_tariffs.hpp"

#include <algorithm>

#include "entente/scenario/grammar.hpp"
#include "entente/scenario/measure_cells.hpp"

namespace entente::detail {
namespace {

std::vector<std::size_t> positions(const std::vector<bool>& chosen) {
    std::vector<std::size_t> found;
    for (std::size_t n = 0; n < chosen.size(); ++n) {
        if (chosen[n]) found.push_back(n);
    }
    return found;
}

/// Adds the parties of one side. Whoever is in one already joins no other by "*".
void add_parties(const MeasureTask& task, const std::string& key,
                 const std::vector<std::string>& codes, const std::vector<bool>& opponents,
                 std::vector<bool>& taken, std::vector<Party>& parties) {
    const World& world = task.world;
    std::vector<std::string> in_order = codes;
    std::ranges::stable_partition(in_order, [](const std::string& code) { return code != "*"; });
    for (const std::string& code : in_order) {
        if (code == "*") {
            for (std::size_t n = 0; n < taken.size(); ++n) {
                if (taken[n] || (opponents[n] && key == "by")) continue;
                taken[n] = true;
                parties.push_back({world.countries()[n], {n}, opponents});
                parties.back().opponents[n] = false;
            }
            continue;
        }
        Problems known_already;
        const MeasureTask quiet{world, task.scenario, task.measure, known_already};
        Party party{code, positions(chosen_countries(quiet, key, {code})), opponents};
        for (const std::size_t n : party.members) {
            if (taken[n] || opponents[n]) {
                const auto entry = std::ranges::find(codes, code) - codes.begin();
                task.report({.kind = ProblemKind::contradictory_measures,
                             .column = key,
                             .where = world.countries()[n],
                             .value = code,
                             .expected = "each country in one place under by and against"},
                            static_cast<std::size_t>(entry));
                break;
            }
        }
        for (const std::size_t n : party.members) taken[n] = true;
        if (!party.members.empty()) parties.push_back(std::move(party));
    }
}

/// Sectors in which a country under `against` raised a tariff; all if it raised none.
std::vector<bool> sectors_raised(const World& world, const Shock& shock,
                                 const std::vector<bool>& against) {
    std::vector<bool> raised(world.num_sectors(), false);
    bool is_any = false;
    for (std::size_t i = 0; !shock.tariff_rate.empty() && i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            for (std::size_t s = 0; against[n] && i != n && s < world.num_sectors(); ++s) {
                if (!(shock.tariff_rate(i, n, s) > world.tariff_rate()(i, n, s))) continue;
                raised[s] = true;
                is_any = true;
            }
        }
    }
    if (!is_any) raised.assign(world.num_sectors(), true);
    return raised;
}

}  // namespace

void choose_tariffs(const World& world, const Scenario& scenario, Problems& problems,
                    Shock& shock) {
    const Retaliation& answer = scenario.retaliation;
    if (!is_chosen(answer.rule)) return;
    const Measure places{.sectors = answer.sectors,
                         .line = answer.line,
                         .values = answer.values,
                         .file = answer.file};
    const MeasureTask task{world, scenario, places, problems};
    const std::size_t problems_before = problems.size();
    const std::vector<bool> by = chosen_countries(task, "by", answer.by);
    const std::vector<bool> against = chosen_countries(task, "against", answer.against);
    const Array2<double> sectors = chosen_sectors(task);
    if (problems.size() > problems_before) return;
    ChosenTariffs chosen{.parties = {},
                         .sectors = sectors_raised(world, shock, against),
                         .is_by_sector = answer.is_by_sector};
    for (std::size_t s = 0; !answer.sectors.empty() && s < world.num_sectors(); ++s) {
        chosen.sectors[s] = sectors(0, s) > 0.0;
    }
    // "*" under `by` means all but those whose goods are taxed.
    std::vector<bool> answering = by;
    const bool is_everybody = std::ranges::find(answer.by, "*") != answer.by.end();
    for (std::size_t n = 0; is_everybody && n < by.size(); ++n) answering[n] = !against[n];
    std::vector<bool> taken(world.num_countries(), false);
    add_parties(task, "by", answer.by, against, taken, chosen.parties);
    if (answer.rule == RetaliationRule::nash) {
        add_parties(task, "against", answer.against, answering, taken, chosen.parties);
    }
    if (!shock.quotas.empty()) {
        task.report({.kind = ProblemKind::contradictory_measures,
                     .column = "rule",
                     .value = word_for(retaliation_rules(), answer.rule),
                     .expected = "no tariff-rate quotas beside tariffs that are chosen: their "
                                 "welfare has kinks that the search does not know"});
    }
    shock.chosen = std::move(chosen);
}

}  // namespace entente::detail

#include "entente/scenario/scenario_bases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace entente::detail {
namespace {

/// The files under one key of a scenario, each with its place.
struct Named {
    const Section& root;
    std::string key;
    const Scenario& scenario;
    const FileChain& chain;
    Problems& problems;

    void report(std::size_t entry, Problem problem) const {
        const auto places = root.places();
        const FilePlace place = places.at(key).at(entry);
        problem.line = place.line;
        problem.character = place.character;
        root.report(key, std::move(problem));
    }
    std::filesystem::path path_of(const std::string& name) const {
        return (std::filesystem::path(scenario.file).parent_path() / name).lexically_normal();
    }
};

bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
    return std::filesystem::weakly_canonical(a) == std::filesystem::weakly_canonical(b);
}

/// The scenario in one of the files named, its problems reported; nothing if it cannot be opened.
std::optional<Scenario> open(const Named& named, std::size_t entry, const std::string& name) {
    const std::filesystem::path path = named.path_of(name);
    if (!std::filesystem::exists(path)) {
        named.report(entry,
                     {.kind = ProblemKind::file_missing,
                      .value = name,
                      .expected = fmt::format("a scenario file, {}", path.string()),
                      .fix = "correct the path, which is relative to the folder of this file"});
        return std::nullopt;
    }
    const auto is_this = [&](const auto& other) { return is_same_file(path, other); };
    if (std::ranges::any_of(named.chain, is_this)) {
        named.report(entry, {.kind = ProblemKind::base_in_circle, .value = name});
        return std::nullopt;
    }
    return read_in_chain(path, named.chain, named.problems);
}

/// Says of measures from another file where they stand.
void set_file(Scenario& base) {
    for (Measure& measure : base.measures) {
        if (measure.file.empty()) measure.file = base.file;
    }
    if (base.retaliation.file.empty()) base.retaliation.file = base.file;
}

void take_out(const Named& named, std::size_t entry, const std::string& name, const Scenario& other,
              std::vector<Measure>& measures) {
    for (const Measure& measure : other.measures) {
        const auto is_meant = [&](const Measure& kept) { return say_the_same(kept, measure); };
        if (std::erase_if(measures, is_meant) > 0) continue;
        named.report(
            entry, {.kind = ProblemKind::nothing_taken_out,
                    .value = name,
                    .expected = fmt::format("bases with the measure on line {} of {}", measure.line,
                                            measure.file.empty() ? other.file : measure.file)});
    }
}

}  // namespace

bool say_the_same(Measure a, Measure b) {
    a.line = b.line = 0;
    a.file = b.file = "";
    return a == b;
}

void add_bases(const Section& root, const FileChain& chain, Scenario& scenario,
               Problems& problems) {
    std::vector<Measure> measures;
    Scenario inherited;
    const std::size_t problems_before = problems.size();
    const Named bases{root, "base", scenario, chain, problems};
    const std::vector<std::string> base_names = root.texts("base");
    for (std::size_t k = 0; k < base_names.size(); ++k) {
        auto base = open(bases, k, base_names[k]);
        if (!base) continue;
        set_file(*base);
        measures.insert(measures.end(), base->measures.begin(), base->measures.end());
        const std::string world = base->world.empty() ? inherited.world : base->world;
        // A table with the rule none still says whose answer an ensemble may draw.
        const Retaliation answer =
            base->retaliation.line == 0 ? inherited.retaliation : base->retaliation;
        inherited = std::move(*base);
        inherited.world = world;
        inherited.retaliation = answer;
    }
    const Named minus{root, "minus", scenario, chain, problems};
    const std::vector<std::string> minus_names = root.texts("minus");
    for (std::size_t k = 0; k < minus_names.size(); ++k) {
        const auto other = open(minus, k, minus_names[k]);
        // What a file with problems holds is not known.
        if (other && problems.size() == problems_before)
            take_out(minus, k, minus_names[k], *other, measures);
    }
    if (scenario.world.empty()) scenario.world = inherited.world;
    if (!root.has("model") && !base_names.empty()) {
        scenario.deficits = inherited.deficits;
        scenario.tolerance = inherited.tolerance;
        scenario.supply_elasticity = inherited.supply_elasticity;
        scenario.theta_cap = inherited.theta_cap;
        scenario.horizon = inherited.horizon;
    }
    if (!root.has("retaliation") && !base_names.empty()) {
        scenario.retaliation = inherited.retaliation;
    }
    std::ranges::move(scenario.measures, std::back_inserter(measures));
    scenario.measures = std::move(measures);
}

}  // namespace entente::detail

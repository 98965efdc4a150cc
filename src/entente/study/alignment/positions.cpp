#include "entente/study/alignment/positions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "entente/base/error.hpp"
#include "entente/realignment/estimate_positions.hpp"
#include "entente/realignment/sample_positions.hpp"
#include "entente/realignment/stored_positions.hpp"
#include "entente/study/alignment/positions_layer.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/layer/layer_files.hpp"

namespace entente {
namespace {

/// Positions, and where they come from.
struct PositionSource {
    Positions positions;
    PositionSample sample{};
};

/// What all states do together comes to rest slowly.
constexpr std::size_t passes_with_bridges = 500;

RollCallSubset subset_named(const std::string& name) {
    for (const NamedSubset& known : roll_call_subsets()) {
        if (known.name == name) return known.subset;
    }
    throw OptionError(fmt::format("There is no variant {} of the roll calls.", name));
}

/// The stored positions, if they were estimated from these roll calls.
std::optional<Positions> stored_positions(const LayerSet& layers, const Layer& votes) {
    const Layer* layer = layers.find("positions");
    if (layer == nullptr) return {};
    const StatePositions stored = read_state_positions(*layer);
    if (stored.votes_hash != votes.content_hash()) return {};
    return positions_of(stored);
}

Positions estimate(const Layer& votes, const PositionTaskOptions& task, PositionsTable& table,
                   PositionSample& sample) {
    const RollCallData data = usable_roll_calls(read_un_votes(votes), subset_named(task.variant));
    PositionOptions options;
    options.threads = task.threads;
    options.with_bridges = task.bridges;
    if (task.bridges) options.num_passes = passes_with_bridges;
    PositionEstimate result = estimate_positions(data, options);
    table.is_estimated = true;
    table.is_converged = result.converged;
    table.num_roll_calls = result.num_roll_calls;
    table.num_passes = result.num_passes;
    table.num_bridges = result.num_bridges;
    table.num_bridged = result.num_bridged;
    table.last_change = result.last_change;
    if (!task.write.empty()) {
        write_layer_folder(detail::make_positions_layer(votes, result.positions, options),
                           task.write, true);
        table.written = task.write;
    }
    if (task.slow) {
        sample = sample_positions(data, result.positions,
                                  {.num_sweeps = task.sweeps, .seed = task.seed, .model = options});
        table.has_intervals = true;
    }
    return std::move(result.positions);
}

/// Years to show.
std::vector<std::size_t> chosen_years(const Positions& positions,
                                      const PositionTaskOptions& options) {
    std::vector<std::size_t> all(positions.years.size());
    for (std::size_t t = 0; t < all.size(); ++t) all[t] = t;
    if (options.year == "all" || (options.year.empty() && !options.countries.empty())) return all;
    if (options.year.empty()) return {all.back()};
    int year = 0;
    const char* const end = options.year.data() + options.year.size();
    const auto parsed = std::from_chars(options.year.data(), end, year);
    const auto found = std::ranges::find(positions.years, year);
    if (parsed.ec != std::errc{} || parsed.ptr != end || found == positions.years.end()) {
        throw OptionError(fmt::format(
            "There are no positions for the year {}. They run from {} to {}, without years in "
            "which too little was voted, such as 1964; \"all\" shows every year.",
            options.year, positions.years.front(), positions.years.back()));
    }
    return {static_cast<std::size_t>(found - positions.years.begin())};
}

void add_rows(const PositionSource& source, const PositionTaskOptions& options,
              PositionsTable& table) {
    const Positions& positions = source.positions;
    std::vector<std::size_t> states;
    for (const std::string& code : options.countries) states.push_back(positions.states.at(code));
    if (states.empty()) {
        for (std::size_t i = 0; i < positions.states.size(); ++i) states.push_back(i);
    }
    const std::vector<std::size_t> years = chosen_years(positions, options);
    for (const std::size_t i : states) {
        for (const std::size_t t : years) {
            if (positions.votes_cast(i, t) == 0) continue;
            const int votes = positions.votes_cast(i, t);
            table.rows.push_back({{.state = positions.states[i],
                                   .year = positions.years[t],
                                   .smoothed = positions.smoothed(i, t),
                                   .smoothed_error = positions.smoothed_error(i, t),
                                   .filtered = positions.filtered(i, t),
                                   .yearly = positions.yearly(i, t),
                                   .votes_cast = votes},
                                  votes < few_votes});
            if (!table.has_intervals) continue;
            table.rows.back().low = source.sample.low(i, t);
            table.rows.back().high = source.sample.high(i, t);
        }
    }
    if (table.rows.empty()) {
        throw OptionError("None of these states cast a usable vote in that year.");
    }
    if (options.countries.empty()) {
        std::ranges::stable_sort(table.rows, [](const PositionRow& a, const PositionRow& b) {
            return a.year != b.year ? a.year < b.year : a.smoothed > b.smoothed;
        });
    }
}

}  // namespace

PositionsTable make_positions_table(const LayerSet& layers, const PositionTaskOptions& options) {
    const Layer* votes = layers.find("votes");
    if (votes == nullptr) throw OptionError(missing_layer("votes"));
    const bool is_all = options.variant == "all";
    if (!options.write.empty() && !(options.estimate && is_all)) {
        throw OptionError(
            "write stores an estimate of all roll calls: add --estimate, and leave "
            "the variant at all.");
    }
    if (options.bridges && (!options.estimate || options.slow || !options.write.empty())) {
        throw OptionError(
            "bridges change an estimate that is only shown: add --estimate, and leave out --slow "
            "and --write.");
    }
    PositionsTable table{.layer = detail::stamp(*votes), .variant = options.variant, .rows = {}};
    const std::optional<Positions> stored =
        is_all ? stored_positions(layers, *votes) : std::optional<Positions>{};
    PositionSource source;
    if (stored && !options.estimate && !options.slow) {
        source.positions = *stored;
    } else {
        source.positions = estimate(*votes, options, table, source.sample);
        if (stored) {
            table.difference_from_stored = largest_difference(source.positions, *stored);
        }
    }
    add_rows(source, options, table);
    return table;
}

}  // namespace entente

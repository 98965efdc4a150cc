#include "entente/ensemble/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double low_share = 0.05;
constexpr double high_share = 0.95;

std::vector<double> sorted_numbers(std::span<const double> values) {
    std::vector<double> numbers;
    std::ranges::copy_if(values, std::back_inserter(numbers),
                         [](double x) { return !std::isnan(x); });
    std::ranges::sort(numbers);
    return numbers;
}

/// Mean rank of one country's value among all, and how many are lower.
struct Place {
    double rank = none;
    std::size_t num_lower = 0;
};

Place place_of(std::span<const double> values, std::size_t country) {
    Place place;
    std::size_t num_equal = 0;
    for (const double value : values) {
        if (value < values[country]) ++place.num_lower;
        if (value == values[country]) ++num_equal;
    }
    place.rank =
        static_cast<double>(place.num_lower) + (static_cast<double>(num_equal) + 1.0) / 2.0;
    return place;
}

}  // namespace

FigureSummary summarize(std::span<const double> values) {
    const std::vector<double> sorted = sorted_numbers(values);
    FigureSummary summary{.num_draws = sorted.size(),
                          .mean = none,
                          .low = sorted_quantile(sorted, low_share),
                          .lower_quartile = sorted_quantile(sorted, 0.25),
                          .median = sorted_quantile(sorted, 0.5),
                          .upper_quartile = sorted_quantile(sorted, 0.75),
                          .high = sorted_quantile(sorted, high_share),
                          .probability_negative = none,
                          .probability_positive = none};
    if (sorted.empty()) return summary;
    const auto count = static_cast<double>(sorted.size());
    double sum = 0.0;
    for (const double value : sorted) sum += value;
    summary.mean = sum / count;
    const auto share = [&](auto is_counted) {
        return static_cast<double>(std::ranges::count_if(sorted, is_counted)) / count;
    };
    summary.probability_negative = share([](double x) { return x < 0.0; });
    summary.probability_positive = share([](double x) { return x > 0.0; });
    return summary;
}

std::vector<double> figure_values(std::span<const DrawRecord> records, std::size_t entity,
                                  std::size_t figure) {
    std::vector<double> values;
    for (const DrawRecord& record : records) {
        values.push_back(record.is_usable() ? record.evaluations.front().figures(entity, figure)
                                            : none);
    }
    return values;
}

std::vector<double> sector_values(std::span<const DrawRecord> records, std::size_t country,
                                  std::size_t sector) {
    std::vector<double> values;
    for (const DrawRecord& record : records) {
        values.push_back(
            record.is_usable() ? record.evaluations.front().sector_output(country, sector) : none);
    }
    return values;
}

std::vector<RankSummary> summarize_ranks(std::span<const DrawRecord> records,
                                         std::size_t num_countries, std::size_t figure) {
    constexpr std::size_t five = 5;
    std::vector<std::vector<double>> ranks(num_countries);
    std::vector<RankSummary> summaries(num_countries);
    std::vector<double> values(num_countries);
    for (const DrawRecord& record : records) {
        if (!record.is_usable()) continue;
        for (std::size_t n = 0; n < num_countries; ++n) {
            values[n] = record.evaluations.front().figures(n, figure);
        }
        for (std::size_t n = 0; n < num_countries; ++n) {
            const Place place = place_of(values, n);
            ranks[n].push_back(place.rank);
            if (place.num_lower == 0) summaries[n].probability_lowest += 1.0;
            if (place.num_lower < five) summaries[n].probability_among_five_lowest += 1.0;
        }
    }
    for (std::size_t n = 0; n < num_countries; ++n) {
        std::ranges::sort(ranks[n]);
        const auto count = static_cast<double>(ranks[n].size());
        summaries[n].low = sorted_quantile(ranks[n], low_share);
        summaries[n].median = sorted_quantile(ranks[n], 0.5);
        summaries[n].high = sorted_quantile(ranks[n], high_share);
        summaries[n].probability_lowest /= count;
        summaries[n].probability_among_five_lowest /= count;
    }
    return summaries;
}

EntityDrivers welfare_drivers(std::span<const DrawRecord> records, std::size_t entity,
                              std::size_t num_factors, std::uint64_t seed) {
    std::vector<const DrawRecord*> whole;
    for (const DrawRecord& record : records) {
        const bool is_whole = record.evaluations.size() == num_factors + 2 &&
                              std::ranges::all_of(record.evaluations, &Evaluation::is_usable);
        if (is_whole) whole.push_back(&record);
    }
    EntityDrivers drivers{.num_draws = whole.size(), .indices = {}};
    if (whole.empty()) return drivers;
    const auto welfare = [&](std::size_t draw, std::size_t evaluation) {
        return whole[draw]->evaluations[evaluation].figures(entity, welfare_figure);
    };
    std::vector<double> at_a;
    std::vector<double> at_b;
    Array2<double> at_mixed(num_factors, whole.size());
    for (std::size_t d = 0; d < whole.size(); ++d) {
        at_a.push_back(welfare(d, 0));
        at_b.push_back(welfare(d, 1));
        for (std::size_t k = 0; k < num_factors; ++k) at_mixed(k, d) = welfare(d, 2 + k);
    }
    drivers.indices = sobol_indices(at_a, at_b, at_mixed, seed);
    return drivers;
}

}  // namespace entente

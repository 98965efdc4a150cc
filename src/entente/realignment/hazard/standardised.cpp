#include "entente/realignment/hazard/standardised.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/hazard/predictor.hpp"

namespace entente {
namespace {

constexpr double furthest = 4.0;

}  // namespace

Standardiser::Standardiser(const Array2<double>& values, std::span<const std::size_t> rows,
                           std::span<const std::string_view> names) {
    std::map<std::string_view, std::vector<std::size_t>> data;
    for (std::size_t j = 0; j < names.size(); ++j) {
        std::vector<double> known;
        known.reserve(rows.size());
        for (const std::size_t k : rows) {
            if (!std::isnan(values(k, j))) known.push_back(values(k, j));
        }
        columns_.push_back({known.empty() ? 0.0 : median(std::move(known))});
        const std::string_view group = predictor(names[j]).data;
        if (!group.empty()) data[group].push_back(j);
    }
    for (const auto& [group, members] : data) {
        const bool is_somewhere_missing = std::any_of(rows.begin(), rows.end(), [&](std::size_t k) {
            return is_missing(values, k, members);
        });
        if (is_somewhere_missing) flags_.push_back(members);
    }
    scale_.resize(num_columns());
    for (std::size_t j = 0; j < num_columns(); ++j) {
        const auto value = [&](std::size_t k) {
            return j < columns_.size()                                  ? filled(values, k, j)
                   : is_missing(values, k, flags_[j - columns_.size()]) ? 1.0
                                                                        : 0.0;
        };
        double sum = 0.0;
        for (const std::size_t k : rows) sum += value(k);
        const double mean = sum / static_cast<double>(rows.size());
        double squares = 0.0;
        for (const std::size_t k : rows) squares += (value(k) - mean) * (value(k) - mean);
        scale_[j] = {mean, std::sqrt(squares / static_cast<double>(rows.size()))};
    }
}

double Standardiser::filled(const Array2<double>& values, std::size_t row,
                            std::size_t column) const {
    const double value = values(row, column);
    return std::isnan(value) ? columns_[column].median : value;
}

bool Standardiser::is_missing(const Array2<double>& values, std::size_t row,
                              const std::vector<std::size_t>& members) const {
    return std::all_of(members.begin(), members.end(),
                       [&](std::size_t j) { return std::isnan(values(row, j)); });
}

Array2<double> Standardiser::apply(const Array2<double>& values,
                                   std::span<const std::size_t> rows) const {
    // Rounding leaves a constant column a spread near 1e-17 of its size.
    constexpr double constant = 1e-12;
    Array2<double> result(rows.size(), num_columns());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (std::size_t j = 0; j < num_columns(); ++j) {
            const double value = j < columns_.size() ? filled(values, rows[k], j)
                                 : is_missing(values, rows[k], flags_[j - columns_.size()]) ? 1.0
                                                                                            : 0.0;
            const auto [mean, sd] = scale_[j];
            if (sd > constant * std::max(1.0, std::abs(mean))) {
                result(k, j) = std::clamp((value - mean) / sd, -furthest, furthest);
            }
        }
    }
    return result;
}

std::size_t Standardiser::name_of(std::size_t column) const {
    return column < columns_.size() ? column : flags_[column - columns_.size()].front();
}

}  // namespace entente

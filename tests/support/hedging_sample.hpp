#pragma once

// Made-up evidence of any size, for tests and benchmarks of the hedging measure. The figures mean
// nothing; they are spread as standardised figures are.

#include <cmath>
#include <string>

#include "entente/base/random_stream.hpp"
#include "entente/measures/hedging/evidence.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente::testing {

inline PerPole<IntensityReading> any_readings(RandomStream& stream) {
    PerPole<IntensityReading> readings{};
    for (IntensityReading& reading : readings) {
        reading.raw = {normal_draw(stream), 1.5};
        reading.residual = {normal_draw(stream), 1.8};
    }
    return readings;
}

inline HedgingCase any_case(const std::string& code, RandomStream& stream) {
    HedgingCase one{.code = code};
    one.trade = any_readings(stream);
    one.technology = any_readings(stream);
    one.finance[rival_pole] = stream.uniform();
    one.kappa = PerPole<double>{0.5 * stream.uniform(), stream.uniform() - 0.2};
    for (int v = 0; v < 3; ++v) one.trade_changes.push_back({normal_draw(stream), 5.0});
    one.kappa_change = StandardValue{normal_draw(stream), 20.0};
    one.finance_before = stream.uniform();
    return one;
}

inline std::string sample_code(std::size_t i) {
    return {static_cast<char>('A' + i / 26 % 26), static_cast<char>('A' + i % 26), 'X'};
}

/// A ledger of `num_rows` acts of the first `num_actors` codes, of EU27 and of both poles.
inline HedgingLedger sample_ledger(std::size_t num_rows, std::size_t num_actors) {
    RandomStream stream({.seed = 77});
    HedgingLedger ledger{.rows = {},
                         .blocs = {{"EU27", {sample_code(0), sample_code(2), sample_code(4)}}},
                         .poles = {"USA", "CHN"}};
    for (std::size_t k = 0; k < num_rows; ++k) {
        SignalRow row{.actor = sample_code(static_cast<std::size_t>(
                          stream.uniform() * static_cast<double>(num_actors)))};
        if (k % 11 == 0) row.actor = "EU27";
        if (k % 13 == 0) row.actor = k % 2 == 0 ? "USA" : "CHN";
        row.channel = all_channels[k % num_channels];
        row.date = 2017.0 + 9.6 * stream.uniform();
        row.is_toward_rival = stream.uniform() < 0.5;
        row.direction = stream.uniform() < 0.7 ? 1 : -1;
        row.magnitude = 1.0 + std::floor(5.0 * stream.uniform());
        row.event = k / 2;
        row.is_from_article = k % 37 == 0;
        ledger.rows.push_back(row);
    }
    return ledger;
}

/// `num_cases` countries, a reference panel of four years of each, 400 acts of 24 of them.
inline HedgingEvidence sample_evidence(std::size_t num_cases) {
    RandomStream stream({.seed = 76});
    HedgingEvidence evidence;
    for (std::size_t i = 0; i < num_cases; ++i) {
        evidence.cases.push_back(any_case(sample_code(i), stream));
        evidence.cases.back().signals_as_of = 2026.66;
        for (int year = 0; year < 4; ++year) {
            evidence.reference_panel.push_back(any_case(sample_code(i), stream));
        }
    }
    for (auto& kappas : evidence.kappa_panel) {
        for (std::size_t k = 0; k < 15 * num_cases; ++k) {
            kappas.push_back(stream.uniform() - 0.2);
        }
    }
    evidence.ledger = sample_ledger(400, 24);
    return evidence;
}

}  // namespace entente::testing

#pragma once

// What quotas and tariffs chosen in answer came to over the draws of an ensemble.

#include <span>
#include <string>
#include <vector>

#include "entente/ensemble/draw_record.hpp"
#include "entente/report/table.hpp"
#include "entente/world/world.hpp"

namespace entente {

bool have_quotas(std::span<const DrawRecord> records);
bool have_chosen_tariffs(std::span<const DrawRecord> records);

/// quotas.csv: a row for each draw with a solution and quota.
std::string ensemble_quotas_csv(std::span<const DrawRecord> records, const World& world);
/// quota_summary.csv: a row for each quota with the share of draws in each regime, over draws with
/// a solution in which the quota is in force.
Table ensemble_quota_summary_table(std::span<const DrawRecord> records, const World& world);

/// chosen_tariffs.csv: a row for each draw with a solution and rate.
std::string ensemble_chosen_csv(std::span<const DrawRecord> records, const World& world);
/// chosen_summary.csv: a row for each rate, over draws with a solution in which it is chosen.
Table ensemble_chosen_summary_table(std::span<const DrawRecord> records, const World& world);

/// What both came to in a sentence each; empty without any.
std::vector<std::string> response_lines(std::span<const DrawRecord> records);

}  // namespace entente

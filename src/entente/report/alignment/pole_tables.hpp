#pragma once

// How much powers hold over others, how many powers that amounts to, and the agreements others have
// among themselves. study/alignment/pole_tables.cpp computes them.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/agreement_links.hpp"
#include "entente/measures/leverage.hpp"
#include "entente/report/exposure/method.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

struct PowerRow {
    Pole power{};
    PowerTotal total{};
    /// Rank among all candidates by `pole_share`, 1 = first.
    std::size_t rank = 0;
};

struct LeverageRow {
    std::string code{};
    std::string name{};
    /// [power shown] loss of real income, 0 to 1; NaN for a member of the power.
    std::vector<double> loss{};
    /// [power shown] what the power loses.
    std::vector<double> reverse{};
    /// Between the two powers of hedging activity; nothing without a score.
    std::optional<ChannelLeans> leans{};
};

struct PoleTable {
    WorldStamp world{};
    ExposureMethod method = ExposureMethod::closed_form;
    /// "powers" or "countries".
    bool by_country = false;
    std::vector<PowerRow> powers{};
    std::vector<LeverageRow> countries{};
    /// Over all candidates: every economy, the members of a joint power once.
    double effective_poles = 0.0;
    std::size_t num_candidates = 0;
    PerPole<std::string> lean_poles{};
    std::vector<LayerStamp> layers{};
};

std::string render(const PoleTable& table, const Rendering& how);

struct LinkTable {
    WorldStamp layer{};
    std::vector<std::string> powers{};
    bool by_pair = false;
    AgreementLinks links{};
};

std::string render(const LinkTable& table, const Rendering& how);

}  // namespace entente

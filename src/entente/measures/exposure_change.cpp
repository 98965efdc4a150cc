#include "entente/measures/exposure_change.hpp"

#include <Eigen/LU>

#include <array>
#include <bit>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/measures/exposure.hpp"
#include "entente/measures/power_members.hpp"
#include "entente/measures/technology.hpp"

namespace entente {
namespace {

constexpr std::size_t num_factors = 4;
enum Factor : std::size_t { partner_share, sector_mix, supply_chains, elasticity };

/// What the closed form is made of, factor by factor.
struct Parts {
    // Partner share: omega, and the power's part of what each sector sells.
    Eigen::VectorXd share_bought;
    Eigen::VectorXd share_sold;
    // Sector mix: alpha, and output over GDP.
    Eigen::VectorXd consumption;
    Eigen::VectorXd made;
    // Supply chains: (I - G)^-1 and mu.
    Eigen::MatrixXd chain;
    Eigen::VectorXd value_added;
    Eigen::VectorXd trade_elasticity;
};

std::vector<bool> members_of(const ExposureAt& at) {
    std::vector<bool> members = detail::power_members(at.world.num_countries(), at.power);
    members[at.n] = false;
    return members;
}

Eigen::VectorXd empty_vector(const World& world) {
    return Eigen::VectorXd::Zero(static_cast<Eigen::Index>(world.num_sectors()));
}

/// The power's share in spending on each sector and in the sales of each.
void add_partner_shares(const ExposureAt& at, Parts& parts) {
    const std::vector<bool> is_cut = members_of(at);
    for (std::size_t i = 0; i < at.world.num_countries(); ++i) {
        if (!is_cut[i]) continue;
        for (std::size_t s = 0; s < at.world.num_sectors(); ++s) {
            const auto row = static_cast<Eigen::Index>(s);
            parts.share_bought[row] += at.state.trade_share(i, at.n, s);
            const double output = at.state.gross_output(at.n, s);
            if (output > 0.0) parts.share_sold[row] += at.state.trade_flow(at.n, i, s) / output;
        }
    }
}

Parts parts_of(const ExposureAt& at) {
    const World& world = at.world;
    const std::size_t num_sectors = world.num_sectors();
    const auto size = static_cast<Eigen::Index>(num_sectors);
    Parts parts{
        empty_vector(world), empty_vector(world), empty_vector(world), empty_vector(world), {},
        empty_vector(world), empty_vector(world)};
    add_partner_shares(at, parts);
    Eigen::MatrixXd links(size, size);
    const SupplyChainMultipliers multipliers = supply_chain_multipliers(world, at.state);
    for (std::size_t s = 0; s < num_sectors; ++s) {
        const auto row = static_cast<Eigen::Index>(s);
        parts.consumption[row] = world.consumption_share()(at.n, s);
        parts.made[row] = at.state.gross_output(at.n, s) / at.state.value_added[at.n];
        parts.value_added[row] = multipliers.value_added(at.n, s);
        parts.trade_elasticity[row] = world.trade_elasticity(s);
        for (std::size_t r = 0; r < num_sectors; ++r) {
            links(row, static_cast<Eigen::Index>(r)) = detail::input_cost_share(world, at.n, s, r);
        }
    }
    parts.chain = (Eigen::MatrixXd::Identity(size, size) - links).inverse();
    return parts;
}

/// R with each factor from one of the two, bit by bit.
double resistance(const std::array<Parts, 2>& both, unsigned mask) {
    const auto from = [&](Factor factor) -> const Parts& { return both[(mask >> factor) & 1U]; };
    const Parts& share = from(partner_share);
    const Parts& mix = from(sector_mix);
    const Parts& chains = from(supply_chains);
    const Eigen::VectorXd& theta = from(elasticity).trade_elasticity;
    const Eigen::VectorXd price = chains.chain * mix.consumption;
    double bought = 0.0;
    double sold = 0.0;
    double sales = 0.0;
    double weighted_theta = 0.0;
    for (Eigen::Index s = 0; s < price.size(); ++s) {
        if (share.share_bought[s] > 0.0 && price[s] != 0.0) {
            bought -= price[s] * std::log1p(-share.share_bought[s]) / theta[s];
        }
        const double sale = share.share_sold[s] * mix.made[s];
        sold += chains.value_added[s] * sale;
        sales += sale;
        weighted_theta += sale * theta[s];
    }
    if (sales > 0.0) sold /= 1.0 + weighted_theta / sales;
    return bought - std::log1p(-sold);
}

/// [eq:exposure-change]  mean over all orders of what changing this factor adds
double shapley_part(const std::array<double, 1U << num_factors>& values, Factor factor) {
    // |S|! (3 - |S|)! / 4! for a set S of the other three.
    constexpr std::array<double, num_factors> weight{6.0 / 24.0, 2.0 / 24.0, 2.0 / 24.0,
                                                     6.0 / 24.0};
    const unsigned bit = 1U << factor;
    double part = 0.0;
    for (unsigned mask = 0; mask < values.size(); ++mask) {
        if ((mask & bit) != 0) continue;
        part += weight[static_cast<std::size_t>(std::popcount(mask))] *
                (values[mask | bit] - values[mask]);
    }
    return part;
}

void require_same_sectors(const ExposureAt& then, const ExposureAt& now) {
    detail::require_fit(then.world, then.state, then.n);
    detail::require_fit(now.world, now.state, now.n);
    bool is_same = then.world.num_sectors() == now.world.num_sectors();
    for (std::size_t s = 0; is_same && s < now.world.num_sectors(); ++s) {
        is_same = then.world.sectors()[s] == now.world.sectors()[s];
    }
    if (!is_same) throw ShapeError("The two worlds do not have the same sectors.");
}

/// [s] share of a set of sellers in the imports of some buyers, own sales left out.
std::vector<double> import_share(const ExposureAt& at, const std::vector<bool>& sellers,
                                 const std::vector<bool>& buyers) {
    std::vector<double> share;
    for (std::size_t s = 0; s < at.world.num_sectors(); ++s) {
        double part = 0.0;
        double all = 0.0;
        for (std::size_t i = 0; i < at.world.num_countries(); ++i) {
            for (std::size_t m = 0; m < at.world.num_countries(); ++m) {
                if (!buyers[m] || buyers[i]) continue;
                all += at.state.trade_flow(i, m, s);
                if (sellers[i]) part += at.state.trade_flow(i, m, s);
            }
        }
        share.push_back(all > 0.0 ? part / all : 0.0);
    }
    return share;
}

double log_growth(double then, double now) {
    return then > 0.0 && now > 0.0 ? std::log(now / then) : 0.0;
}

}  // namespace

ExposureChange exposure_change(const ExposureAt& then, const ExposureAt& now) {
    require_same_sectors(then, now);
    const std::array<Parts, 2> both{parts_of(then), parts_of(now)};
    std::array<double, 1U << num_factors> values{};
    for (unsigned mask = 0; mask < values.size(); ++mask) values[mask] = resistance(both, mask);
    return {.loss_then = -std::expm1(-values.front()),
            .loss_now = -std::expm1(-values.back()),
            .change = values.back() - values.front(),
            .partner_share = shapley_part(values, partner_share),
            .sector_mix = shapley_part(values, sector_mix),
            .supply_chains = shapley_part(values, supply_chains),
            .elasticity = shapley_part(values, elasticity)};
}

ConnectorScore connector_score(const ExposureAt& then, const std::vector<std::size_t>& rival_then,
                               const ExposureAt& now, const std::vector<std::size_t>& rival_now) {
    require_same_sectors(then, now);
    const auto only = [](const ExposureAt& at) {
        std::vector<bool> members(at.world.num_countries(), false);
        members[at.n] = true;
        return members;
    };
    const auto rivals = [](const ExposureAt& at, const std::vector<std::size_t>& rival) {
        return detail::power_members(at.world.num_countries(), rival);
    };
    const auto sold_then = import_share(then, only(then), members_of(then));
    const auto sold_now = import_share(now, only(now), members_of(now));
    const auto bought_then = import_share(then, rivals(then, rival_then), only(then));
    const auto bought_now = import_share(now, rivals(now, rival_now), only(now));
    const std::vector<bool> power = members_of(now);
    ConnectorScore result;
    double exports = 0.0;
    for (std::size_t s = 0; s < now.world.num_sectors(); ++s) {
        double value = 0.0;
        for (std::size_t m = 0; m < power.size(); ++m) {
            if (power[m]) value += now.state.trade_flow(now.n, m, s);
        }
        const double both = std::min(log_growth(sold_then[s], sold_now[s]),
                                     log_growth(bought_then[s], bought_now[s]));
        exports += value;
        if (both <= 0.0) continue;
        result.score += value * both;
        result.connected_share += value;
    }
    if (exports > 0.0) {
        result.score /= exports;
        result.connected_share /= exports;
    }
    return result;
}

}  // namespace entente

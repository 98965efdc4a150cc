#include "entente/world/recipe/technology.hpp"

#include <algorithm>
#include <numeric>

namespace entente::detail {
namespace {

/// [w, place among WIOD sectors], and [w, input, user], million USD; the last w is all of WIOD.
struct WiodAccounts {
    Array2<double> output, value_added;
    Array3<double> inputs;
};

WiodAccounts wiod_accounts(const Frame& frame, const Raw2023& raw) {
    const std::size_t all = frame.num_wiod();
    const std::size_t num = frame.wiod_sectors.size();
    WiodAccounts accounts{.output = Array2<double>(all + 1, num),
                          .value_added = Array2<double>(all + 1, num),
                          .inputs = Array3<double>(all + 1, num, num)};
    for (const WiodOutput& row : raw.wiod_output) {
        const std::size_t c = frame.wiod_sectors.at(row.sector);
        for (const std::size_t w : {frame.wiod_countries.at(row.country), all}) {
            accounts.output(w, c) += row.gross_output;
            accounts.value_added(w, c) += row.value_added;
        }
    }
    for (const WiodInput& row : raw.wiod_inputs) {
        const std::size_t input = frame.wiod_sectors.at(row.input_sector);
        const std::size_t user = frame.wiod_sectors.at(row.using_sector);
        for (const std::size_t w : {frame.wiod_countries.at(row.country), all}) {
            accounts.inputs(w, input, user) += std::max(row.value, 0.0);
        }
    }
    return accounts;
}

/// [w, s] value added over output of the WIOD sectors that s is made of.
Array2<double> wiod_value_added_share(const Frame& frame, const WiodAccounts& accounts) {
    const std::size_t all = frame.num_wiod();
    Array2<double> share(all, frame.num_sectors());
    for (std::size_t w = 0; w < all; ++w) {
        for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
            double output = 0.0, value_added = 0.0, all_output = 0.0, all_value_added = 0.0;
            for (const std::size_t c : frame.wiod_of_sector[s]) {
                output += accounts.output(w, c);
                value_added += accounts.value_added(w, c);
                all_output += accounts.output(all, c);
                all_value_added += accounts.value_added(all, c);
            }
            share(w, s) = output > 0.0 ? value_added / output : all_value_added / all_output;
        }
    }
    return share;
}

/// Spending of user r of w on each WIOD sector; of all of WIOD if w's r buys nothing.
std::vector<double> spending(const Frame& frame, const WiodAccounts& accounts, std::size_t w,
                             std::size_t r) {
    const std::size_t num = frame.wiod_sectors.size();
    for (const std::size_t where : {w, frame.num_wiod()}) {
        std::vector<double> spent(num);
        for (std::size_t input = 0; input < num; ++input) {
            for (const std::size_t user : frame.wiod_of_sector[r]) {
                spent[input] += accounts.inputs(where, input, user);
            }
        }
        if (std::accumulate(spent.begin(), spent.end(), 0.0) > 0.0) return spent;
    }
    return std::vector<double>(num);
}

/// [w, split] odds of the first sector in what w buys from anywhere, or one where it buys neither.
Array2<double> absorption_odds(const Frame& frame, const Array3<double>& wiod_by_sector) {
    Array2<double> odds(frame.num_wiod(), frame.splits.size(), 1.0);
    for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
        for (std::size_t k = 0; k < frame.splits.size(); ++k) {
            double first = 0.0;
            double second = 0.0;
            for (std::size_t v = 0; v < frame.num_wiod(); ++v) {
                first += wiod_by_sector(v, w, frame.splits[k].first);
                second += wiod_by_sector(v, w, frame.splits[k].second);
            }
            if (first > 0.0 && second > 0.0) odds(w, k) = first / second;
        }
    }
    return odds;
}

// [eq:split-inputs]  first[r] / second[r] = ( first / second absorbed in w ) o[r]
//
// o: odds of user r over those of all users, [eq:user-odds].
Array3<double> wiod_input_share(const Frame& frame, const WiodAccounts& accounts,
                                const Array3<double>& wiod_by_sector, const SectorSplits& splits) {
    const std::size_t num_sectors = frame.num_sectors();
    const Array2<double> odds = absorption_odds(frame, wiod_by_sector);
    Array3<double> share(frame.num_wiod(), num_sectors, num_sectors);
    for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
        for (std::size_t r = 0; r < num_sectors; ++r) {
            const std::vector<double> spent = spending(frame, accounts, w, r);
            const double total = std::accumulate(spent.begin(), spent.end(), 0.0);
            for (std::size_t c = 0; c < spent.size(); ++c) {
                share(w, frame.sectors_of_wiod[c].front(), r) += spent[c] / total;
            }
            for (std::size_t k = 0; k < frame.splits.size(); ++k) {
                const Frame::Split& split = frame.splits[k];
                const double user_odds = odds(w, k) * splits.user_odds(k, r);
                const double both = spent[split.wiod] / total;
                share(w, split.first, r) = both * user_odds / (1.0 + user_odds);
                share(w, split.second, r) = both / (1.0 + user_odds);
            }
        }
    }
    return share;
}

}  // namespace

Technology technology(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                      const Array3<double>& wiod_by_sector, const SectorSplits& splits) {
    const WiodAccounts accounts = wiod_accounts(frame, raw);
    const Array2<double> value_added = wiod_value_added_share(frame, accounts);
    const Array3<double> inputs = wiod_input_share(frame, accounts, wiod_by_sector, splits);
    const double lowest = recipe.assumed("value_added_share_lowest");
    const double highest = recipe.assumed("value_added_share_highest");
    const std::size_t num_sectors = frame.num_sectors();
    Technology result{
        .value_added_share = Array2<double>(frame.num_countries(), num_sectors),
        .input_share = Array3<double>(frame.num_countries(), num_sectors, num_sectors)};
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
            const double weight = frame.proxy(n, w);
            if (weight <= 0.0) continue;
            for (std::size_t s = 0; s < num_sectors; ++s) {
                result.value_added_share(n, s) += weight * value_added(w, s);
                for (std::size_t r = 0; r < num_sectors; ++r) {
                    result.input_share(n, s, r) += weight * inputs(w, s, r);
                }
            }
        }
        for (double& share : result.value_added_share.row(n)) {
            share = std::clamp(share, lowest, highest);
        }
    }
    const auto oil = frame.sectors.find(recipe.oil_sector);
    for (const std::string& code : recipe.oil_exporters) {
        result.value_added_share(frame.countries.at(code), *oil) =
            recipe.assumed("value_added_share_oil");
    }
    return result;
}

}  // namespace entente::detail

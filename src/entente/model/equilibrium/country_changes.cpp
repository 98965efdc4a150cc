#include "entente/model/equilibrium/country_changes.hpp"

#include <cmath>

namespace entente {
namespace {

// [eq:welfare]  W_hat[n] = I_hat[n] / prod_s P_hat[n,s]^alpha[n,s]
void add_real_income(const Baseline& base, const Equilibrium& equilibrium, std::size_t n,
                     CountryChange& change) {
    double log_price = 0.0;
    for (std::size_t s = 0; s < base.num_sectors(); ++s) {
        log_price += base.consumption_share(n, s) * std::log(equilibrium.price_index_hat(n, s));
    }
    change.price_index_hat = std::exp(log_price);
    change.income_hat = equilibrium.income_new[n] / base.income[n];
    change.welfare_hat = change.income_hat / (change.price_index_hat * equilibrium.spending_scale);
    change.real_wage_hat = equilibrium.wage_hat[n] / change.price_index_hat;
}

struct Totals {
    std::vector<double> exports, imports, exports_new, imports_new;
    explicit Totals(std::size_t size)
        : exports(size), imports(size), exports_new(size), imports_new(size) {}
};

double ratio(double now, double before) {
    return before > 0.0 ? now / before : 1.0;
}

}  // namespace

// [eq:first-order]  with E, M trade at the base, net of tariffs and without own sales:
//   terms of trade        1/I[n] sum ( E[n,m,s] (c_hat[n,s] - 1) - M[i,n,s] (c_hat[i,s] - 1) )
//   volume of trade       1/I[n] sum t[i,n,s] M[i,n,s] ( M_hat[i,n,s] - c_hat[i,s] )
//   technical efficiency  -1/I[n] sum M[i,n,s] (1 + t[i,n,s]) (d_hat[i,n,s] - 1)
std::vector<CountryChange> country_changes(const Baseline& base, const Shock& shock,
                                           const Equilibrium& equilibrium) {
    const TradeState now = trade_state(base, shock, equilibrium);
    const std::size_t num_countries = base.num_countries();
    std::vector<CountryChange> changes(num_countries);
    Totals totals(num_countries);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            if (i == n) continue;
            for (std::size_t s = 0; s < base.num_sectors(); ++s) {
                const double rate = base.tariff_rate(i, n, s);
                const double flow =
                    base.trade_share(i, n, s) * base.expenditure(n, s) / (1.0 + rate);
                const double flow_new = now.trade_flow(i, n, s);
                // What buyers pay at the gate, [eq:subsidy].
                double cost_hat = equilibrium.unit_cost_hat(i, s);
                if (!shock.output_subsidy.empty()) cost_hat *= 1.0 - shock.output_subsidy(i, s);
                const double cost_factor =
                    shock.trade_cost_hat.empty() ? 1.0 : shock.trade_cost_hat(i, n, s);
                totals.exports[i] += flow;
                totals.imports[n] += flow;
                totals.exports_new[i] += flow_new;
                totals.imports_new[n] += flow_new;
                changes[i].terms_of_trade += flow * (cost_hat - 1.0);
                changes[n].terms_of_trade -= flow * (cost_hat - 1.0);
                changes[n].volume_of_trade += rate * (flow_new - flow * cost_hat);
                changes[n].technical_efficiency -= flow * (1.0 + rate) * (cost_factor - 1.0);
            }
        }
    }
    for (std::size_t n = 0; n < num_countries; ++n) {
        add_real_income(base, equilibrium, n, changes[n]);
        changes[n].exports_hat = ratio(totals.exports_new[n], totals.exports[n]);
        changes[n].imports_hat = ratio(totals.imports_new[n], totals.imports[n]);
        changes[n].terms_of_trade /= base.income[n];
        changes[n].volume_of_trade /= base.income[n];
        changes[n].technical_efficiency /= base.income[n];
    }
    return changes;
}

}  // namespace entente

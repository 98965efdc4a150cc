#include "entente/world/validate_world.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/source/iso_countries.hpp"
#include "entente/world/code_rules.hpp"
#include "entente/world/limits.hpp"

namespace entente::detail {
namespace {

class Validator {
  public:
    Validator(const WorldData& data, Problems& problems) : data_(data), problems_(problems) {}

    void run() {
        check_heading();
        check_axes();
        check_shapes();
        check_trade();
        check_output();
        check_inputs();
        check_consumption();
        check_memberships();
        check_records();
    }

  private:
    std::size_t num_countries() const { return data_.countries.size(); }
    std::size_t num_sectors() const { return data_.sectors.size(); }
    const std::string& country(std::size_t n) const { return data_.countries[n].code; }
    const std::string& sector(std::size_t s) const { return data_.sectors[s].code; }

    void add(ProblemKind kind, std::string column, std::string where, double value,
             std::string expected = {}) {
        problems_.add({.kind = kind,
                       .column = std::move(column),
                       .where = std::move(where),
                       .value = shortest_text(value),
                       .expected = std::move(expected)});
    }

    void check_heading() {
        if (data_.name.empty()) problems_.add({.kind = ProblemKind::empty_value, .column = "name"});
        if (data_.unit.empty()) problems_.add({.kind = ProblemKind::empty_value, .column = "unit"});
        if (data_.base_year < first_year || data_.base_year > last_year) {
            add(ProblemKind::value_out_of_range, "base_year", {}, data_.base_year,
                fmt::format("a year from {} to {}", first_year, last_year));
        }
    }

    void check_code(const std::string& column, const std::string& code) {
        if (is_code(code)) return;
        problems_.add({.kind = ProblemKind::bad_code, .column = column, .value = code});
    }

    void check_axes() {
        if (data_.countries.empty()) {
            problems_.add({.kind = ProblemKind::empty_table, .file = "countries.csv"});
        }
        if (data_.sectors.empty()) {
            problems_.add({.kind = ProblemKind::empty_table, .file = "sectors.csv"});
        }
        std::set<std::string> seen;
        for (const Country& entry : data_.countries) {
            if (!seen.insert(entry.code).second) duplicate("iso3", entry.code);
            check_code("iso3", entry.code);
            if (is_number(entry.code)) {
                problems_.add({.kind = ProblemKind::numeric_country_code,
                               .column = "iso3",
                               .value = entry.code});
            }
        }
        seen.clear();
        for (const Sector& entry : data_.sectors) {
            if (!seen.insert(entry.code).second) duplicate("sector", entry.code);
            check_code("sector", entry.code);
            if (!(entry.trade_elasticity > 0.0) || !std::isfinite(entry.trade_elasticity)) {
                add(ProblemKind::not_positive, "trade_elasticity", entry.code,
                    entry.trade_elasticity, "a positive theta, such as 5");
            }
        }
    }

    void duplicate(const std::string& column, const std::string& code) {
        problems_.add({.kind = ProblemKind::duplicate_row, .column = column, .value = code});
    }

    /// Arrays of the wrong shape are a mistake of the program that made the data, not of a user.
    void check_shapes() const {
        const std::array<std::size_t, 3> trade{num_countries(), num_countries(), num_sectors()};
        const std::array<std::size_t, 2> by_sector{num_countries(), num_sectors()};
        const std::array<std::size_t, 3> inputs{num_countries(), num_sectors(), num_sectors()};
        bool right =
            data_.trade_flow.shape() == trade && data_.tariff_rate.shape() == trade &&
            data_.trade_quality.shape() == trade && data_.gross_output.shape() == by_sector &&
            data_.value_added_share.shape() == by_sector &&
            data_.technology_quality.shape() == by_sector &&
            (data_.input_share.empty() || data_.input_share.shape() == inputs) &&
            (data_.consumption_share.empty() || data_.consumption_share.shape() == by_sector);
        for (const auto& [label, rates] : data_.alternative_tariffs) {
            right = right && rates.shape() == trade;
        }
        if (!right) throw ShapeError("The arrays of a world do not fit its countries and sectors.");
    }

    std::string cell(std::size_t i, std::size_t n, std::size_t s) const {
        return fmt::format("{} to {}, {}", country(i), country(n), sector(s));
    }

    void check_tariffs(const Array3<double>& rates, const std::string& column) {
        for (std::size_t i = 0; i < num_countries(); ++i) {
            for (std::size_t n = 0; n < num_countries(); ++n) {
                for (std::size_t s = 0; s < num_sectors(); ++s) {
                    const double rate = rates(i, n, s);
                    if (!(rate > -1.0) || !std::isfinite(rate)) {
                        add(ProblemKind::value_out_of_range, column, cell(i, n, s), rate,
                            "more than -1");
                    } else if (rate >= largest_tariff) {
                        add(ProblemKind::tariff_looks_like_percent, column, cell(i, n, s), rate,
                            fmt::format("below {}", largest_tariff));
                    } else if (i == n && rate != 0.0) {
                        add(ProblemKind::tariff_on_itself, column, cell(i, n, s), rate, "0");
                    }
                }
            }
        }
    }

    void check_trade() {
        for (std::size_t i = 0; i < num_countries(); ++i) {
            for (std::size_t n = 0; n < num_countries(); ++n) {
                for (std::size_t s = 0; s < num_sectors(); ++s) {
                    const double flow = data_.trade_flow(i, n, s);
                    if (!(flow >= 0.0) || !std::isfinite(flow)) {
                        add(ProblemKind::negative_value, "value", cell(i, n, s), flow, "0 or more");
                    }
                }
            }
        }
        check_tariffs(data_.tariff_rate, "tariff_rate");
        for (const auto& [label, rates] : data_.alternative_tariffs) {
            check_code("label of a tariff table", label);
            check_tariffs(rates, "tariff_rate of tariffs-" + label);
        }
    }

    void check_output() {
        for (std::size_t n = 0; n < num_countries(); ++n) {
            double value_added = 0.0;
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                const std::string where = fmt::format("{}, {}", country(n), sector(s));
                double sales = 0.0;
                for (std::size_t m = 0; m < num_countries(); ++m)
                    sales += data_.trade_flow(n, m, s);
                const double output = data_.gross_output(n, s);
                const double share = data_.value_added_share(n, s);
                if (!(output >= 0.0) || !std::isfinite(output)) {
                    add(ProblemKind::negative_value, "gross_output", where, output, "0 or more");
                } else if (std::abs(output - sales) > output_tolerance * std::max(output, sales)) {
                    add(ProblemKind::output_differs_from_sales, "gross_output", where, output,
                        fmt::format("{} by trade.csv", shortest_text(sales)));
                }
                if (!(share >= 0.0 && share <= 1.0)) {
                    add(ProblemKind::share_out_of_range, "value_added_share", where, share,
                        "0 to 1");
                }
                value_added += share * output;
            }
            if (!(value_added > 0.0)) {
                add(ProblemKind::not_positive, "value_added_share", country(n), value_added,
                    "a country with some value added");
            }
        }
    }

    /// Without inputs.csv nothing but value added can make up the cost of output.
    void check_no_inputs() {
        for (std::size_t n = 0; n < num_countries(); ++n) {
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                const double share = data_.value_added_share(n, s);
                if (data_.gross_output(n, s) <= 0.0 || share < 0.0 || share > 1.0) continue;
                if (1.0 - share > share_tolerance) {
                    problems_.add({.kind = ProblemKind::shares_do_not_add_up,
                                   .column = "value_added_share",
                                   .where = fmt::format("{}, {}", country(n), sector(s)),
                                   .value = shortest_text(share),
                                   .expected = "1, as the world has no inputs",
                                   .fix = "write 1, or add inputs.csv"});
                }
            }
        }
    }

    void check_inputs() {
        if (data_.input_share.empty()) return check_no_inputs();
        for (std::size_t n = 0; n < num_countries(); ++n) {
            for (std::size_t r = 0; r < num_sectors(); ++r) {
                double sum = 0.0;
                for (std::size_t s = 0; s < num_sectors(); ++s) {
                    const double share = data_.input_share(n, s, r);
                    if (!(share >= 0.0 && share <= 1.0 + share_tolerance)) {
                        add(ProblemKind::share_out_of_range, "share",
                            fmt::format("{}, {} used by {}", country(n), sector(s), sector(r)),
                            share, "0 to 1");
                    }
                    sum += share;
                }
                const bool buys_inputs =
                    data_.value_added_share(n, r) < 1.0 && data_.gross_output(n, r) > 0.0;
                if (buys_inputs && !(std::abs(sum - 1.0) <= share_tolerance)) {
                    add(ProblemKind::shares_do_not_add_up, "share",
                        fmt::format("{}, inputs used by {}", country(n), sector(r)), sum, "1");
                }
            }
        }
    }

    void check_consumption() {
        if (data_.consumption_share.empty()) return;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            double sum = 0.0;
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                const double share = data_.consumption_share(n, s);
                if (!(share >= 0.0 && share <= 1.0 + share_tolerance)) {
                    add(ProblemKind::share_out_of_range, "share of consumption",
                        fmt::format("{}, {}", country(n), sector(s)), share, "0 to 1");
                }
                sum += share;
            }
            if (!(std::abs(sum - 1.0) <= share_tolerance)) {
                add(ProblemKind::shares_do_not_add_up, "share of consumption", country(n), sum,
                    "1");
            }
        }
    }

    /// A member need not be in this world: a rest of the world may count it.
    void check_memberships() {
        std::set<std::string> known;
        for (const Country& entry : data_.countries) known.insert(entry.code);
        for (const Membership& membership : data_.memberships) {
            check_code("group", membership.group);
            if (known.contains(membership.group)) {
                problems_.add({.kind = ProblemKind::bad_code,
                               .file = "groups.csv",
                               .column = "group",
                               .value = membership.group,
                               .expected = "a group code that is not also a country code"});
            }
            if (membership.valid_from && membership.valid_to &&
                *membership.valid_to < *membership.valid_from) {
                problems_.add({.kind = ProblemKind::value_out_of_range,
                               .column = "valid_to",
                               .where = membership.group + ", " + membership.country,
                               .value = date_text(*membership.valid_to),
                               .expected = "a day not before valid_from"});
            }
            if (!known.contains(membership.country) && !iso3_name(membership.country)) {
                problems_.add({.kind = ProblemKind::unknown_country,
                               .file = "groups.csv",
                               .column = "iso3",
                               .where = membership.group,
                               .value = membership.country});
            }
        }
    }

    void check_finite(const std::string& column, const std::string& name, double value) {
        if (std::isfinite(value)) return;
        add(ProblemKind::value_out_of_range, column, name, value, "a finite number");
    }

    void check_not_negative(const std::string& column, const std::string& name,
                            const std::optional<double>& value) {
        if (value.value_or(0.0) >= 0.0) return;
        add(ProblemKind::negative_value, column, name, *value, "0 or more");
    }

    void check_named(const std::string& column, const std::string& name) {
        if (name.empty()) problems_.add({.kind = ProblemKind::empty_value, .column = column});
    }

    void check_records() {
        for (const Sector& entry : data_.sectors) {
            check_not_negative("trade_elasticity_se", entry.code, entry.trade_elasticity_se);
        }
        for (const Parameter& parameter : data_.parameters) {
            check_named("name of a parameter", parameter.name);
            check_finite("value", parameter.name, parameter.value);
            check_finite("low", parameter.name, parameter.low.value_or(0.0));
            check_finite("high", parameter.name, parameter.high.value_or(0.0));
            if (parameter.low && parameter.high && *parameter.low > *parameter.high) {
                add(ProblemKind::value_out_of_range, "low", parameter.name, *parameter.low,
                    "a number that is not above high");
            }
        }
        for (const Source& source : data_.sources) check_named("code of a source", source.code);
        for (const ReferenceValue& reference : data_.reference_values) {
            check_named("check of a reference value", reference.check);
            check_finite("value", reference.check, reference.value);
            check_not_negative("tolerance", reference.check, reference.tolerance);
        }
    }

    const WorldData& data_;
    Problems& problems_;
};

}  // namespace

void validate_world(const WorldData& data, Problems& problems) {
    Validator(data, problems).run();
}

}  // namespace entente::detail

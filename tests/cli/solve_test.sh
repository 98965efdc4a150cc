#!/usr/bin/env bash
# solve and validate: the columns others read, the certificate, and mistakes in scenario files.
source "$(dirname "$0")/expect.sh"

cat >good.toml <<'END'
title = "Ten points on goods from China"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+10pp"
END

run solve good.toml --world "$tiny" --format csv
expect_status 0
expect_no_err
expect_out "iso3,name,welfare_pct,real_wage_pct,welfare_first_order_pct,terms_of_trade_pct,volume_of_trade_pct"
[[ $(wc -l <<<"$out") == 7 ]] || fail "not one row for each of six countries"

run solve good.toml --world "$tiny" --bilateral --format csv
expect_out "sector,origin,destination,value,value_new,change_pct"

run solve good.toml --world "$tiny" --json
expect_out '"converged": true'
expect_out '"homogeneity":'

run solve good.toml --world "$tiny"
expect_out "Certificate: Converged after"
expect_out "1st order"

# No figures without an equilibrium: Portugal makes no office machinery and may buy none any more.
run world show cp2015
if [[ $status == 0 ]]; then
    run verify
    expect_status 0
    expect_out "22 figures, 0 differ"
    cat >ban.toml <<'END'
title = "No office machinery for Portugal"
world = "cp2015"
[[measure]]
kind = "import_ban"
by = "PRT"
on = "*"
sectors = ["Office"]
END
    run solve ban.toml
    expect_status 4
    expect_out "Nobody is left to sell Office to PRT"
    expect_not_out "Mexico"
fi

{ echo 'title = "capped"'; echo '[model]'; echo 'theta_cap = 3'; sed 1d good.toml; } >capped.toml
run solve capped.toml --world "$tiny"
expect_out "Warning: the trade elasticity is capped in GDS."

run validate good.toml --world "$tiny"
expect_status 0
expect_out "is a valid scenario"

sed 's/CHN/CHM/; s/+10pp/+10/' good.toml >bad.toml
for verb in solve validate; do
    run $verb bad.toml --world "$tiny" -o result.csv
    expect_status 3
    expect_err "bad.toml, line"
    expect_err "+10"
    [[ ! -e result.csv ]] || fail "a result was written"
done

run solve good.toml --world "$tiny" --deficits blanced
expect_status 2
expect_err "Did you mean balanced?"
run solve nowhere.toml
expect_status 3
expect_err "nowhere.toml"

finish

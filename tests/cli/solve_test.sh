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

run solve good.toml --world "$tiny" --decomposition --format csv
expect_status 0
expect_out "iso3,name,welfare_log_pct,terms_of_trade_path_pct,volume_of_trade_path_pct,technical_efficiency_path_pct,varieties_path_pct,transfers_path_pct,labour_supply_path_pct,unexplained_path_pct"
awk -F, 'NR > 1 { sum = $4 + $5 + $6 + $7 + $8 + $9 + $10 - $3; if (sum * sum > 1e-24) exit 1
                  if ($10 * $10 > 1e-16) exit 1 }' <<<"$out" || fail "parts do not sum to welfare"
run solve good.toml --world "$tiny" --decomposition --json
expect_out '"varieties_path_pct":'
expect_out '"largest_unexplained_pct":'
run solve good.toml --world "$tiny" --decomposition
expect_out "Path: "
run solve good.toml --world "$tiny" --decomposition --bilateral
expect_status 2

# Days choose measures only if asked for.
{ cat good.toml; echo 'valid_until = 2024-12-31'; } >dated.toml
run solve dated.toml --world "$tiny" --at 2024-12-31
expect_out "In force on 2024-12-31: 1 of 1 measures."
run solve dated.toml --world "$tiny" --at 2025-01-01 --json
expect_out '"measures_in_force": 0'
run validate dated.toml --world "$tiny" --at 2025-01-01
expect_out "In force on 2025-01-01: 0 of 1 measures."
run solve dated.toml --world "$tiny" --at yesterday
expect_status 2
expect_err "YYYY-MM-DD"

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
    expect_out " figures, 0 differ"
    if [[ $out == *world-2023* ]]; then
        expect_out "Tariffs of April 2025: mean welfare, reported and not counted above"
        expect_out "answered in kind by everyone"
        expect_out "ours over the three rules for deficits"
    fi
    run verify --format csv
    expect_out "imports from members"
    expect_out "theta of petroleum 8.22"
    expect_out "autarky, sectors and inputs"
    [[ $(wc -l <<<"$out") -ge 48 ]] || fail "fewer than 47 figures are verified"
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

run solve good.toml --world "$tiny" --sectors --format csv
expect_status 0
expect_out "iso3,sector,gross_output,gross_output_new,gross_output_pct,expenditure"
run solve good.toml --world "$tiny" --gradient DEU --format csv
expect_status 0
expect_out "welfare_of,sector,origin,destination,welfare_per_tariff_point_pct"
run solve good.toml --world "$tiny" --gradient DEX
expect_status 2
expect_err "Did you mean DEU?"
run solve good.toml --world "$tiny" --gradient DEU --bilateral
expect_status 2
expect_err "Only one of"
for solver in anderson newton_krylov; do
    run solve good.toml --world "$tiny" --solver $solver --format json
    expect_status 0
    expect_out '"converged": true'
done
run solve good.toml --world "$tiny" --solver newton
expect_status 2

cat >one-way.toml <<'END'
title = "Everybody buys from China, which buys from nobody"
[[measure]]
kind = "import_ban"
by = "CHN"
on = "*"
END
run solve one-way.toml --world "$tiny"
expect_status 4
expect_out "Trade cannot balance:"

{ echo 'title = "capped"'; echo '[model]'; echo 'theta_cap = 3'; sed 1d good.toml; } >capped.toml
run solve capped.toml --world "$tiny"
expect_out "Warning: the trade elasticity is capped in GDS."

run validate good.toml --world "$tiny"
expect_status 0
expect_out "is a valid scenario"

# Measures the model of trade does not know are named; retaliation moves the answer.
{ cat good.toml; printf '[[measure]]\nkind = "finance_offer"\nby = "CHN"\non = "DEU"\n'; } >offer.toml
run solve offer.toml --world "$tiny"
expect_status 0
expect_out "No effect on trade in this model: finance_offer."
run validate offer.toml --world "$tiny"
expect_out "No effect on trade in this model: finance_offer."

# A scenario in words, and as one line that stands for the file.
run scenario show good.toml --world "$tiny"
expect_status 0
expect_out "1. Tariffs of United States on goods from China rise by 10 percentage points, in all sectors."
run scenario show good.toml --world "$tiny" --format csv
expect_out "kind,sentence,valid_from,valid_until,source"
run scenario show good.toml --world "$tiny" --compact
expect_status 0
short=$out
[[ $short == "s:title~Ten.20points.20on.20goods.20from.20China~~measure~kind~tariff~by~USA~on~CHN~change~.2B10pp" ]] ||
    fail "the short form is $short"
run solve good.toml --world "$tiny" --format csv
from_file=$out
run solve "$short" --world "$tiny" --format csv
expect_status 0
[[ $out == "$from_file" ]] || fail "the short form gives other figures than the file"
run validate "$short" --world "$tiny"
expect_status 0
run validate "${short/tariff/tarif}" --world "$tiny"
expect_status 3
expect_err "write tariff if that was meant"

# Products, with the layer and world that have them.
run world show us-products
if [[ $status == 0 ]]; then
    run world show world-2023
    sed 's/"+10pp"/"+10pp"\nsectors = "HS2022:8703"/' good.toml >cars.toml
    run solve cars.toml --world world-2023
    expect_status 0
    expect_out "Products: their shares of sectors"
    run validate cars.toml --world "$tiny"
    expect_status 3
    expect_err "a product that the layer us-products has in a sector of this world"
fi

# Bases.
printf 'title = "More"\nbase = "good.toml"\n[retaliation]\nrule = "reciprocal"\n' >more.toml
run scenario show more.toml --world "$tiny"
expect_out "2. All countries answer tariffs raised by all countries"
printf 'title = "Gone"\nbase = "nowhere.toml"\n' >gone.toml
run validate gone.toml --world "$tiny"
expect_status 3
expect_err "gone.toml, line 2, character 8, column base"

sed 's/CHN/CHM/; s/+10pp/+10/' good.toml >bad.toml
for verb in solve validate; do
    run $verb bad.toml --world "$tiny" -o result.csv
    expect_status 3
    expect_err "bad.toml, line 6, character 10, column measure[1].change"
    expect_err "+10"
    expect_err "bad.toml, line 5, character 6, column on"
    expect_err "write CHN if that was meant"
    [[ ! -e result.csv ]] || fail "a result was written"
done

run solve good.toml --world "$tiny" --deficits blanced
expect_status 2
expect_err "Did you mean balanced?"
run solve nowhere.toml
expect_status 3
expect_err "nowhere.toml"

finish

#!/usr/bin/env bash
# path: a fan of years, one path without draws, and mistakes.
source "$(dirname "$0")/expect.sh"

cat >tariff.toml <<'END'
title = "Ten points on goods from China"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+10pp"
END
cat >swings.toml <<'END'
title = "Swings"
[path]
until = 2030
regime = "hostile"
[[regime]]
name = "calm"
next = { calm = 0.9, hostile = 0.1 }
[[regime]]
name = "hostile"
base = "tariff.toml"
next = { calm = 0.3, hostile = 0.7 }
END

run path swings.toml --world "$tiny" --draws 12 --country USA --format csv
expect_status 0
expect_no_err
expect_out "iso3,name,year,figure,draws,mean,p5,p25,p50,p75,p95"
expect_out ",2030,welfare_pct,12,"
first="$out"
run path swings.toml --world "$tiny" --draws 12 --country USA --format csv --threads 2
[[ "$out" == "$first" ]] || fail "other bytes with two threads"

# The short form holds regimes, measures and chances.
run scenario show swings.toml --world "$tiny" --compact
expect_status 0
run path "$out" --world "$tiny" --draws 12 --country USA --format csv
[[ "$out" == "$first" ]] || fail "the short form gives other figures than the file"

run path tariff.toml --world "$tiny" --until 2026 --draws 0 --country USA
expect_status 0
expect_out "One path: the measures of the scenario by their dates, no regimes."

sed -i 's/hostile = 0.1 }/hostile = 0.3 }/' swings.toml
run path swings.toml --world "$tiny"
expect_status 3
expect_err "calm 0.9, hostile 0.3, together 1.2"
run path tariff.toml --world "$tiny" --until 1990
expect_status 2

# What is wrong in a regime is said without solving.
sed -i 's/hostile = 0.3 }/hostile = 0.1 }/' swings.toml
sed -i 's/on = "CHN"/on = "CHX"/' tariff.toml
for verb in validate path; do
    run $verb swings.toml --world "$tiny"
    expect_status 3
    expect_err "tariff.toml, line 5, character 6, column on"
    expect_err "CHX"
done
# Mistakes of form beside it are said in the same breath.
sed -i 's/until = 2030/until = 2030.5/' swings.toml
for verb in validate path; do
    run $verb swings.toml --world "$tiny"
    expect_status 3
    expect_err "swings.toml, line 3, character 9, column path.until"
    expect_err "CHX"
done
sed -i 's/until = 2030.5/until = 2030/' swings.toml

run scenario show "$here/../../scenarios/policy-swings-2040.toml"
expect_status 0
expect_out "Under cooperative: nothing changes."
expect_out "Under confrontational: Tariffs of United States"
[[ $out != *"from 2025-04-09"* ]] || fail "measures of a regime have no dates"
run scenario show "$here/../../scenarios/policy-swings-2040.toml" --compact
expect_status 0
expect_out "~~regime~name~confrontational~~regime-measure~kind~tariff"
# A measure that ends before the path begins meets no regime, and contradicts none.
cat >ended.toml <<'END'
title = "Ended"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "=10%"
valid_until = 2024-06-30
[path]
from = 2025
until = 2026
regime = "calm"
[[regime]]
name = "calm"
next = { calm = 0.5, hostile = 0.5 }
[[regime]]
name = "hostile"
next = { calm = 0.5, hostile = 0.5 }
[[regime.measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "=20%"
END
run validate ended.toml --world "$tiny"
expect_status 0
sed 's/2024-06-30/2025-12-31/' ended.toml >standing.toml
run validate standing.toml --world "$tiny"
expect_status 3
expect_err "contradict"

finish

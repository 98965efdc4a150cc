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
expect_err "calm, hostile after calm"
run path tariff.toml --world "$tiny" --until 1990
expect_status 2

# What is wrong in a regime is said without solving.
sed -i 's/hostile = 0.3 }/hostile = 0.1 }/' swings.toml
sed -i 's/on = "CHN"/on = "CHX"/' tariff.toml
run validate swings.toml --world "$tiny"
expect_status 3
expect_err "CHX"

run scenario show "$here/../../scenarios/policy-swings-2040.toml"
expect_status 0
expect_out "Under cooperative: nothing changes."
expect_out "Under confrontational: Tariffs of United States"
[[ $out != *"from 2025-04-09"* ]] || fail "measures of a regime have no dates"
run scenario show "$here/../../scenarios/policy-swings-2040.toml" --compact
expect_status 0
expect_out "~~regime~name~confrontational~~regime-measure~kind~tariff"
finish

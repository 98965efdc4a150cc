#!/usr/bin/env bash
# The verbs of the measures: what comes out, and what is said of bad requests.
source "$(dirname "$0")/expect.sh"

run hedging KOR,DEU --show break-even --draws 64
expect_status 0
expect_no_err
expect_out "when KOR and DEU change places"
expect_out "weight of trade"
run hedging KOR --show break-even --draws 64
expect_status 2
expect_err "name two, such as KOR,DEU"
run hedging KOX --draws 64
expect_status 2
expect_err "KOX is not one of the 64 economies"
run hedging DEU --show contributions --draws 64 --format csv
expect_out "iso3,channel,level,level_low"
expect_out "
DEU,all,"

run history VNM --draws 64 --format csv
expect_status 0
expect_out "VNM,technology,level,2015,2015,UNCTAD,"
run history VNM --draws 64 --format html
expect_out "<svg viewBox"

run alignment DEU,FRA --to USA,CHN --year 2019 --format csv
expect_out "DEU,USA,all,2015,2019,"
run alignment GER
expect_status 2
expect_err "GER"
run isolation USA --since 2015 --json
expect_out '"lost_share"'

run poles --world "$tiny" --layers none
expect_status 0
expect_out "Effective number of poles"
run poles --world "$tiny" --layers none --by country --method ge --format csv
expect_out "leverage_us_pct"
run links --by pair --format csv
expect_out "one,other,year,kind,signal"

# The pace at which a country changes its suppliers, each source by itself.
run reallocation
expect_status 0
expect_no_err
expect_out "How fast USA changes its suppliers"
expect_out "never join or compare"
for source in wiod itpde us-trade; do expect_out "$source: "; done
run reallocation --country DEU --source wiod --format csv
expect_status 0
expect_out "source,iso3,"
[[ $(wc -l <<<"$out") == 2 ]] || fail "one source is not one row"
run reallocation --country DEU --source wiod --periods --format csv
expect_out "wiod,DEU,"
[[ $(wc -l <<<"$out") == 17 ]] || fail "1995 to 2011 are not 16 changes from year to year"
run reallocation --source wiodd
expect_status 2
expect_err "Did you mean wiod?"
run reallocation --country XXX
expect_status 2
expect_no_out
run reallocation --country DEU --source us-trade
expect_status 2
expect_no_out

run hedging --layers none
expect_status 2
expect_err "layer"

finish

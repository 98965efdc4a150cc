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

run history VNM --show growth --format csv
expect_status 0
expect_out "iso3,publisher,period,growth_total_pct,contribution_us_points"
expect_out "VNM,UNCTAD,2005 to 2015,"

run exposure --to USA,CHN --show change --between 1995,2011 --countries MEX --format csv
expect_status 0
expect_no_err
expect_out "iso3,name,power,from_year,to_year,loss_then_pct"
expect_out "MEX,Mexico,CHN,1995,2011,"
run exposure --to USA --show connector --format csv
expect_status 0
expect_out ",USA,CHN,1995,2011,"
run exposure --to CHN --show hidden --countries MEX --format csv
expect_status 0
expect_out "MEX,Mexico,CHN,world-2023,2023,"
run exposure --to CHN --show hidden --history --countries MEX --format csv
expect_out "MEX,Mexico,CHN,history-1995,1995,"
expect_out "MEX,Mexico,CHN,history-2011,2011,"
expect_not_out "world-2023"
run exposure --to CHN --show change --between 2011,world-2023
expect_status 2
expect_err "different publishers"

run alignment DEU --year 2019 --votes all --json
expect_out '"position_distance": '
expect_out '"defence_obligation": 1'
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

run exposure --world "$tiny" --to USA --layers none --format csv
expect_status 0
expect_out "loss_ge_low_pct,loss_ge_high_pct"
expect_out ",delta,"
run exposure --world "$tiny" --write draws --draws 8 --seed 3
expect_status 0
run exposure --world "$tiny" --write draws --draws 8
expect_status 2
expect_err "draws is there already"
run exposure --world "$tiny" --write draws --draws 8 --seed 3 --force
expect_status 0
run exposure --world "$tiny" --to USA --layers draws --format csv
expect_out ",draws,"
expect_not_out ",delta,"
run profile DEU --world "$tiny" --layers draws
expect_status 0
expect_out "In nine draws of ten of the"
run heatmap --world "$tiny" --layers draws --json
expect_out '"draws": 8'
run heatmap --world "$tiny" --draws 64 --json
expect_status 0
expect_out "so they are not used"
run exposure --world "$tiny" --draws 8
expect_status 2
expect_err "write FOLDER"
run exposure --world "$tiny"
expect_status 2
expect_err "--to CODE,... is missing"
for show in asymmetry joint chokepoints ratios; do
    run exposure --world "$tiny" --to USA,CHN --show $show --format md
    expect_status 0
    expect_out "| DEU |"
done
run exposure --world "$tiny" --to USA --write other --tariff 25% --countries DEU --show hidden
expect_status 2
expect_err "takes no tariff, show, countries"
[[ ! -e other ]] || fail "a layer was written for options that it ignores"
run exposure --world "$tiny" --to USA,CHN,USA --show joint
expect_status 2
expect_err "USA stands twice"
run exposure --world "$tiny" --to USA,USA --write other
expect_status 2
expect_err "to names USA twice"
run exposure --world "$tiny" --to USA --show joint
expect_status 2
expect_err "takes two powers or more"

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

run positions --estimate --bridges --variant nu --country FRA --year 1990
expect_status 0
expect_out "share slope and"
run positions --bridges
expect_status 2
expect_err "add --estimate"

run hedging --layers none
expect_status 2
expect_err "layer"

finish

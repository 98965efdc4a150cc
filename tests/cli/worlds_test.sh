#!/usr/bin/env bash
# Worlds by folder, file and name: import, export, list, show, check, and bad data.
source "$(dirname "$0")/expect.sh"

run world import "$tiny" -o worlds/tiny.world
expect_status 0
expect_no_out
expect_err "Wrote worlds/tiny.world: World tiny: 6 regions, 1 sector,"

export ENTENTE_WORLDS=$scratch/worlds
run world list --format csv
expect_status 0
expect_out "tiny,trade world,2020,6,1,"

run world show tiny
expect_out "EU27"
expect_out "made up for tests"

run world check tiny
expect_status 0
expect_out "passed, 0 failed"

run world export tiny -o again --gzip
expect_status 0
[[ -e again/trade.csv.gz ]] || fail "no table is compressed"
run world show tiny --json
hash=$(grep content_hash <<<"$out")
[[ $hash =~ [0-9a-f]{64} ]] || fail "no content hash is shown"
run world show again --json
expect_out "$hash"

run world export tiny -o again
expect_status 1
expect_err "again"

run exposure --world tiny --to USA --countries DEU --format csv
expect_out "DEU,Germany,"

run profile DEU --world tiny --format md
expect_out "# Germany (DEU)"

# Every problem of a bad folder is told at once, and nothing is written.
cp -r "$tiny" bad
sed -i 's/^GDS,USA,DEU,10,/GDS,USA,DEU,"10,5",/; s/^GDS,CHN,FRA,/GDS,CHN,FRX,/' bad/trade.csv
run world import bad -o bad.world
expect_status 3
expect_no_out
expect_err "FRX"
expect_err "10,5"
[[ ! -e bad.world ]] || fail "a world file was written from bad data"
run heatmap --world bad
expect_status 3

head -c 1000 worlds/tiny.world >worlds/half.world
run heatmap --world half
expect_status 3
run doctor
expect_status 3
expect_out "world tiny"
expect_out "NOT INTACT"

rm worlds/half.world
run doctor
expect_out "world tiny"
expect_out "intact"

finish

#!/usr/bin/env bash
# Where results go: standard output, files, closed pipes, full disks; and who is told what.
source "$(dirname "$0")/expect.sh"

run heatmap --world "$tiny" -o map.csv
expect_status 0
expect_no_out
expect_err "Wrote map.csv."
[[ $(head -c 10 map.csv) == "iso3,name," ]] || fail "the ending .csv does not pick the format"

run heatmap --world "$tiny" --quiet -o deep/er/map.html
expect_status 0
expect_no_err
[[ $(head -c 15 deep/er/map.html) == "<!DOCTYPE html>" ]] || fail "no page in a new folder"
[[ $(ls -A deep/er) == map.html ]] || fail "something is left beside the page"

run heatmap --world "$tiny" --format json -o map.txt
[[ $(head -c 1 map.txt) == "{" ]] || fail "--format does not overrule the ending"

said="entente heatmap | head"
"$program" heatmap --world "$tiny" --format html 2>"$scratch/.err" | head -c 10 >/dev/null
status=${PIPESTATUS[0]}
err=$(<"$scratch/.err")
expect_status 0
expect_no_err

# A pipe whose reader is gone before the first byte.
said="entente heatmap to a closed pipe"
(sleep 0.2; exec "$program" heatmap --world "$tiny" 2>"$scratch/.err"; ) | true
status=${PIPESTATUS[0]}
err=$(<"$scratch/.err")
expect_status 0
expect_no_err

if [[ -w /dev/full ]]; then
    said="entente heatmap > /dev/full"
    "$program" heatmap --world "$tiny" >/dev/full 2>"$scratch/.err"
    status=$?
    err=$(<"$scratch/.err")
    expect_status 1
    expect_err "No space left"
fi

run heatmap --world "$tiny" -o /proc/no/map.csv
expect_status 1
expect_no_out
expect_err "/proc/no"

finish

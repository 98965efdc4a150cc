#!/usr/bin/env bash
# The heat map of the tiny world in every format.
source "$(dirname "$0")/expect.sh"

run heatmap --world "$tiny" --layers none
expect_status 0
expect_no_err
# The hash names the very bytes of the data and moves with the format of world files.
shown=$(sed 's/[0-9a-f]\{64\}/HASH/' <<<"$out")
diff "$here/expected/heat_map.txt" - <<<"$shown" || fail "the text differs from expected/heat_map.txt"

run heatmap --world "$tiny" --format csv
expect_out "iso3,name,exposure_us_pct,exposure_china_pct,us_plus_class,hedging_activity"
expect_not_out "
USA,"
expect_not_out "
ROW,"
[[ $(wc -l <<<"$out") == 6 ]] || fail "there are not three countries and two groups"

run heatmap --world "$tiny" --json --layers none
expect_out '"hedging_activity": null'

run heatmap --world "$tiny" --draws 64 --seed 5
expect_status 0
expect_out "Median of 64 draws"
expect_out "seed 5"
run heatmap --world "$tiny" --weights trade=0.5,technology=0.5,finance=0.5,diplomacy=0.5
expect_status 2
expect_err "add up to 2, not to 1"
run heatmap --world "$tiny" --weights trade=1
expect_status 2
expect_err "leave out technology, finance, diplomacy"
run heatmap --world "$tiny" --weights trde=1
expect_err "Did you mean trade?"
run heatmap --world "$tiny" --as-of 2099-01-01
expect_status 2
expect_err "knows nothing after"
run heatmap --world "$tiny" --as-of yesterday
expect_status 2
expect_err "such as 2024-12-31"
run heatmap --world "$tiny" --validate --draws 64
expect_status 0
expect_out "Known groups"
expect_out "PHL failed:"
expect_out "Placebos"
run heatmap --world "$tiny" --validate --layers none
expect_status 0
expect_out "the exact loss is"
run heatmap --compare article --draws 64
expect_status 0
expect_out "Six rows prove little"
run heatmap --compare article --layers none
expect_status 2
expect_err "There is nothing to compare"
run heatmap --world "$tiny" --as-of 2019-12-31 --draws 64
expect_status 0
expect_out "acts up to 2019-12-31"
run heatmap --world "$tiny" --poles USA,USA
expect_status 2
run profile DEU --world "$tiny" --draws 64
expect_status 0
expect_out "Where the score comes from"
expect_out "Dated acts known of"

run heatmap --world "$tiny" --poles DEU,CHN --format csv
expect_out "exposure_deu_pct,exposure_china_pct,deu_plus_class"

run heatmap --world "$tiny" --group EU27 --sort name --format csv
[[ $(tail -n +2 <<<"$out" | cut -d, -f1 | xargs) == "FRA DEU EU27" ]] || fail "the rows are others"

run heatmap --world "$tiny" --countries USA
expect_status 2
expect_err "USA is one of the powers"

for format in text csv json md html; do
    run heatmap --world "$tiny" --format $format --threads 1
    one=$out
    run heatmap --world "$tiny" --format $format --threads 2
    [[ $out == "$one" ]] || fail "two threads give another $format"
done

finish

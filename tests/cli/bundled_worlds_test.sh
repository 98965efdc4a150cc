#!/usr/bin/env bash
# The bundled worlds: every one opens, passes its checks, and gives the same bytes on two threads.
source "$(dirname "$0")/expect.sh"

run world list --format csv
expect_status 0
names=$(tail -n +2 <<<"$out" | cut -d, -f1)
[[ -n $names ]] || fail "no world is bundled"
for name in $names; do
    run world check "$name"
    expect_status 0
    for verb in "heatmap" "exposure --to CHN" "exposure --to USA --by sector"; do
        # shellcheck disable=SC2086  # the verb has options
        run $verb --world "$name" --format csv --threads 1
        expect_status 0
        one=$out
        # shellcheck disable=SC2086
        run $verb --world "$name" --format csv --threads 2
        [[ $out == "$one" ]] || fail "two threads give other bytes"
    done
done
run cite
expect_status 0
expect_out "Licence: "
run doctor
expect_status 0

finish

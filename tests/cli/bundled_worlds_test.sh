#!/usr/bin/env bash
# The bundled worlds and layers: every one opens, passes its checks, and gives the same bytes on two threads.
source "$(dirname "$0")/expect.sh"

run world list --format csv
expect_status 0
names=$(grep ',trade world,' <<<"$out" | cut -d, -f1)
layers=$(grep ',layer,' <<<"$out" | cut -d, -f1)
[[ -n $names ]] || fail "no world is bundled"
[[ -n $layers ]] || fail "no layer is bundled"
for layer in $layers; do
    run world check "$layer"
    expect_status 0
    run world show "$layer"
    expect_status 0
    expect_out "A layer cannot be solved."
    run heatmap --world "$layer"
    expect_status 2
    expect_err "$layer is a layer"
done
run world export finance -o finance
expect_status 0
run world import finance -o finance.world
expect_status 0
run world show finance --json
hash=$(grep content_hash <<<"$out")
run world show finance.world --json
expect_out "$hash"
cat >layer.toml <<'TOML'
title = "A scenario on a layer"
world = "votes"
[[measure]]
kind = "tariff"
by = ["USA"]
on = ["CHN"]
sectors = "*"
change = "+10pp"
TOML
run solve layer.toml
expect_status 2
expect_err "votes is a layer"
for name in $names; do
    run world check "$name"
    expect_status 0
    # The years before the last are made by the same recipe and code.
    [[ $name == history-* && $name != history-2011 ]] && continue
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

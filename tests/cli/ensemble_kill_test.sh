#!/usr/bin/env bash
# A run that is stopped or killed again and again ends with the bytes of one that was not.
source "$(dirname "$0")/expect.sh"

cp "$here/uncertain_plan.toml" plan.toml
options=(plan.toml --world "$tiny" --draws 12000 --seed 8 --threads 2)

run ensemble "${options[@]}" -o whole
expect_status 0

# A polite end keeps the draws begun and says so with exit code 5.
"$program" ensemble "${options[@]}" -o parts >/dev/null 2>&1 &
sleep 0.3
kill -TERM $!
wait $!
[[ $? == 5 ]] || fail "a polite end does not give exit code 5"
[[ -s parts/manifest.json ]] || fail "nothing was kept"
grep -q '"complete": false' parts/manifest.json || fail "the manifest says the run is complete"

RANDOM=4711
num_kills=0
for attempt in 1 2 3 4 5 6 7 8; do
    "$program" resume parts --threads $((1 + attempt % 2)) >/dev/null 2>&1 &
    sleep "0.$((RANDOM % 30 + 10))"
    # A run that is over already cannot be killed.
    kill -KILL $! 2>/dev/null && num_kills=$((num_kills + 1))
    wait $! 2>/dev/null
done
[[ $num_kills -ge 3 ]] || fail "the run was killed $num_kills times only; let it take longer"

run resume parts
expect_status 0
find parts -name '*partial*' -delete
diff -r whole parts || fail "the resumed run has other bytes"
finish

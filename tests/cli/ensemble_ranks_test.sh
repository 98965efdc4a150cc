#!/usr/bin/env bash
# Several processes come to the bytes of one, whole or killed again and again. Usage: SCRIPT PROGRAM
# MPIRUN.
source "$(dirname "$0")/expect.sh"
mpirun=$2
# Containers run tests as root, on machines with fewer cores than processes and without a network.
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
export OMPI_MCA_btl=self,vader OMPI_MCA_plm=isolated OMPI_MCA_rmaps_base_oversubscribe=1
# The launcher gives its processes a terminal.
export NO_COLOR=1

cp "$here/uncertain_plan.toml" plan.toml
options=(plan.toml --world "$tiny" --draws 6000 --seed 8)
ranks() { "$mpirun" --oversubscribe -n "$@"; }
same() { diff -r whole "$1" || fail "$1 has other bytes"; }

run ensemble "${options[@]}" --threads 1 -o whole
expect_status 0
for count in 1 2 4; do
    said="mpirun -n $count"
    ranks "$count" "$program" ensemble "${options[@]}" -o "ranks$count" >.out 2>.err
    status=$? out=$(<.out) err=$(<.err)
    expect_status 0
    [[ $(grep -c "^Ten points" .out) == 1 ]] || fail "the result is not shown once"
    same "ranks$count"
done

# An error is said once, by the root, with its exit code.
said="mpirun -n 3 with a scenario that is not there"
ranks 3 "$program" ensemble nowhere.toml -o nowhere >.out 2>.err
status=$? out=$(<.out) err=$(<.err)
expect_status 3
[[ $(grep -c "nowhere.toml" .err) == 1 ]] || fail "the error is not said once"

# The processes of a run in this folder.
members() {
    local place
    for place in $(grep -lzsx -- "$folder" /proc/[0-9]*/cmdline); do
        place=${place%/cmdline}
        [[ $(readlink "$place/exe") == "$program" ]] && echo "${place#/proc/}"
    done
}

# A polite end of any process ends the run with its draws kept.
for count in 2 4; do
    for which in first last; do
        said="mpirun -n $count, the $which told to end"
        folder=parts-$count-$which
        ranks "$count" "$program" ensemble "${options[@]}" -o "$folder" >.out 2>.err &
        launcher=$!
        for ((wait = 0; wait < 200; ++wait)); do
            [[ -s $folder/blocks/0000003.draws ]] && break
            sleep 0.05
        done
        victim=$(members | sort -n | { [[ $which == first ]] && head -1 || tail -1; })
        kill -TERM "$victim" || fail "there is no process to end"
        wait "$launcher"
        status=$? out=$(<.out) err=$(<.err)
        expect_status 5
        grep -q '"complete": false' "$folder/manifest.json" || fail "it is complete"
        run resume "$folder"
        expect_status 0
        same "$folder"
    done
done

# Killed without a word, by turns the launcher and one of the processes, at random times.
RANDOM=4711
folder=parts-kill
num_kills=0
said="mpirun -n 2 and 4, killed"
ranks 2 "$program" ensemble "${options[@]}" -o parts-kill >/dev/null 2>&1 &
for attempt in 1 2 3 4 5 6 7 8 9 10; do
    launcher=$!
    # Short of a start: what is killed before it begins proves nothing.
    for ((wait = 0; wait < 100; ++wait)); do
        [[ -n $(members) ]] && break
        sleep 0.05
    done
    sleep "0.$((RANDOM % 20 + 10))"
    victim=$launcher
    ((attempt % 2)) && victim=$(members | shuf -n 1 --random-source=<(yes $attempt))
    kill -KILL "$victim" 2>/dev/null && num_kills=$((num_kills + 1))
    wait "$launcher" 2>/dev/null
    for ((wait = 0; wait < 200; ++wait)); do
        [[ -z $(members) ]] && break
        sleep 0.05
    done
    [[ -z $(members) ]] || fail "processes outlive their launcher"
    if ((attempt < 10)); then
        verb=(resume parts-kill)
        [[ -s parts-kill/manifest.json ]] || verb=(ensemble "${options[@]}" -o parts-kill)
        ranks $((2 + 2 * (attempt % 2))) "$program" "${verb[@]}" >/dev/null 2>&1 &
    fi
done
[[ $num_kills == 10 ]] || fail "the run was killed $num_kills times only; let it take longer"
run resume parts-kill
expect_status 0
find parts-kill -name '*partial*' -delete
same parts-kill
finish

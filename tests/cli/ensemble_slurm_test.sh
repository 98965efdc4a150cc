#!/usr/bin/env bash
# The batch script: what it says, and that it goes on after a time limit, with a launcher and a
# scheduler that are only played.
source "$(dirname "$0")/expect.sh"

cat >"it's a plan.toml" <<'END'
title = "Ten points"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+10pp"
[ensemble]
vary = ["trade_elasticity", "data_error"]
END
options=("it's a plan.toml" --world "$tiny" --draws 4000 --seed 8)

run ensemble "${options[@]}" -o run --slurm --nodes 2 --ranks 64 --time 1-02:00:00
expect_status 0
[[ ! -e run ]] || fail "something was run"
expect_out "#SBATCH --nodes=2"
expect_out "#SBATCH --ntasks=64"
expect_out "#SBATCH --time=1-02:00:00"
expect_out "#SBATCH --signal=B:TERM@60"
expect_out "#SBATCH --requeue"
expect_out '"$mpirun" -n 64 "$entente"'
printf '%s\n' "$out" >run.sbatch
bash -n run.sbatch || fail "bash cannot read the script"

run ensemble "${options[@]}" --slurm
expect_status 2
expect_err "-o DIR"
run ensemble "${options[@]}" -o run --slurm --time soon
expect_status 2
expect_err "hours:minutes:seconds"
run ensemble "${options[@]}" -o run --slurm --force
expect_status 2
expect_err "throw its draws away"
run ensemble "${options[@]}" -o run --slurm --replay 3
expect_status 2

# A launcher that starts one process and passes signals on, and a scheduler that notes its orders.
cat >mpirun <<'END'
#!/usr/bin/env bash
shift 2
exec "$@"
END
cat >scontrol <<'END'
#!/usr/bin/env bash
echo "$*" >>orders
END
chmod +x mpirun scontrol
export PATH=$PWD:$PATH ENTENTE=$program SLURM_JOB_ID=17
run ensemble "${options[@]}" --threads 1 -o whole
expect_status 0

said="bash run.sbatch, told to end"
bash run.sbatch >.out 2>.err &
job=$!
for ((wait = 0; wait < 200; ++wait)); do
    [[ -s run/blocks/0000003.draws ]] && break
    sleep 0.05
done
kill -TERM "$job"
wait "$job"
status=$? out=$(<.out) err=$(<.err)
expect_status 5
[[ $(cat orders) == "requeue 17" ]] || fail "the job is not put into the queue again"
grep -q '"complete": false' run/manifest.json || fail "the run is complete; let it take longer"

said="bash run.sbatch, again"
bash run.sbatch >.out 2>.err
status=$? out=$(<.out) err=$(<.err)
expect_status 0
[[ $(wc -l <orders) == 1 ]] || fail "a finished job is put into the queue again"
diff -r whole run || fail "the run has other bytes"

# An error is no reason to try again.
said="bash run.sbatch with a scenario that is not there"
rm -r run "it's a plan.toml"
bash run.sbatch >.out 2>.err
status=$? out=$(<.out) err=$(<.err)
expect_status 3
[[ $(wc -l <orders) == 1 ]] || fail "a job with an error is put into the queue again"
finish

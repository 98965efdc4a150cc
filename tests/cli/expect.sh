# Helpers for the scripts beside this file. Each script is one test: it runs the program on the tiny
# world of this folder and says what must come out. Usage: SCRIPT PROGRAM.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(readlink -f "$1")
tiny=$here/tiny-world
scratch=$(mktemp -d)
# A script that ends well without `finish` would pass whatever it found.
is_finished=false
leave() {
    local status=$?
    rm -rf "$scratch"
    if ((status == 0)) && ! $is_finished; then
        echo "FAIL: the script does not end with finish"
        exit 1
    fi
}
trap leave EXIT
cd "$scratch"
unset ENTENTE_WORLDS NO_COLOR COLUMNS
failures=0

# run ARGUMENT...: runs the program and keeps status, out and err.
run() {
    said="entente $*"
    "$program" "$@" >"$scratch/.out" 2>"$scratch/.err" </dev/null
    status=$?
    out=$(<"$scratch/.out")
    err=$(<"$scratch/.err")
}

fail() {
    echo "FAIL: $said"
    echo "  $1"
    echo "  status $status"
    sed 's/^/  out: /' <<<"$out" | head -20
    sed 's/^/  err: /' <<<"$err" | head -20
    failures=$((failures + 1))
}

expect_status() { [[ $status == "$1" ]] || fail "the status is not $1"; }
expect_out() { [[ $out == *"$1"* ]] || fail "standard output lacks: $1"; }
expect_no_out() { [[ -z $out ]] || fail "standard output is not empty"; }
expect_not_out() { [[ $out != *"$1"* ]] || fail "standard output has: $1"; }
expect_err() { [[ $err == *"$1"* ]] || fail "standard error lacks: $1"; }
expect_no_err() { [[ -z $err ]] || fail "standard error is not empty"; }

finish() {
    is_finished=true
    ((failures == 0)) && echo "all as expected"
    exit $((failures > 0))
}

#!/usr/bin/env bash
# What a terminal sees: colour, unless NO_COLOR is set, and lines that fit. `script` lends one.
source "$(dirname "$0")/expect.sh"

if ! command -v script >/dev/null; then
    echo "skipped: the program script is not installed"
    exit 77
fi
escape=$'\e['

# on_terminal COLUMNS COMMAND: the command as it looks on a terminal of that width.
on_terminal() {
    said="$2 on a terminal of $1 columns"
    out=$(TERM=xterm-256color script -qec "stty cols $1; $2" /dev/null </dev/null | tr -d '\r')
    status=$?
    err=""
}

on_terminal 80 "'$program' heatmap --world '$tiny'"
expect_out "${escape}48;5;"
expect_out "Left out for lack of width"
widest=$(sed 's/\x1b\[[0-9;]*m//g' <<<"$out" | grep -v '[0-9a-f]\{64\}' | wc -L)
((widest <= 80)) || fail "a line has $widest columns"

on_terminal 140 "'$program' heatmap --world '$tiny'"
expect_not_out "Left out for lack of width"

on_terminal 80 "NO_COLOR=1 '$program' heatmap --world '$tiny'"
expect_not_out "$escape"

on_terminal 80 "TERM=dumb '$program' heatmap --world '$tiny'"
expect_not_out "$escape"

on_terminal 80 "'$program' heatmap --world '$tiny' -o map.txt"
! grep -qF "$escape" map.txt || fail "colour went into a file"

run heatmap --world "$tiny"
expect_not_out "$escape"

finish

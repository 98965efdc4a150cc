#!/usr/bin/env bash
# Help, version and completion: on standard output, status 0, an example for every verb.
source "$(dirname "$0")/expect.sh"

run --help
expect_status 0
expect_no_err
for code in 0 1 2 3 4 5; do expect_out "
  $code  "; done
verbs=$(sed -n '/^Verbs/,/^$/p' <<<"$out" | sed -n 's/^  \([a-z][a-z]*\( [a-z][a-z-]*\)*\)  .*/\1/p')
[[ $(wc -l <<<"$verbs") -ge 12 ]] || fail "fewer than 12 verbs are listed"

while read -r verb; do
    # shellcheck disable=SC2086  # "world list" is two words
    run $verb --help
    expect_status 0
    expect_out "Usage: entente $verb"
    expect_out "Example
  "
done <<<"$verbs"

run heatmap --help
expect_out "--poles CODE,CODE"
expect_out "(default: USA,CHN)"

run --version
expect_status 0
[[ $out =~ ^entente\ [0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "the version is not a version"

run completion bash
expect_status 0
bash -n <<<"$out" || fail "the script for bash does not parse"
source /dev/stdin <<<"$out"
COMP_WORDS=(entente hea) COMP_CWORD=1 && _entente
[[ ${COMPREPLY[*]} == heatmap ]] || fail "hea is completed to ${COMPREPLY[*]}"
COMP_WORDS=(entente world check) COMP_CWORD=2 && _entente
[[ ${COMPREPLY[*]} == check ]] || fail "world check is completed to ${COMPREPLY[*]}"
COMP_WORDS=(entente heatmap --so) COMP_CWORD=2 && _entente
[[ ${COMPREPLY[*]} == --sort ]] || fail "--so is completed to ${COMPREPLY[*]}"
for shell in zsh fish; do
    run completion $shell
    expect_status 0
    expect_out heatmap
done

finish

#!/usr/bin/env bash
# Usage: install_test.sh BUILD_FOLDER STRANGER_FOLDER
#
# Installs entente into an empty folder, builds a stranger's project against it, and lets both the
# stranger and the installed program open the installed world-2023.
set -euo pipefail
build=$1
stranger=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset ENTENTE_WORLDS

cmake --install "$build" --prefix "$scratch/usr" >/dev/null
cmake -S "$stranger" -B "$scratch/build" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/usr" \
    -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$scratch/build" >/dev/null

world=$scratch/usr/share/entente/worlds/world-2023.world
said=$("$scratch/build/stranger" "$world")
echo "the stranger read: $said"
[[ $said =~ ^world-2023\ [0-9]+\ [0-9]+$ ]]

listed=$("$scratch/usr/bin/entente" world list)
echo "$listed"
[[ $listed == *world-2023* ]]

for text in LICENSE NOTICE SOURCES.md; do
    [[ -s $scratch/usr/share/doc/entente/$text ]] || { echo "$text is not installed" >&2; exit 1; }
done

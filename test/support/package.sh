#!/usr/bin/env bash
# Packs the package, installs it in an empty folder as a stranger would, and uses it there. Nothing may be downloaded
# but what npm itself fetches, and no browser.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cd "$root"
tarball=$(npm pack --silent --ignore-scripts --pack-destination "$place" | tail -n 1)
mkdir "$place/empty folder"
cd "$place/empty folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund "$place/$tarball"
lem="$PWD/node_modules/.bin/lem"
"$lem" --version
"$lem" init school --yes --name "Packed School" --year 2026-27 >/dev/null
"$lem" check -C school
"$lem" demo sample >/dev/null
head -c 5 sample/build/*/*.pdf | grep -q '%PDF-'
echo "The packed tarball installs and works."

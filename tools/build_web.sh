#!/bin/bash
# build_web.sh [--modules-only]: builds the web client into web/dist, only if one of its files changed.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -f web/package.json ]; then exit 0; fi

# What it is made of: names, sizes and times are enough to notice a change, and cost milliseconds. word_keys.ts is generated.
state_of() { find "$@" -name node_modules -prune -o -path web/dist -prune -o -name word_keys.ts -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum; }

modules=$(sha256sum web/package.json web/package-lock.json)
if [ "$modules" != "$(cat web/node_modules/.pamong-stamp 2>/dev/null)" ]; then
    echo "Installing the web client's packages"
    (cd web && ../tools/with_node.sh npm ci --no-audit --no-fund --loglevel=error)
    echo "$modules" >web/node_modules/.pamong-stamp
fi
if [ "${1:-}" = --modules-only ]; then exit 0; fi

inputs=(web)
if [ -d words ]; then inputs+=(words); fi
state=$(state_of "${inputs[@]}")
if [ "$state" != "$(cat web/node_modules/.pamong-built 2>/dev/null)" ] || [ ! -f web/dist/index.html ]; then
    echo "Building the web client"
    log=web/node_modules/.pamong-build.log
    (cd web && ../tools/with_node.sh npm run --silent build) >"$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }
    grep '^first page' "$log" || true
    state_of "${inputs[@]}" >web/node_modules/.pamong-built  # again: a build may write generated files
fi

#!/bin/bash
# with_node.sh COMMAND...: runs it with a Node that the web build can use (20.19 or newer).
# The system's is taken when it is new enough; otherwise Node 22 is installed once into tools/node.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

new_enough() {
    local major minor
    IFS=. read -r major minor _ < <("$1" --version 2>/dev/null | tr -d v) || return 1
    [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

own=$root/tools/node/node_modules/node/bin
if [ -x "$own/node" ]; then
    PATH=$own:$PATH
elif ! command -v node >/dev/null || ! new_enough node; then
    echo "Node $(node --version 2>/dev/null || echo 'is missing, which') is too old for the web build: fetching Node 22 into tools/node" >&2
    mkdir -p "$root/tools/node"
    npm install --prefix "$root/tools/node" --no-save --no-audit --no-fund --no-package-lock --loglevel=error node@22 >&2
    PATH=$own:$PATH
    new_enough node
fi
exec "$@"

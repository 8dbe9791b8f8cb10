#!/bin/bash
# Runs every benchmark that was built into build/release/bench. Reports only: machines differ and are shared.
set -euo pipefail
cd "$(dirname "$0")/.."
for program in build/release/bench/*_bench; do
    if [ ! -x "$program" ]; then echo "no benchmarks were built"; break; fi
    echo "-- ${program##*/}"
    "$program"
done
echo "-- the example, start and idle memory"
bash bench/demo.sh

#!/bin/bash
# The whole example on both databases: wall and CPU seconds of each step (of our process; PostgreSQL's own work is not in
# it), then how long `serve` takes to answer and what it holds in memory when nothing happens. Reports only.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${PAMONG_TEST_BIN:-build/release/pamong}
port=${PAMONG_TEST_BENCH_PORT:-8460}
folder=$(mktemp -d /tmp/pamong-bench.XXXXXX)
server=
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    tools/private_postgres.sh stop "$folder" >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT

echo "machine: $(nproc) cores, $(grep -m 1 'model name' /proc/cpuinfo | cut -d: -f2- | xargs), load $(cut -d' ' -f1 /proc/loadavg)"
for url in "sqlite:$folder/example.db" "$(tools/private_postgres.sh start "$folder")"; do
    echo "demo on ${url%%:*}:"
    "$program" demo --db "$url" --out "$folder/out" --today 2026-02-02 | grep -E '^ +[0-9.]+ s '
done

milliseconds() { echo $(($(date +%s%N) / 1000000)); }
start=$(milliseconds)
"$program" serve --db "sqlite:$folder/example.db" --data "$folder" --port "$port" --example >"$folder/serve.log" 2>&1 &
server=$!
until curl -s -o /dev/null "http://127.0.0.1:$port/health"; do sleep 0.005; done
echo "serve answers after $(($(milliseconds) - start)) ms (budget 300, with the example's database)"
sleep 5
echo "serve holds $(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$server/status") MB when idle (budget 64)"

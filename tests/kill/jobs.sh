#!/bin/bash
# A worker is killed with kill -9 in the middle of a print; the page goes on waiting, another worker takes the job again
# once the first one's heart has stopped for 30 seconds, and the file comes out whole. PAMONG_TEST_BIN says which program,
# PAMONG_TEST_KILL_PORT where the server listens.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PAMONG_TEST_BIN:-build/test/pamong}
port=${PAMONG_TEST_KILL_PORT:-8438}
address=http://127.0.0.1:$port
folder=$(mktemp -d /tmp/pamong-kill.XXXXXX)
server= worker=
trap 'kill -9 $server $worker 2>/dev/null || true; rm -rf "$folder"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
ask() {
    local method=$1 path=$2
    shift 2
    curl -s -m 20 -o "$folder/answer" -w '%{http_code}' -b "$folder/cookies" -c "$folder/cookies" -X "$method" -H 'X-Pamong: 1' \
        "$@" "$address$path" || true
}
state() {
    [ "$(ask GET "/api/v1/jobs/$job")" = 200 ] || fail "the job is not there: $(cat "$folder/answer")"
    grep -oE '"state":"[a-z]*"' "$folder/answer" | cut -d'"' -f4
}
start_worker() {
    "$program" worker --db "sqlite:$folder/pamong.db" --data "$folder/data" >"$folder/worker.log" 2>&1 &
    worker=$!
}

"$program" demo --db "sqlite:$folder/pamong.db" --out "$folder/out" >"$folder/demo.log" 2>&1 || fail "$(cat "$folder/demo.log")"
"$program" serve --db "sqlite:$folder/pamong.db" --data "$folder/data" --port "$port" --example --jobs-threads 0 >"$folder/serve.log" 2>&1 &
server=$!
for _ in $(seq 300); do if curl -s -o /dev/null "$address/health"; then break; fi; sleep 0.1; done
[ "$(ask POST /api/v1/session -d '{"login":"kepsek","password":"contoh-pamong"}')" = 200 ] || fail "no log-in"

# A job may be done before it can be killed: then the next one.
for attempt in $(seq 30); do
    job=$(printf '%08x-0000-7000-8000-%012x' "$attempt" "$RANDOM$RANDOM")
    [ "$(ask PUT "/api/v1/performance/form-prints/$job" -d '{"year":null}')" = 202 ] || fail "not queued: $(cat "$folder/answer")"
    [ "$(state)" = waiting ] || fail "without a worker it waits"
    start_worker
    while [ "$(state)" = waiting ]; do :; done
    kill -9 "$worker"
    { wait "$worker" || true; } 2>/dev/null
    worker=
    [ "$(state)" = running ] && break
    [ "$attempt" != 30 ] || fail "every job was done before it could be killed"
done
start_worker
for _ in $(seq 600); do if [ "$(state)" != running ]; then break; fi; sleep 0.1; done
[ "$(state)" = done ] || fail "the second worker did not finish: $(cat "$folder/answer")"
file=$(grep -oE '"file":"[0-9a-f]{64}"' "$folder/answer" | cut -d'"' -f4)
[ "$(ask GET "/api/v1/files/$file")" = 200 ] || fail "its file is not there"
[ "$(head -c 5 "$folder/answer")" = '%PDF-' ] || fail "its file is no PDF"
kill "$worker" "$server"
{ wait "$worker" "$server" || true; } 2>/dev/null
worker= server=
"$program" db check --db "sqlite:$folder/pamong.db" --data "$folder/data" || fail "the data folder is not whole"
echo "jobs: taken again after a kill, and printed whole"

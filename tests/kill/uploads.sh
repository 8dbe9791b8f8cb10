#!/bin/bash
# The server is killed with kill -9 while files come in piece by piece, and started again: every piece and every file that
# it had acknowledged is there, the device goes on where it was, and what arrives is what was sent. PAMONG_TEST_KILL_UPLOADS
# says how many files (15); PAMONG_TEST_BIN which program; PAMONG_TEST_KILL_PORT where it listens.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PAMONG_TEST_BIN:-build/test/pamong}
rounds=${PAMONG_TEST_KILL_UPLOADS:-15}
port=${PAMONG_TEST_KILL_PORT:-8439}
address=http://127.0.0.1:$port
folder=$(mktemp -d /tmp/pamong-kill.XXXXXX)
server=
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
fail() { echo "FAILED: $*"; exit 1; }

start() {
    "$program" serve --db "sqlite:$folder/pamong.db" --data "$folder/data" --port "$port" --example --files-chunk-kib 32 >"$folder/serve.log" 2>&1 &
    server=$!
    for _ in $(seq 300); do
        if curl -s -o /dev/null "$address/health"; then return; fi
        sleep 0.1
    done
    tail "$folder/serve.log"
    fail "the server did not start"
}
# ask METHOD PATH [curl options]: the body to $folder/answer, the status printed; 000 when the server is gone.
ask() {
    local method=$1 path=$2
    shift 2
    curl -s -m 20 -o "$folder/answer" -w '%{http_code}' -b "$folder/cookies" -c "$folder/cookies" -X "$method" -H 'X-Pamong: 1' \
        "$@" "$address$path" || true
}
new_id() { printf '%08x-0000-7000-8000-%012x' "$1" "$RANDOM$RANDOM"; }
present() { grep -oE '"present":\[[0-9,]*\]' "$folder/answer" | grep -oE '[0-9]+' || true; }

"$program" demo --db "sqlite:$folder/pamong.db" --out "$folder/out" >"$folder/demo.log" 2>&1 || fail "$(cat "$folder/demo.log")"
start
[ "$(ask POST /api/v1/session -d '{"login":"mentor","password":"contoh-pamong"}')" = 200 ] || fail "no log-in"
[ "$(ask GET /api/v1/instruments)" = 200 ] || fail "no instruments"
form=$(grep -oE '\{[^{}]*"code":"classroom_observation_2025"[^{}]*\}' "$folder/answer")
instrument=$(grep -oE '"id":"[^"]*"' <<<"$form" | cut -d'"' -f4)
version=$(grep -oE '"version":"[^"]*"' <<<"$form" | cut -d'"' -f4)
visit=$(new_id 1)
xml="<data id='classroom_observation_2025'><indicator>UBK</indicator><UBK><UBK1>1</UBK1><UBK2>2</UBK2><UBK3>1</UBK3></UBK><meta><instanceID>uuid:$visit</instanceID></meta></data>"
body="{\"instrument_id\":\"$instrument\",\"version\":\"$version\",\"xml\":\"$xml\",\"device_time\":\"2026-11-20T08:00:00Z\",\"deprecated_id\":null,\"context\":{\"session_id\":null,\"subject_person_id\":null}}"
[ "$(ask PUT "/api/v1/submissions/$visit" -d "$body")" = 201 ] || fail "no submission: $(cat "$folder/answer")"

kills=0
for round in $(seq "$rounds"); do
    file=$folder/sent.$round
    { printf '%%PDF-1.7\n'; head -c $((1500000 + RANDOM * 40)) /dev/urandom; } >"$file"
    bytes=$(stat -c %s "$file")
    hash=$(sha256sum "$file" | cut -d' ' -f1)
    id=$(new_id $((round + 1)))
    declaration="{\"bytes\":$bytes,\"hash\":\"$hash\",\"media_type\":\"application/pdf\",\"about_kind\":\"submission\",\"about_id\":\"$visit\",\"taken_at\":null}"
    acknowledged=
    finished=no
    # The axe falls somewhere within the pieces, or at the end.
    victim=$server
    (sleep "0.$(printf '%03d' $((RANDOM % 700)))"; kill -9 "$victim") 2>/dev/null &
    axe=$!
    while [ "$finished" = no ]; do
        status=$(ask PUT "/api/v1/uploads/$id" -d "$declaration")
        if [ "$status" = 000 ]; then
            { wait "$server" || true; } 2>/dev/null
            kills=$((kills + 1))
            start
            continue
        fi
        case $status in 200 | 201) ;; *) fail "announcing: $status $(cat "$folder/answer")" ;; esac
        grep -q '"finished":true' "$folder/answer" && finished=yes && break
        here=$(present)
        for piece in $acknowledged; do
            grep -qx "$piece" <<<"$here" || fail "piece $piece of file $round was acknowledged and is gone"
        done
        size=$(grep -oE '"chunk_bytes":[0-9]+' "$folder/answer" | cut -d: -f2)
        pieces=$(((bytes + size - 1) / size))
        gone=no
        for piece in $(seq 0 $((pieces - 1))); do
            grep -qx "$piece" <<<"$here" && continue
            dd if="$file" of="$folder/piece" bs="$size" skip="$piece" count=1 status=none
            status=$(ask PUT "/api/v1/uploads/$id/chunks/$piece" --data-binary "@$folder/piece")
            if [ "$status" != 204 ]; then gone=yes; break; fi
            acknowledged="$acknowledged $piece"
        done
        [ "$gone" = yes ] && continue
        status=$(ask POST "/api/v1/uploads/$id/finish" -d '{}')
        case $status in 200) finished=yes ;; 000) ;; *) fail "finishing: $status $(cat "$folder/answer")" ;; esac
    done
    wait "$axe" 2>/dev/null || true
    if [ "$server" = "$victim" ]; then  # it fell after the last answer
        { wait "$server" || true; } 2>/dev/null
        kills=$((kills + 1))
        start
    fi
    [ "$(ask GET "/api/v1/files/$hash")" = 200 ] || fail "file $round was acknowledged and is gone"
    cmp -s "$folder/answer" "$file" || fail "file $round is not what was sent"
done
kill "$server"
wait "$server" 2>/dev/null || true
server=
"$program" db check --db "sqlite:$folder/pamong.db" --data "$folder/data" || fail "the data folder is not whole"
[ -z "$(find "$folder/data/files" -path '*/uploads/*' -type f)" ] || fail "pieces of finished files are left"
echo "uploads: $rounds files through $kills kills, all as they were sent"

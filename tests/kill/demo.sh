#!/bin/bash
# `pamong demo` is killed with kill -9 at moments drawn from a seed, on SQLite and on a private PostgreSQL. After each
# kill the database is whole and what was announced is there; at the end the example is the one of a run that nobody
# disturbed, byte for byte. PAMONG_TEST_KILL_DEMOS says how many kills for each database (6); PAMONG_TEST_BIN which program.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PAMONG_TEST_BIN:-build/release/pamong}
rounds=${PAMONG_TEST_KILL_DEMOS:-6}
RANDOM=2019
folder=$(mktemp -d /tmp/pamong-kill.XXXXXX)
demo=
stop() {
    [ -z "$demo" ] || kill -9 "$demo" 2>/dev/null || true
    tools/private_postgres.sh stop "$folder" >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
fail() { echo "FAILED: $*"; exit 1; }
make() { "$program" demo --db "$1" --out "$folder/out" --today 2026-02-02; }
exported() { "$program" db export --db "$1" | sha256sum; }
announced() { grep -cE '^ +[0-9.]+ s  ' "$folder/demo.log" || true; }
# rows TABLE: how many rows the export has of it
rows() { grep -c "},\"table\":\"$1\"}\$" "$folder/export.jsonl" || true; }

make "sqlite:$folder/whole.db" >/dev/null
whole=$(exported "sqlite:$folder/whole.db")

disturb() {  # disturb URL
    local url=$1 round steps
    for round in $(seq "$rounds"); do
        "$program" demo --db "$url" --out "$folder/out" --today 2026-02-02 >"$folder/demo.log" 2>&1 &
        demo=$!
        # up to the step, then a little more
        steps=$((RANDOM % 15))
        while [ "$(announced)" -lt "$steps" ] && kill -0 "$demo" 2>/dev/null; do sleep 0.02; done
        sleep "0.$(printf '%02d' $((RANDOM % 30)))"
        kill -9 "$demo" 2>/dev/null || true
        wait "$demo" 2>/dev/null || true
        demo=
        steps=$(announced)
        [ "$steps" -le 16 ] || fail "finished before it was killed"
        "$program" db migrate --db "$url" >/dev/null || fail "migrate after $steps steps"
        "$program" db check --db "$url" --data "$folder/data" >/dev/null || fail "db check after $steps steps"
        "$program" audit verify --db "$url" --data "$folder/data" >"$folder/audit.log" || fail "audit after $steps steps"
        "$program" db export --db "$url" --out "$folder/export.jsonl"
        # What the first steps announce: 3 offices, 104 teachers, 88 scores, 144 sessions.
        if [ "$steps" -ge 1 ]; then [ "$(rows owner)" = 3 ] || fail "offices"; fi
        if [ "$steps" -ge 2 ]; then [ "$(rows people_person)" -ge 104 ] || fail "teachers"; fi
        if [ "$steps" -ge 4 ]; then [ "$(rows competence_score)" -ge 88 ] || fail "scores"; fi
        if [ "$steps" -ge 5 ]; then [ "$(rows mentoring_session)" -ge 144 ] || fail "sessions"; fi
        if [ "$steps" -ge 16 ]; then break; fi  # it was quicker than we: nothing left to disturb
        echo "   ${url%%:*}: killed after $steps steps, whole"
    done
    if [ "$(announced)" -lt 16 ]; then make "$url" >/dev/null || fail "it did not start again"; fi
    [ "$(exported "$url")" = "$whole" ] || fail "another example than without kills"
}

disturb "sqlite:$folder/killed.db"
disturb "$(tools/private_postgres.sh start "$folder")"

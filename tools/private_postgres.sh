#!/bin/bash
# private_postgres.sh start DIR [PORT]  a PostgreSQL of its own below DIR; prints its URL
# private_postgres.sh stop DIR          stops it and removes its files
#
# For tests: loopback only, no password, role `pamong` owns `pamong_test`, may create databases, is no superuser.
# fsync stays on, because the store's promises are part of what is tested. Without PORT a free one is taken.
set -euo pipefail
bin=${PAMONG_TEST_PG_BIN:-/usr/lib/postgresql/15/bin}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi
}

free_port() {
    local port
    for _ in $(seq 100); do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
    done
    return 1
}

start() {
    local dir=$1/postgres port=${2:-}
    mkdir -p "$dir"
    chmod 711 "$1"
    if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$dir"; fi
    as_postgres "$bin/initdb" -D "$dir/data" --username=postgres --auth=trust --locale=C.UTF-8 --encoding=UTF8 --no-sync >"$1/initdb.log"
    for attempt in 1 2 3 4 5; do  # another may take the port in between
        local chosen=${port:-$(free_port)}
        if as_postgres "$bin/pg_ctl" -D "$dir/data" -s -w -l "$dir/server.log" \
            -o "-p $chosen -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c max_connections=60 -c shared_buffers=64MB" \
            start >/dev/null 2>&1; then
            as_postgres "$bin/psql" -q -h "$dir" -p "$chosen" -U postgres -d postgres -v ON_ERROR_STOP=1 \
                -c "create role pamong login createdb" -c "create database pamong_test owner pamong"
            echo "postgresql://pamong@127.0.0.1:$chosen/pamong_test"
            return
        fi
        if [ -n "$port" ]; then break; fi
        sleep "0.$attempt"
    done
    cat "$dir/server.log" >&2
    return 1
}

stop() {
    local dir=$1/postgres
    if [ -f "$dir/data/postmaster.pid" ]; then
        as_postgres "$bin/pg_ctl" -D "$dir/data" -s -m fast -w -t 30 stop >/dev/null ||
            as_postgres "$bin/pg_ctl" -D "$dir/data" -s -m immediate stop >/dev/null || true
    fi
    rm -rf "$dir" "$1/initdb.log"
}

case "${1:-}:$#" in
    start:2 | start:3) start "$2" "${3:-}" ;;
    stop:2) stop "$2" ;;
    *) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
esac

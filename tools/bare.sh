#!/bin/bash
# bare.sh: the two commands in a minimal Debian 12, from the last commit. Packages that nobody listed show up at once.
# Root only. Steps: debootstrap; ./run --build-only; the server answers, every example
# login works and the report opens; ./test. PAMONG_TEST_BARE_STEPS="build" stops early.
# The tree is removed afterwards, unless PAMONG_TEST_BARE_KEEP=1.
set -euo pipefail
cd "$(dirname "$0")/.."
steps=${PAMONG_TEST_BARE_STEPS:-build serve test}
port=${PAMONG_TEST_BARE_PORT:-8089}
good=0 bad=0
if [ "$(id -u)" != 0 ]; then echo "./test bare needs root: it makes a system of its own with debootstrap." >&2; exit 1; fi
if ! command -v debootstrap >/dev/null; then apt-get install -q -y --no-install-recommends debootstrap >/dev/null; fi

bare=$(mktemp -d /var/tmp/pamong-bare.XXXXXX)
clean_up() {
    # Whatever still runs inside has the tree as its root: end it before its file systems go.
    local process
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/root" 2>/dev/null)" = "$bare" ]; then kill -9 "${process#/proc/}" 2>/dev/null || true; fi
    done
    for mount in dev/pts dev/shm dev proc sys; do umount -l "$bare/$mount" 2>/dev/null || true; done
    if [ "${PAMONG_TEST_BARE_KEEP:-}" = 1 ]; then echo "   kept: $bare"; else rm -rf --one-file-system "$bare"; fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# The mirror that this system uses: "URIs:" of a .sources file, or the first address of a "deb" line.
sources() { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; }
mirror() {
    sources | awk '
        /^URIs:/ { for (i = 2; i <= NF; i++) print $i }
        /^deb[ \t]/ { for (i = 2; i <= NF; i++) if ($i ~ /^(https?|file|mirror\+https?):/) { print $i; break } }' |
        grep -E '/debian/?$' | head -n 1
}
uri=$(mirror)
if [ -z "$uri" ]; then echo "no Debian mirror in this system's apt settings" >&2; exit 1; fi

step() {  # step NAME COMMAND...
    local name=$1 start=$SECONDS status=0
    shift
    "$@" >"$bare.log" 2>&1 || status=$?
    if [ "$status" = 0 ]; then good=$((good + 1)); else bad=$((bad + 1)); tail -n 60 "$bare.log"; fi
    echo "   $name: $([ "$status" = 0 ] && echo ok || echo FAILED), $((SECONDS - start)) s$(summary "$bare.log")"
    if [ "${PAMONG_TEST_BARE_KEEP:-}" = 1 ]; then cp "$bare.log" "$bare/last.log"; fi
    rm -f "$bare.log"
    return "$status"
}
summary() { grep -oE '^[0-9]+ passed, [0-9]+ failed$' "$1" | tail -n 1 | sed 's/^/, /'; }

make_root() {
    chmod 755 "$bare"  # it is "/" for everybody inside
    debootstrap --variant=minbase bookworm "$bare" "$uri"
    mount -t proc proc "$bare/proc"
    mount -t tmpfs -o mode=755 dev "$bare/dev"  # a /dev of its own: nothing done inside reaches this system's
    mkdir "$bare/dev/pts" "$bare/dev/shm"
    mount -t tmpfs shm "$bare/dev/shm"
    local device
    for device in null:3 zero:5 full:7 random:8 urandom:9; do mknod -m 666 "$bare/dev/${device%:*}" c 1 "${device#*:}"; done
    mknod -m 666 "$bare/dev/tty" c 5 0
    ln -s /proc/self/fd "$bare/dev/fd"
    ln -s /proc/self/fd/0 "$bare/dev/stdin"
    ln -s /proc/self/fd/1 "$bare/dev/stdout"
    ln -s /proc/self/fd/2 "$bare/dev/stderr"
    # How this machine reaches the network: names, proxies, its own certificates, npm's settings. Nothing else comes along.
    cp /etc/resolv.conf "$bare/etc/resolv.conf"
    cp /etc/hosts "$bare/etc/hosts"
    grep -hriE '^ *Acquire::' /etc/apt/apt.conf.d /etc/apt/apt.conf 2>/dev/null | grep -iE 'proxy|Check-Date|Check-Valid|CaInfo' \
        >"$bare/etc/apt/apt.conf.d/90network" || true
    mkdir -p "$bare/usr/local/share/ca-certificates" "$bare/etc/ssl/certs"
    cp -r /usr/local/share/ca-certificates/. "$bare/usr/local/share/ca-certificates/" 2>/dev/null || true
    mkdir -p "$bare/srv/home"
    npm_settings >"$bare/srv/home/.npmrc"
    git archive --prefix=pamong/ HEAD | tar -x -C "$bare/srv"
}

npm_settings() {
    local key
    for key in registry proxy https-proxy cafile; do
        local value
        value=$(npm config get "$key" 2>/dev/null || true)
        case "$value" in null | undefined | '') ;; *) echo "$key=$value" ;; esac
    done
    echo "omit-lockfile-registry-resolved=true"
}

inside() {
    local name passed_on=()
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PAMONG_TEST_JOBS; do
        if [ -n "${!name:-}" ]; then passed_on+=("$name=${!name}"); fi
    done
    if [ -s /etc/ssl/certs/ca-certificates.crt ]; then passed_on+=(NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt); fi
    chroot "$bare" /usr/bin/env -i HOME=/srv/home PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true \
        LANG=C.UTF-8 "${passed_on[@]}" /bin/bash -c "cd /srv/pamong || exit 1"$'\n'"$1" </dev/null
}

answers() {
    inside "./run --port $port >/srv/server.log 2>&1 & server=\$!
        for second in \$(seq 120); do
            if (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; then break; fi
            if ! kill -0 \$server 2>/dev/null; then break; fi
            sleep 1
        done
        exec 3<>/dev/tcp/127.0.0.1/$port && printf 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 &&
            head -n 1 <&3 | grep -q ' 200 ' &&
            tools/with_node.sh node tools/visit_example.mjs http://localhost:$port </srv/server.log; status=\$?
        cat /srv/server.log; kill \$server; wait \$server; exit \$status"
}

step "minimal Debian 12" make_root
for name in $steps; do
    case "$name" in
        build) step "./run --build-only, with packages" inside "./run --build-only" || break
               step "./run --build-only again" inside "./run --build-only" || break ;;
        serve) step "./run answers, logins and report" answers || break ;;
        test) step "./test, with packages" inside "./test" || break ;;
    esac
done
if [ -n "${PAMONG_TEST_COUNTS:-}" ]; then echo "$good $bad" >"$PAMONG_TEST_COUNTS"; fi
[ "$bad" = 0 ]

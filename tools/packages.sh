#!/bin/bash
# packages.sh list SECTION...     prints the packages of these sections of debian-packages.txt
# packages.sh missing SECTION...  prints those that are not installed
# packages.sh ensure SECTION...   installs those that are not installed (root), or prints the one line that does, and fails
# The section `node` counts only where no npm is found.
set -euo pipefail
cd "$(dirname "$0")/.."

list() {
    awk -v wanted=" $* " '
        /^\[/ { section = substr($1, 2, length($1) - 2); next }
        NF && $1 !~ /^#/ && index(wanted, " " section " ") { print $1 }' debian-packages.txt
}

missing() {
    local sections=()
    for section in "$@"; do
        if [ "$section" != node ] || ! command -v npm >/dev/null; then sections+=("$section"); fi
    done
    comm -23 <(list "${sections[@]}" | sort -u) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
}

ensure() {
    local wanted
    mapfile -t wanted < <(missing "$@")
    if [ ${#wanted[@]} -eq 0 ]; then return; fi
    if [ "$(id -u)" != 0 ]; then
        echo "These packages are missing. Please run this one line, then start again:" >&2
        echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${wanted[*]}" >&2
        return 1
    fi
    echo "Installing ${#wanted[@]} Debian packages: ${wanted[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q </dev/null >/dev/null || echo "apt-get update failed; trying with the lists that are here" >&2
    apt-get install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "${wanted[@]}" </dev/null >/tmp/pamong-apt.$$ 2>&1 ||
        { tail -n 30 /tmp/pamong-apt.$$ >&2; rm -f /tmp/pamong-apt.$$; return 1; }
    rm -f /tmp/pamong-apt.$$
}

if [ ! -x /usr/bin/dpkg-query ]; then
    echo "This is not Debian: please see debian-packages.txt for what is needed." >&2
    exit 1
fi
case "${1:-}" in
    list | missing | ensure) "$@" ;;
    *) sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
esac

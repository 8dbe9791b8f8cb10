#!/bin/bash
# list_dependencies.sh >docs/dependencies.md: every package of debian-packages.txt and of the web client, with its licence.
# Licences of Debian packages come from their copyright files (the licence of the files as a whole, named first).
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C

# The licence of the first "Files: *" paragraph; copyright files without paragraphs are recognised by their words.
debian_licence() {
    case "$1" in  # those whose copyright file says it in prose only, or that are not installed where npm came otherwise
        g++) echo "GPL-3+ with runtime library exception"; return ;;
        libcairo2-dev) echo "LGPL-2.1 or MPL-1.1"; return ;;
        npm) echo "Artistic-2.0"; return ;;
    esac
    local file=/usr/share/doc/$1/copyright name
    if [ ! -e "$file" ]; then file=$(dpkg-query -L "$1" 2>/dev/null | grep '/copyright$' | head -n 1); fi
    if [ -z "$file" ] || [ ! -e "$file" ]; then echo "not installed"; return; fi
    name=$(awk '/^Files: *\*/ { star = 1 } star && /^License:/ { sub(/^License: */, ""); print; exit }' "$file")
    if [ -z "$name" ]; then name=$(sed -n 's/^License: *//p' "$file" | head -n 1); fi
    if [ -z "$name" ]; then
        name=$(grep -oiE 'apache license|boost software license|bsd[- ]style|lgpl|library general public|gnu general public|public domain|mit license|postgresql license|ISC license|permission is hereby granted|redistribution and use|gplv?[23]' "$file" | head -n 1 | tr 'A-Z' 'a-z')
        case "$name" in
            'permission is hereby granted') name=MIT ;;
            'redistribution and use' | 'bsd'*) name=BSD ;;
            'gnu general public' | gpl*) name=GPL ;;
            'library general public') name=LGPL ;;
        esac
    fi
    echo "${name:-see $file}"
}

debian_table() {  # debian_table SECTION [PATTERN]
    echo "| Package | Licence | For |"
    echo "|---|---|---|"
    local package reason
    tools/packages.sh list "$1" | grep -E "${2:-.}" | while read -r package; do
        reason=$(sed -n "s/^$package  *# *//p" debian-packages.txt)
        echo "| \`$package\` | $(debian_licence "$package") | $reason |"
    done
}

cat <<TEXT
# Dependencies

Made by \`tools/list_dependencies.sh\`; a test checks that every package of \`debian-packages.txt\` and of the web client is here.
Nothing is copied into this repository. Licences as the packages state them for their files as a whole.

## Debian 12: libraries that the program is linked with

$(debian_table build '^z?lib')

## Debian 12: tools of the build, which leave nothing of theirs in the program

$(debian_table build '^([^lz]|l[^i])')

## Debian 12: beside the program

$(debian_table runtime)

## Debian 12: only tests and analysis

$(debian_table test)
$(debian_table analysis | tail -n +3)
$(debian_table node | tail -n +3)
TEXT

if [ -f web/package.json ] && [ -d web/node_modules ]; then
    echo
    echo "## Web client (npm)"
    echo
    (cd web && ../tools/with_node.sh node ../tools/list_npm_licences.mjs)
fi

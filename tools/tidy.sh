#!/bin/bash
# tidy.sh: layout (clang-format-19), headers that compile alone (clang 19), static analysis (clang-tidy-19).
# A file is analysed again only if it, a header, or a setting changed since it was last found clean.
set -uo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
good=0 bad=0
jobs=${PAMONG_TEST_JOBS:-$(nproc)}
kept=build/tidy
mkdir -p "$kept"

mapfile -t files < <(find src tests bench -name '*.h' -o -name '*.cpp' | sort)
mapfile -t headers < <(find src -name '*.h' | sort)

for file in "${files[@]}"; do
    if clang-format-19 --dry-run -Werror "$file" 2>/dev/null; then good=$((good + 1)); else bad=$((bad + 1)); echo "layout: clang-format-19 -i $file"; fi
done

# The compile commands of one file each (no unity batches); -Wno-... for g++'s warning names that clang does not know.
cmake --preset dev >"$kept/cmake.log" || { cat "$kept/cmake.log"; exit 1; }
flags=(-std=c++23 -Isrc -DBOOST_BEAST_USE_STD_STRING_VIEW -Wall -Wextra -Wpedantic -Wno-pragma-once-outside-header -Wno-unknown-warning-option
    -x c++)
mapfile -t library_flags < <(pkg-config --cflags-only-I libsodium pangocairo libzip xlsxwriter libqrencode libpq | tr ' ' '\n' | sed '/^$/d')
for header in "${headers[@]}"; do printf '%s\n' "$header"; done |
    xargs -P "$jobs" -I{} sh -c 'clang++-19 -fsyntax-only "$@" {} >"$0/header.$$" 2>&1 && echo "ok {}" || { echo "bad {}"; cat "$0/header.$$"; }; rm -f "$0/header.$$"' \
        "$kept" "${flags[@]}" "${library_flags[@]}" >"$kept/headers.log"
good=$((good + $(grep -c '^ok ' "$kept/headers.log"))) bad=$((bad + $(grep -c '^bad ' "$kept/headers.log")))
grep -v '^ok ' "$kept/headers.log" | sed 's/^bad /header does not compile alone: /'

# What a file's verdict depends on: the file, our headers that it includes, and the settings.
settings=$(cat .clang-tidy CMakeLists.txt cmake/*.cmake | sha256sum)
find src tests -name '*.cpp' ! -path '*/fuzz/*' | sort |
    xargs -P "$jobs" -I{} sh -c 'stamp=$( (echo "$1"; { echo {}; clang++-19 -MM "$@" {} 2>/dev/null | tr -d "\\" | tr " " "\n" | grep -E "^(src|tests)/"; } |
        sort -u | xargs cat) | sha256sum | cut -d" " -f1); [ -f "$0/$stamp" ] || echo "{} $0/$stamp"' \
        "$kept" "-DSETTINGS=${settings%% *}" "${flags[@]}" "${library_flags[@]}" | sort >"$kept/todo"
good=$((good + $(find src tests -name '*.cpp' ! -path '*/fuzz/*' | wc -l) - $(wc -l <"$kept/todo")))
xargs -a "$kept/todo" -P "$jobs" -L1 sh -c \
    'if clang-tidy-19 -p build/dev --quiet "$1" >"$2.log" 2>/dev/null; then echo "ok $1"; touch "$2"; else echo "bad $1"; cat "$2.log"; fi; rm -f "$2.log"' tidy >"$kept/tidy.log"
good=$((good + $(grep -c '^ok ' "$kept/tidy.log"))) bad=$((bad + $(grep -c '^bad ' "$kept/tidy.log")))
grep -v '^ok ' "$kept/tidy.log"

if [ -n "${PAMONG_TEST_COUNTS:-}" ]; then echo "$good $bad" >"$PAMONG_TEST_COUNTS"; fi
[ "$bad" = 0 ]
